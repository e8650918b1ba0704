package org.unlisted.sweep.bundle;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One file of a bundle, whole and in memory: a picture, a PDF, or something else by its looks. */
public final class BundleItem {
    private final String bundle;
    private final String name;
    private final byte[] bytes;

    /**
     * @param bundle the name of what was handed in
     * @param name   where in it the file lies, {@code folder/album.zip!1.jpg}; safe to show
     * @param bytes  not copied: an item is 32 MB and belongs to its reader
     */
    public BundleItem(String bundle, String name, byte[] bytes) {
        this.bundle = requireNonNull(bundle, "bundle");
        this.name = requireNonNull(name, "name");
        this.bytes = requireNonNull(bytes, "bytes");
    }

    public String bundle() {
        return bundle;
    }

    public String name() {
        return name;
    }

    /** Not a copy: not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Lower-case hex. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
