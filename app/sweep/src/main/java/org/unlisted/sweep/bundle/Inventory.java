package org.unlisted.sweep.bundle;

import static java.util.Objects.requireNonNull;

/**
 * What a bundle holds by name, before anything in it was read.
 *
 * @param files  files, and entries of zips
 * @param sha256 of all names and sizes: tells one bundle from another without naming anything in it
 */
public record Inventory(int files, String sha256) {
    public Inventory {
        requireNonNull(sha256, "sha256");
        if (files < 0) throw new IllegalArgumentException("fewer than no files: " + files);
    }
}
