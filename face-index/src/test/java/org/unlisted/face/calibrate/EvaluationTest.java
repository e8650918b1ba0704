package org.unlisted.face.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unlisted.face.calibrate.Comparisons.Comparison;
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
    void comparesEverybodyWithEverybodyElseWhereAFolderIsAPerson() {
        Comparisons comparisons = comparisons(200);

        assertThat(comparisons.mated()).hasSize(200);
        assertThat(comparisons.nonMated()).hasSize(200);
        assertThat(comparisons.impostor()).hasSize(200 * 199);
        assertThat(comparisons.misses()).isZero();
    }

    @Test
    void countsPairsWithoutAFaceAndLeavesThemOut() {
        Labelled labelled = labelled(10);
        labelled.probes().remove(path(3, 2));

        Comparisons comparisons = Comparisons.of(labelled.pairs(), labelled.references(), labelled.probes());

        assertThat(comparisons.misses()).isEqualTo(2);
        assertThat(comparisons.mated()).hasSize(9);
    }

    @Test
    void countsInThePairsAloneWhereAFolderHoldsTwoPeople() {
        Labelled labelled = labelled(10);
        List<LabelledPairs.Pair> pairs = new ArrayList<>(labelled.pairs().pairs());
        pairs.add(new LabelledPairs.Pair(path(1, 1), path(1, 2), false));

        Comparisons comparisons = Comparisons.of(new LabelledPairs(pairs), labelled.references(), labelled.probes());

        assertThat(comparisons.impostor()).isEqualTo(comparisons.nonMated());
    }

    @Test
    void showsOnlyRatesThatTheDataIsLargeEnoughFor() {
        List<CalibrationReport.Point> points = new Evaluation(comparisons(200)).points();

        assertThat(points).extracting(CalibrationReport.Point::falseMatchRate).containsExactly(1e-2, 1e-3, 1e-4);
        assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(a.cosine(), b.cosine()));
        assertThat(points).allSatisfy(p -> {
            assertThat(p.cosine()).isBetween(p.cosineRange().low() - 0.02, p.cosineRange().high() + 0.02);
            assertThat(p.cosineRange().low()).isLessThan(p.cosineRange().high());
            assertThat(p.nonMated()).isEqualTo(200 * 199);
        });
    }

    /** Nine folds know nothing of the tenth: what is only noise is told rightly half of the time. */
    @Test
    void doesNotFlatterItself() {
        List<Comparison> noise = new ArrayList<>();
        for (int i = 0; i < 400; i++) noise.add(new Comparison(i, i, i, Math.floorMod(i * 7919, 1000) / 1000f));
        List<Comparison> other = noise.reversed();

        assertThat(new Evaluation(new Comparisons(noise, other, other, 0)).accuracy()).isBetween(0.4, 0.6);
        assertThat(new Evaluation(comparisons(100)).accuracy()).isGreaterThan(0.95);
    }

    @Test
    void refusesToSayAnythingWithoutNonMatedPairs() {
        Labelled labelled = labelled(3);
        LabelledPairs matedOnly = new LabelledPairs(
                labelled.pairs().pairs().stream().filter(LabelledPairs.Pair::mated).toList());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparisons.of(matedOnly, labelled.references(), labelled.probes()));
    }

    @Test
    void statesFalseAlarmsOfEveryGalleryThatCanBeDrawn() {
        List<Comparison> impostor = new ArrayList<>();
        for (int reference = 1; reference <= 10; reference++) // probe 1 reaches 2 of 10 people, probe 2 nobody
            for (int image = 1; image <= 2; image++)
                impostor.add(new Comparison(reference, 100 + image, image, image == 1 && reference <= 2 ? 0.9f : 0.1f));
        Searches searches = new Searches(impostor, 0.5);

        assertThat(searches.largestGallery()).isEqualTo(10);
        assertThat(searches.falsePositiveRate(1)).isCloseTo(0.1, within(1e-9));
        assertThat(searches.falsePositiveRate(5)).isCloseTo((1 - 5.0 * 4 / (10 * 9)) / 2, within(1e-9));
        assertThat(searches.falsePositiveRate(10)).isCloseTo(0.5, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> searches.falsePositiveRate(11));
    }

    private record Labelled(
            LabelledPairs pairs, Map<Path, Subjects.Template> references, Map<Path, Subjects.Probe> probes) {}

    private static Comparisons comparisons(int people) {
        Labelled labelled = labelled(people);
        return Comparisons.of(labelled.pairs(), labelled.references(), labelled.probes());
    }

    /** Two pictures each of so many people, in folders of their own; one pair with oneself, one with the next. */
    private static Labelled labelled(int people) {
        List<Reference> made = new RandomFaces(5, 64).references(people, 2);
        Map<Path, Subjects.Template> references = new HashMap<>();
        Map<Path, Subjects.Probe> probes = new HashMap<>();
        List<LabelledPairs.Pair> pairs = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            references.put(path(p, 1), new Subjects.Template(made.get(2 * p).embedding(), Optional.empty()));
            probes.put(path(p, 2), new Subjects.Probe(Optional.of(made.get(2 * p + 1).embedding()), Optional.empty(), false));
            pairs.add(new LabelledPairs.Pair(path(p, 1), path(p, 2), true));
            pairs.add(new LabelledPairs.Pair(path(p, 1), path((p + 1) % people, 2), false));
        }
        return new Labelled(new LabelledPairs(pairs), references, probes);
    }

    private static Path path(int person, int picture) {
        return Path.of("p" + person, picture + ".jpg");
    }
}
