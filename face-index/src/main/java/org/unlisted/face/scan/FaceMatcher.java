package org.unlisted.face.scan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unlisted.face.detect.Look;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.embed.FaceReader;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.Gallery;
import org.unlisted.face.image.Picture;
import org.unlisted.face.quality.Condition;

/**
 * Compares the faces of a picture with the enrolled. Nearly all are strangers, and a glance tells: only a face that comes
 * near somebody is looked at with care, and only that look decides.
 */
final class FaceMatcher {

    /** Relatives look alike; more than a few candidates for one face would be a broken threshold. */
    private static final int CANDIDATES = 5;

    /** How far below the threshold a glance may lie. Of 1,204 mated comparisons one moves further (docs/quality/faces.md). */
    private static final double SLACK = 0.08;

    private final FaceReader reader;
    private final Gallery bare;
    private final Gallery masked;
    private final Thresholds thresholds;

    FaceMatcher(FaceReader reader, Gallery bare, Gallery masked, Thresholds thresholds) {
        this.reader = requireNonNull(reader, "reader");
        this.bare = requireNonNull(bare, "bare");
        this.masked = requireNonNull(masked, "masked");
        this.thresholds = requireNonNull(thresholds, "thresholds");
    }

    /** Every face of the picture, best detection first. */
    List<FoundFace> match(Picture picture) {
        List<EmbeddedFace> glanced = reader.read(picture, Look.GLANCE);
        List<FoundFace> found = new ArrayList<>(judge(glanced, SLACK));
        List<Integer> near = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) if (found.get(i) instanceof FoundFace.Known) near.add(i);
        List<EmbeddedFace> again =
                reader.read(picture, near.stream().map(i -> glanced.get(i).face()).toList(), Look.CAREFUL);
        List<FoundFace> judged = judge(again, 0);
        for (int i = 0; i < near.size(); i++) found.set(near.get(i), judged.get(i));
        return List.copyOf(found);
    }

    /** A bare likeness counts for more than a masked one, so it is asked for first. */
    private List<FoundFace> judge(List<EmbeddedFace> faces, double slack) {
        List<List<Candidate>> asBare = search(bare, faces.stream().map(EmbeddedFace::bare).toList(), slack, Condition.LOW_QUALITY, Condition.PLAIN);
        List<List<Candidate>> asMasked = search(masked, faces.stream().map(EmbeddedFace::covered).toList(), slack, Condition.MASKED);
        List<FoundFace> found = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++) {
            EmbeddedFace face = faces.get(i);
            Condition condition = face.quality().condition();
            Condition ofBare = condition == Condition.MASKED ? Condition.LOW_QUALITY : condition;
            List<Candidate> bareOnes = atLeast(asBare.get(i), thresholds.at(ofBare).cosine() - slack);
            if (!bareOnes.isEmpty()) found.add(new FoundFace.Known(face.face().box(), ofBare, bareOnes));
            else if (!asMasked.get(i).isEmpty())
                found.add(new FoundFace.Known(face.face().box(), Condition.MASKED, asMasked.get(i)));
            else found.add(new FoundFace.Unknown(face.face().box(), condition));
        }
        return found;
    }

    /** One list a face, empty where it has no such vector; down to the lowest threshold of the conditions. */
    private List<List<Candidate>> search(
            Gallery gallery, List<Optional<Embedding>> probes, double slack, Condition... conditions) {
        double lowest = 1;
        for (Condition condition : conditions) lowest = Math.min(lowest, thresholds.at(condition).cosine());
        List<Embedding> given = probes.stream().flatMap(Optional::stream).toList();
        List<List<Candidate>> answers =
                given.isEmpty() ? List.of() : gallery.search(given, CANDIDATES, (float) (lowest - slack));
        List<List<Candidate>> all = new ArrayList<>(probes.size());
        int next = 0;
        for (Optional<Embedding> probe : probes) all.add(probe.isPresent() ? answers.get(next++) : List.of());
        return all;
    }

    private static List<Candidate> atLeast(List<Candidate> candidates, double cosine) {
        return candidates.stream().filter(c -> c.cosine() >= (float) cosine).toList();
    }
}
