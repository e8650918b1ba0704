package org.unlisted.face.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;

/** Files encrypted with AES-256-GCM. Plain bytes never touch the disk. Thread-safe. */
final class SealedFile {

    /** A file being written; what a crash leaves behind is encrypted and swept away by name. */
    static final String UNFINISHED = ".part";

    private final AesGcmJce cipher;

    /** @param key 32 bytes; copied */
    SealedFile(byte[] key) {
        if (key.length != 32) throw new IllegalArgumentException("an AES-256 key has 32 bytes, not " + key.length);
        try {
            cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    /**
     * Writes a file whole or not at all.
     *
     * @param context what the contents are for; reading with another one fails
     */
    void write(Path file, String context, byte[] plain) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.write(part, cipher.encrypt(plain, context.getBytes(UTF_8)));
            move(part, file);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": cannot encrypt", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** @throws IOException naming the file, if it is missing, broken, or sealed with another key or context */
    byte[] read(Path file, String context) throws IOException {
        byte[] sealed = Files.readAllBytes(file);
        try {
            return cipher.decrypt(sealed, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": wrong key, or the file is broken", e);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
