package org.unlisted.sweep.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** An AES-256 key on its way to a sweep's process. Never prints itself. */
public final class SweepKey {
    private static final int BYTES = 32;
    private final byte[] key;

    /**
     * Takes a copy.
     *
     * @param key 32 bytes
     */
    public SweepKey(byte[] key) {
        if (key.length != BYTES) throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + key.length);
        this.key = key.clone();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SweepKey ofBase64(String text) {
        return new SweepKey(Base64.getDecoder().decode(text));
    }

    @JsonValue
    String base64() {
        return Base64.getEncoder().encodeToString(key);
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return key.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SweepKey k && MessageDigest.isEqual(key, k.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "SweepKey[hidden]";
    }
}
