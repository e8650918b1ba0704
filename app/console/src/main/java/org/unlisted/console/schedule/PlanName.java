package org.unlisted.console.schedule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name for a plan file that fits a file name and a column: of its absolute path, so a moved plan is another one. */
public final class PlanName {
    private static final int HEX_DIGITS = 16;

    private PlanName() {}

    /** {@code a-z 0-9 -}. */
    public static String of(Path plan) {
        byte[] path = absolute(plan).toString().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path);
            return "plan-" + HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Path absolute(Path plan) {
        return plan.toAbsolutePath().normalize();
    }
}
