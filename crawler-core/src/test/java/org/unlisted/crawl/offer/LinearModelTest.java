package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearModelTest {
    private static final Offset<Double> ROUNDING = within(1e-6);
    private static final String COLUMNS = "feature\trarity\tSWEET\tSOUR";

    private enum Taste { SWEET, SOUR }

    // SWEET leads by a half where nothing is known.
    private static final List<LinearModel.Entry> ENTRIES = List.of(
            new LinearModel.Entry("", 0, List.of(0.5, 0.0)),
            new LinearModel.Entry("plum", 3, List.of(2.0, -1.0)),
            new LinearModel.Entry("fig", 4, List.of(1.0, 1.0)));

    @TempDir
    Path folder;

    @Test
    void weighsFeaturesByRarityAndMakesThemUnitLength() {
        Map<Taste, Double> scores = model(ENTRIES).scores(once("plum", "fig"));

        // (3, 4) has the length 5.
        assertThat(scores.get(Taste.SWEET)).isEqualTo((3 * 2 + 4 * 1) / 5.0 + 0.5, ROUNDING);
        assertThat(scores.get(Taste.SOUR)).isEqualTo((3 * -1 + 4 * 1) / 5.0, ROUNDING);
    }

    @Test
    void takesNoAccountOfWhatItNeverLearnt() {
        assertThat(model(ENTRIES).scores(once("kiwi"))).isEqualTo(Map.of(Taste.SWEET, 0.5, Taste.SOUR, 0.0));
        assertThat(model(ENTRIES).scores(once("kiwi", "fig"))).isEqualTo(model(ENTRIES).scores(once("fig")));
    }

    @Test
    void makesTwiceMoreThanOnceButNotDouble() {
        assertThat(LinearModel.worth(1)).isEqualTo(1);
        assertThat(LinearModel.worth(2)).isBetween(1.0, 2.0).isEqualTo(1 + Math.log(2), ROUNDING);
    }

    @Test
    void saysHowMuchMoreAFeatureSpeaksForOneThanForAnother() {
        LinearModel<Taste> model = model(ENTRIES);

        assertThat(model.voice(Surroundings.key("plum"), Taste.SWEET, Taste.SOUR)).isEqualTo((2 + 1) * 3, ROUNDING);
        assertThat(model.voice(Surroundings.key("fig"), Taste.SWEET, Taste.SOUR)).isZero();
        assertThat(model.voice(Surroundings.key("kiwi"), Taste.SWEET, Taste.SOUR)).isZero();
    }

    @Test
    void findsEachOfThousandsOfFeatures() {
        List<LinearModel.Entry> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) many.add(new LinearModel.Entry("f" + i, 1, List.of((double) i, 0.0)));
        LinearModel<Taste> model = model(many);

        for (int i = 0; i < 5_000; i++)
            assertThat(model.scores(once("f" + i)).get(Taste.SWEET)).isEqualTo(i, ROUNDING);
    }

    @Property
    void givesLikelihoodsThatAddUpToOneHoweverSureItIs(
            @ForAll @DoubleRange(min = -5_000, max = 5_000) double sweet, @ForAll @DoubleRange(min = -5_000, max = 5_000) double sour) {
        Map<Taste, Double> likely = model(List.of(new LinearModel.Entry("", 0, List.of(sweet, sour)))).likelihoods(once());

        assertThat(likely.values().stream().mapToDouble(p -> p).sum()).isEqualTo(1, ROUNDING);
        assertThat(likely.values()).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
        assertThat(likely.get(sweet > sour ? Taste.SWEET : Taste.SOUR)).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void knowsNothingWithoutItsFile() throws IOException {
        LinearModel<Taste> none = LinearModel.load(folder.resolve("taste.tsv"), Taste.class, Surroundings::key);

        assertThat(none.scores(once("plum"))).isEqualTo(Map.of(Taste.SWEET, 0.0, Taste.SOUR, 0.0));
    }

    @Test
    void readsTheLinesThatItWrites() throws IOException {
        List<String> lines = new ArrayList<>(List.of(LinearModel.columns(Taste.class)));
        ENTRIES.forEach(e -> lines.add(LinearModel.line(e)));

        assertThat(lines.getFirst()).isEqualTo(COLUMNS);
        assertThat(load(lines).scores(once("plum", "fig"))).isEqualTo(model(ENTRIES).scores(once("plum", "fig")));
    }

    @Test
    void namesTheFileWhoseColumnsAreOthers() {
        assertThatThrownBy(() -> load(List.of("feature\trarity\tSOUR\tSWEET", "plum\t300\t200\t-100")))
                .isInstanceOf(IOException.class).hasMessageContaining("taste.tsv").hasMessageContaining(COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plum\t300\t200", "plum\t300\t200\t-100\t5", "plum\tmany\t200\t-100", "plum\t300\t2.5\t-100", "plum 300 200 -100", ""})
    void namesFileAndLineThatItDoesNotUnderstand(String bad) {
        assertThatThrownBy(() -> load(List.of(COLUMNS, "fig\t400\t100\t100", bad)))
                .isInstanceOf(IOException.class).hasMessageContaining("taste.tsv").hasMessageContaining("line 3");
    }

    private LinearModel<Taste> load(List<String> lines) throws IOException {
        return LinearModel.load(Files.write(folder.resolve("taste.tsv"), lines), Taste.class, Surroundings::key);
    }

    private static LinearModel<Taste> model(List<LinearModel.Entry> entries) {
        return new LinearModel<>(Taste.class, entries, Surroundings::key);
    }

    private static LinearModel.Features once(String... features) {
        return each -> {
            for (String feature : features) each.feature(Surroundings.key(feature), 1);
        };
    }
}
