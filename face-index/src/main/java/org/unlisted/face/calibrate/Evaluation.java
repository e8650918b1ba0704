package org.unlisted.face.calibrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unlisted.face.embed.Embedding;

/** Error rates of embeddings with known owners. */
final class Evaluation {

    private static final double[] FALSE_MATCH_RATES = {1e-2, 1e-3, 1e-4};

    /** A rate is read off the pairs only if at least this many false matches remain there: fewer are an anecdote. */
    private static final int FALSE_MATCHES_NEEDED = 10;

    private final String model;
    private final int images;
    private final Map<Path, Embedding> embedded;

    /** @param images pictures that were looked at; those without a face are not in {@code embedded} */
    Evaluation(String model, int images, Map<Path, Embedding> embedded) {
        this.model = model;
        this.images = images;
        this.embedded = Map.copyOf(embedded);
    }

    CalibrationReport report(LabelledPairs labelled) {
        Cosines mated = cosines(labelled, true);
        Cosines nonMated = cosines(labelled, false);
        if (mated.count() == 0 || nonMated.count() == 0)
            throw new IllegalArgumentException("no mated or no non-mated pair left with a face in both pictures");
        Cosines cross = crossIdentity();
        List<CalibrationReport.Point> points = new ArrayList<>();
        for (double rate : FALSE_MATCH_RATES) points.add(point(rate, mated, nonMated, cross));
        return new CalibrationReport(
                model,
                images,
                images - embedded.size(),
                mated.count(),
                nonMated.count(),
                cross.count(),
                accuracy(mated, nonMated),
                points,
                roc(mated, nonMated));
    }

    private static CalibrationReport.Point point(double rate, Cosines mated, Cosines nonMated, Cosines cross) {
        boolean enough = cross.count() <= nonMated.count() || nonMated.count() * rate >= FALSE_MATCHES_NEEDED;
        double cosine = (enough ? nonMated : cross).reachedByAtMost(rate);
        return new CalibrationReport.Point(
                rate,
                cosine,
                1 - mated.shareAtOrAbove(cosine),
                enough ? CalibrationReport.Basis.PAIRS : CalibrationReport.Basis.CROSS_IDENTITY);
    }

    private Cosines cosines(LabelledPairs labelled, boolean mated) {
        List<LabelledPairs.Pair> compared = labelled.pairs().stream()
                .filter(p -> p.mated() == mated)
                .filter(p -> embedded.containsKey(p.a()) && embedded.containsKey(p.b()))
                .toList();
        float[] cosines = new float[compared.size()];
        for (int i = 0; i < cosines.length; i++)
            cosines[i] = embedding(compared.get(i).a()).cosine(embedding(compared.get(i).b()));
        return new Cosines(cosines);
    }

    private Embedding embedding(Path image) {
        Embedding embedding = embedded.get(image);
        if (embedding == null) throw new IllegalStateException("filtered before: " + image);
        return embedding;
    }

    /** Every picture with every picture in another folder: a folder is a person. */
    private Cosines crossIdentity() {
        List<Path> paths = embedded.keySet().stream().sorted().toList();
        float[] cosines = new float[Math.toIntExact((long) paths.size() * (paths.size() - 1) / 2)];
        int count = 0;
        for (int i = 0; i < paths.size(); i++) {
            Embedding one = embedding(paths.get(i));
            for (int j = 0; j < i; j++)
                if (!folder(paths.get(i)).equals(folder(paths.get(j))))
                    cosines[count++] = one.cosine(embedding(paths.get(j)));
        }
        return new Cosines(Arrays.copyOf(cosines, count));
    }

    private static Path folder(Path image) {
        return image.toAbsolutePath().resolveSibling("").normalize();
    }

    private static double accuracy(Cosines mated, Cosines nonMated) {
        double best = 0;
        for (int step = 0; step <= 1000; step++) {
            double cosine = step / 1000.0;
            int right = mated.atOrAbove(cosine) + nonMated.count() - nonMated.atOrAbove(cosine);
            best = Math.max(best, (double) right / (mated.count() + nonMated.count()));
        }
        return best;
    }

    private static List<CalibrationReport.RocPoint> roc(Cosines mated, Cosines nonMated) {
        List<CalibrationReport.RocPoint> roc = new ArrayList<>();
        for (int step = 14; step >= 2; step--) {
            double cosine = step / 20.0;
            roc.add(new CalibrationReport.RocPoint(
                    cosine, nonMated.shareAtOrAbove(cosine), 1 - mated.shareAtOrAbove(cosine)));
        }
        return roc;
    }
}
