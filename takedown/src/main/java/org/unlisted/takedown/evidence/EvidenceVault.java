package org.unlisted.takedown.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A folder of sealed files: AES-256-GCM, the file's name as associated data, so that neither contents nor names can be
 * exchanged unnoticed. A name is an HMAC of the content: it is the same for the same content, and tells those without
 * the key nothing about it, as a bare hash of a stranger's picture would. Thread-safe; several processes may write at
 * once.
 */
public final class EvidenceVault {
    private static final int KEY_BYTES = 32;
    private static final String NAME = "[0-9a-f]{64}\\.sealed";
    private final Path dir;
    private final SecretKey names;
    private final AesGcmJce contents;

    /**
     * @param dir created on the first {@link #seal}
     * @param key 32 bytes; two keys are derived from it, one for names and one for contents
     */
    public EvidenceVault(Path dir, byte[] key) {
        this.dir = requireNonNull(dir, "dir");
        if (key.length != KEY_BYTES)
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + key.length);
        try {
            this.names = derive(key, "HmacSHA256", "unlisted evidence names");
            this.contents = new AesGcmJce(derive(key, "AES", "unlisted evidence contents").getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HKDF or AES-GCM", e);
        }
    }

    /** Keeps the content and returns its name. The same content twice is one file. */
    public String seal(byte[] content) throws IOException {
        String name = HexFormat.of().formatHex(mac(content)) + ".sealed";
        try {
            WholeFile.write(dir.resolve(name), contents.encrypt(content, name.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot seal evidence file " + name, e);
        }
        return name;
    }

    /**
     * The content of that name.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException                       if it was sealed with another key, or is damaged
     */
    public byte[] open(String name) throws IOException {
        byte[] sealed = Files.readAllBytes(path(name));
        try {
            return contents.decrypt(sealed, name.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("evidence file " + name + " was sealed with another key or is damaged", e);
        }
    }

    /** Whether there was such a file; there is none afterwards. */
    public boolean erase(String name) throws IOException {
        return Files.deleteIfExists(path(name));
    }

    /** Names of all sealed files, sorted. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(dir)) return List.of();
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.matches(NAME))
                    .sorted()
                    .toList();
        }
    }

    private Path path(String name) {
        if (!name.matches(NAME)) throw new IllegalArgumentException("not the name of an evidence file: " + name);
        return dir.resolve(name);
    }

    private byte[] mac(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(names);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HMAC-SHA-256", e);
        }
    }

    private static SecretKey derive(byte[] key, String algorithm, String purpose) throws GeneralSecurityException {
        var expand = HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(purpose.getBytes(UTF_8), KEY_BYTES);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, expand); // RFC 5869
    }
}
