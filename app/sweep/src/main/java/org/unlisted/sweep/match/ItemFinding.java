package org.unlisted.sweep.match;

import java.util.List;
import org.unlisted.takedown.sighting.Sighting;

/**
 * What is said of one file of a handed-in bundle once it was looked at. A document may hold many pictures.
 *
 * @param images    that could be read
 * @param faces     found in them
 * @param refused   why a picture could not be read
 * @param sightings of enrolled people; empty for most
 */
public record ItemFinding(
        int images, int faces, List<PictureFinding.Refusal> refused, List<Sighting> sightings) {
    public ItemFinding {
        if (images < 0 || faces < 0) throw new IllegalArgumentException("fewer than none: " + images + ", " + faces);
        refused = List.copyOf(refused);
        sightings = List.copyOf(sightings);
    }

    static ItemFinding refused(String reason, String detail) {
        return new ItemFinding(0, 0, List.of(new PictureFinding.Refusal(reason, detail)), List.of());
    }
}
