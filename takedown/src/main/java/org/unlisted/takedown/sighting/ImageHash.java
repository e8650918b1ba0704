package org.unlisted.takedown.sighting;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/** All that stays of an offer's picture in which nobody enrolled was found. */
public record ImageHash(URI url, String sha256) {

    public ImageHash {
        requireNonNull(url, "url");
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
}
