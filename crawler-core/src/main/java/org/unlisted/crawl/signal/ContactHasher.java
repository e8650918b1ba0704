package org.unlisted.crawl.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names contacts so that the same seller is known again without the contact being kept: HMAC-SHA-256 (RFC 2104) over
 * kind and canonical form. Keyed, because phone numbers are few enough to try them all against a plain hash.
 * Thread-safe.
 */
public final class ContactHasher {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    /** 128 bits: enough that no two contacts ever meet, short enough for a line of a report. */
    private static final int KEPT_BYTES = 16;

    private final SecretKeySpec key;

    /**
     * Takes a copy.
     *
     * @param key 32 bytes; another key gives other names
     */
    public ContactHasher(byte[] key) {
        if (key.length != KEY_BYTES)
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + key.length);
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** {@code contact:KIND:} and 22 characters of base64url (RFC 4648 section 5, without padding). */
    public String hash(Contact contact) {
        return hash(contact.kind().name(), contact.canonical());
    }

    /** {@code contact:DRIVE:} and 22 characters; the extraction code is no part of it. */
    public String hash(DriveLink link) {
        return hash("DRIVE", link.canonical());
    }

    private String hash(String kind, String canonical) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] full = mac.doFinal((kind + "\0" + canonical).getBytes(UTF_8));
            return "contact:" + kind + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, KEPT_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Without its key. */
    @Override
    public String toString() {
        return "ContactHasher[hidden]";
    }
}
