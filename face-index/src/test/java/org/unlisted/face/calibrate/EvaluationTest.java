package org.unlisted.face.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.Reference;
import org.unlisted.face.gallery.api.RandomFaces;

class EvaluationTest {

    @Test
    void countsSharesAtAndAboveAThreshold() {
        Cosines cosines = new Cosines(new float[] {0.9f, 0.1f, 0.5f, 0.5f});

        assertThat(cosines.atOrAbove(0.5)).isEqualTo(3);
        assertThat(cosines.atOrAbove(0.51)).isEqualTo(1);
        assertThat(cosines.shareAtOrAbove(0.95)).isZero();
    }

    @Test
    void findsTheLowestThresholdThatKeepsARate() {
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) values[i] = i / 1000f;
        Cosines cosines = new Cosines(values);

        assertThat(cosines.reachedByAtMost(0.01)).isCloseTo(0.990, within(1e-6));
        assertThat(cosines.shareAtOrAbove(cosines.reachedByAtMost(0.01))).isEqualTo(0.01);
        assertThat(cosines.atOrAbove(cosines.reachedByAtMost(1e-6))).isZero();
    }

    @Test
    void doesNotLetEqualCosinesPastTheRate() {
        Cosines cosines = new Cosines(new float[] {0.1f, 0.5f, 0.5f, 0.5f});

        assertThat(cosines.shareAtOrAbove(cosines.reachedByAtMost(0.25))).isLessThanOrEqualTo(0.25);
    }

    @Test
    void readsRareRatesOffAllComparisonsAcrossFolders() {
        Evaluated evaluated = evaluated(200);

        CalibrationReport report = new Evaluation("m", 401, evaluated.embedded()).report(evaluated.pairs());

        assertThat(report.undetected()).isEqualTo(1);
        assertThat(report.matedPairs()).isEqualTo(200);
        assertThat(report.nonMatedPairs()).isEqualTo(200);
        assertThat(report.crossComparisons()).isEqualTo(400L * 398 / 2);
        assertThat(report.at(1e-4).orElseThrow().basis()).isEqualTo(CalibrationReport.Basis.CROSS_IDENTITY);
        assertThat(report.at(1e-4).orElseThrow().cosine()).isGreaterThan(report.at(1e-2).orElseThrow().cosine());
        assertThat(report.accuracy()).isGreaterThan(0.95);
        assertThat(report.toTable()).contains("0.01 %").contains("the pairs are too few");
    }

    @Test
    void refusesToSayAnythingWithoutNonMatedPairs() {
        Evaluated evaluated = evaluated(3);
        LabelledPairs matedOnly = new LabelledPairs(
                evaluated.pairs().pairs().stream().filter(LabelledPairs.Pair::mated).toList());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation("m", 6, evaluated.embedded()).report(matedOnly));
    }

    private record Evaluated(Map<Path, Embedding> embedded, LabelledPairs pairs) {}

    /** Two pictures each of so many people, in folders of their own; one pair with oneself, one with the next. */
    private static Evaluated evaluated(int people) {
        List<Reference> references = new RandomFaces(5, 64).references(people, 2);
        Map<Path, Embedding> embedded = new HashMap<>();
        List<LabelledPairs.Pair> pairs = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            embedded.put(path(p, 1), references.get(2 * p).embedding());
            embedded.put(path(p, 2), references.get(2 * p + 1).embedding());
            pairs.add(new LabelledPairs.Pair(path(p, 1), path(p, 2), true));
            pairs.add(new LabelledPairs.Pair(path(p, 1), path((p + 1) % people, 2), false));
        }
        return new Evaluated(embedded, new LabelledPairs(pairs));
    }

    private static Path path(int person, int picture) {
        return Path.of("p" + person, picture + ".jpg");
    }
}
