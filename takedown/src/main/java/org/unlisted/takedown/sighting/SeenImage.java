package org.unlisted.takedown.sighting;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;

/**
 * A picture of the listing in which somebody enrolled may be seen.
 *
 * @param sha256   lower-case hex, of the bytes as served
 * @param width    px, upright
 * @param face     the face compared
 * @param others   every other face found in the picture: to be covered wherever it is shown
 * @param evidence name of the sealed WARC record of the picture
 */
public record SeenImage(
        URI url, String sha256, int width, int height, Region face, List<Region> others, String evidence) {

    public SeenImage {
        requireNonNull(url, "url");
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        if (width < 1 || height < 1) throw new IllegalArgumentException("empty image: " + width + "x" + height);
        requireNonNull(face, "face");
        others = List.copyOf(others);
        requireNonNull(evidence, "evidence");
    }
}
