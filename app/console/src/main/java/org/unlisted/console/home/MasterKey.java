package org.unlisted.console.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The one secret of a home. It is kept in {@code keys/home.key}, or outside the home in the environment variable
 * {@code UNLISTED_KEY} (base64). Other keys come from it by HKDF-SHA256 (RFC 5869).
 */
final class MasterKey {
    static final String VARIABLE = "UNLISTED_KEY";
    private static final int BYTES = 32;
    private static final byte[] SALT = "org.unlisted/home/1".getBytes(StandardCharsets.UTF_8);
    private final byte[] master;

    private MasterKey(byte[] master) {
        this.master = master;
    }

    static MasterKey open(Path keys, Map<String, String> environment) throws IOException {
        String given = environment.getOrDefault(VARIABLE, "").strip();
        MasterKey key = new MasterKey(given.isEmpty() ? fromFile(keys.resolve("home.key")) : decode(given));
        key.check(keys.resolve("home.check"));
        return key;
    }

    private static byte[] decode(String text) throws IOException {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == BYTES) return key;
        } catch (IllegalArgumentException e) {
            // told below; the exception would repeat a part of the secret
        }
        throw new IOException(VARIABLE + " is not the base64 of " + BYTES + " bytes");
    }

    private static byte[] fromFile(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                if (Files.exists(file.resolveSibling("home.check")))
                    throw new IOException(file + " is missing and " + VARIABLE + " is not set");
                byte[] fresh = new byte[BYTES];
                new SecureRandom().nextBytes(fresh);
                writeWhole(file, fresh);
                return fresh;
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES)
                throw new IOException(file + " is damaged: " + key.length + " bytes instead of " + BYTES);
            return key;
        } catch (FileSystemException e) {
            throw new IOException("cannot use " + file + ": " + Reasons.of(e), e);
        }
    }

    /** A fingerprint tells a foreign key before anything is sealed with it. */
    private void check(Path file) throws IOException {
        byte[] fingerprint = derive("fingerprint");
        if (!Files.exists(file)) {
            writeWhole(file, fingerprint);
        } else if (!MessageDigest.isEqual(fingerprint, Files.readAllBytes(file))) {
            throw new IOException("the key is not the one of this home: " + file + " says so");
        }
    }

    /** Beside and then in one step into place: a crash never leaves half a key. */
    private static void writeWhole(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        OwnerOnly.create(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    byte[] derive(String purpose) {
        if (purpose.isBlank()) throw new IllegalArgumentException("a key needs a purpose");
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(master)
                            .addSalt(SALT)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
