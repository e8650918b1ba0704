package org.unlisted.sweep.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.image.Box;
import org.unlisted.face.quality.Condition;
import org.unlisted.face.scan.FoundFace;
import org.unlisted.face.scan.Threshold;
import org.unlisted.face.scan.Thresholds;
import org.unlisted.takedown.sighting.Comparison;
import org.unlisted.takedown.sighting.Region;
import org.unlisted.takedown.sighting.Strength;

/** Words of the face index become those of the takedown desk. */
final class Matches {

    private Matches() {}

    /**
     * One match for each enrolee: the face that is the best evidence, a bare one before a masked one. Another face near the
     * same person is somebody else.
     */
    static List<PictureFinding.Match> of(List<FoundFace> faces, Thresholds thresholds) {
        Map<String, Closest> closest = new LinkedHashMap<>();
        for (FoundFace face : faces)
            for (Candidate candidate : face.candidates())
                closest.merge(
                        candidate.enroleeId().value(),
                        new Closest(face, candidate.cosine(), thresholds.at(face.condition())),
                        (a, b) -> Closest.BEST.compare(a, b) <= 0 ? a : b);
        List<PictureFinding.Match> matches = new ArrayList<>();
        closest.forEach((subject, best) -> matches.add(new PictureFinding.Match(
                subject,
                best.comparison(),
                region(best.face().box()),
                faces.stream()
                        .filter(f -> !f.equals(best.face()))
                        .map(f -> region(f.box()))
                        .toList())));
        return matches;
    }

    private record Closest(FoundFace face, float cosine, Threshold threshold) {
        private static final Comparator<Closest> BEST =
                Comparator.comparing((Closest c) -> strength(c.face().condition())).thenComparingDouble(c -> -c.cosine());

        Comparison comparison() {
            return new Comparison(
                    cosine, threshold.cosine(), threshold.falseMatchRate(), threshold.model(), strength(face.condition()));
        }
    }

    private static Strength strength(Condition condition) {
        return switch (condition) {
            case PLAIN -> Strength.PLAIN;
            case LOW_QUALITY -> Strength.LOW_QUALITY;
            case MASKED -> Strength.MASKED;
        };
    }

    private static Region region(Box box) {
        return new Region(box.left(), box.top(), box.right(), box.bottom());
    }
}
