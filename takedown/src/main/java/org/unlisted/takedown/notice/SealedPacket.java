package org.unlisted.takedown.notice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An evidence packet as a notice quotes it: a packet can only be exchanged unnoticed before the notice is out.
 *
 * @param sha256 of the zip, lower-case hex
 */
public record SealedPacket(String fileName, String sha256) {

    public SealedPacket {
        if (!fileName.matches("[A-Za-z0-9._-]+")) throw new IllegalArgumentException("not a file name: " + fileName);
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }

    /** Reads the zip once. */
    public static SealedPacket of(Path zip) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
        try (var in = new DigestInputStream(Files.newInputStream(zip), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new SealedPacket(String.valueOf(zip.getFileName()), HexFormat.of().formatHex(digest.digest()));
    }
}
