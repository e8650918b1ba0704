package org.unlisted.crawl.capture;

import static java.util.Objects.requireNonNull;

/**
 * Where the record of an answer lies.
 *
 * @param file   name of a {@code .warc.gz} file, without its folder
 * @param offset of the record's gzip member, bytes from the file's start
 * @param length of the gzip member, bytes
 */
public record Place(String file, long offset, int length) {
    private static final String SEPARATOR = "|";

    public Place {
        requireNonNull(file, "file");
        if (!file.matches("[A-Za-z0-9_.-]+")) throw new IllegalArgumentException("not a file name: " + file);
        if (offset < 0) throw new IllegalArgumentException("negative offset: " + offset);
        if (length < 1) throw new IllegalArgumentException("length below 1: " + length);
    }

    /** One word, for records of other formats. */
    public String text() {
        return file + SEPARATOR + offset + SEPARATOR + length;
    }

    /** Reads {@link #text} back. */
    public static Place parse(String text) {
        String[] parts = text.split("\\|", 3);
        if (parts.length != 3) throw new IllegalArgumentException("not a place: " + text);
        return new Place(parts[0], Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }
}
