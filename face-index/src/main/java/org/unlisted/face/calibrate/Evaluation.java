package org.unlisted.face.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.unlisted.face.calibrate.CalibrationReport.Point;
import org.unlisted.face.calibrate.CalibrationReport.RocPoint;
import org.unlisted.face.calibrate.Comparisons.Comparison;

/** Error rates of comparisons with a known answer (ISO/IEC 19795-1). */
final class Evaluation {

    private static final double[] FALSE_MATCH_RATES = {1e-2, 1e-3, 1e-4, 1e-5};
    private static final int FOLDS = 10;

    private final Comparisons all;
    private final Cosines mated;
    private final Cosines impostor;

    Evaluation(Comparisons all) {
        this.all = all;
        this.mated = cosines(all.mated());
        this.impostor = cosines(all.impostor());
    }

    /** Rates that the data is too small for are left out. */
    List<Point> points() {
        double[] rates = Arrays.stream(FALSE_MATCH_RATES).filter(r -> impostor.count() * r >= 1).toArray();
        List<Resampling.Ranges> ranges = new Resampling(all).ranges(rates);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            double cosine = impostor.reachedByAtMost(rates[i]);
            points.add(new Point(
                    rates[i], impostor.count(), cosine, ranges.get(i).cosine(), 1 - mated.shareAtOrAbove(cosine), ranges.get(i).miss()));
        }
        return points;
    }

    /** Share of pairs told rightly, each by the threshold that suits the other nine tenths best. */
    double accuracy() {
        int right = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int tested = fold;
            double cosine = best(part(all.mated(), i -> i % FOLDS != tested), part(all.nonMated(), i -> i % FOLDS != tested));
            right += part(all.mated(), i -> i % FOLDS == tested).atOrAbove(cosine);
            Cosines non = part(all.nonMated(), i -> i % FOLDS == tested);
            right += non.count() - non.atOrAbove(cosine);
        }
        return (double) right / (all.mated().size() + all.nonMated().size());
    }

    List<RocPoint> roc() {
        List<RocPoint> roc = new ArrayList<>();
        for (int step = 16; step >= 2; step--) {
            double cosine = step / 20.0;
            roc.add(new RocPoint(cosine, impostor.shareAtOrAbove(cosine), 1 - mated.shareAtOrAbove(cosine)));
        }
        return roc;
    }

    private static double best(Cosines mated, Cosines nonMated) {
        double best = 0;
        int most = -1;
        for (int step = 0; step <= 2000; step++) {
            double cosine = step / 2000.0;
            int right = mated.atOrAbove(cosine) + nonMated.count() - nonMated.atOrAbove(cosine);
            if (right > most) {
                most = right;
                best = cosine;
            }
        }
        return best;
    }

    private static Cosines part(List<Comparison> comparisons, Predicate<Integer> wanted) {
        return cosines(IntStream.range(0, comparisons.size()).boxed().filter(wanted).map(comparisons::get).toList());
    }

    private static Cosines cosines(List<Comparison> comparisons) {
        float[] values = new float[comparisons.size()];
        for (int i = 0; i < values.length; i++) values[i] = comparisons.get(i).cosine();
        return new Cosines(values);
    }
}
