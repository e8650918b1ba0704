package org.unlisted.console.report;

import java.util.Arrays;
import java.util.Base64;

/** A JPEG or PNG for a report. Immutable. */
public final class Picture {
    private static final int PNG = 0x89; // first byte of its signature

    private final byte[] bytes;

    /**
     * Takes a copy.
     *
     * @param bytes a JPEG or PNG file in which everybody is covered who must not be seen
     */
    public Picture(byte[] bytes) {
        if (bytes.length == 0) throw new IllegalArgumentException("an empty picture");
        this.bytes = bytes.clone();
    }

    /** RFC 2397. */
    String dataUri() {
        String type = (bytes[0] & 0xff) == PNG ? "image/png" : "image/jpeg";
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Picture p && Arrays.equals(bytes, p.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Picture[" + bytes.length + " bytes]";
    }
}
