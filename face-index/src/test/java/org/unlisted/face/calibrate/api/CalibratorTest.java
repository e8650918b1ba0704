package org.unlisted.face.calibrate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unlisted.face.Samples;
import org.unlisted.face.calibrate.CalibrationReport;
import org.unlisted.face.calibrate.CalibrationTable;
import org.unlisted.face.calibrate.Calibrator;
import org.unlisted.face.calibrate.CardTable;
import org.unlisted.face.calibrate.Trial;
import org.unlisted.face.model.ModelCards;
import org.unlisted.face.model.Role;
import org.unlisted.face.quality.Condition;

class CalibratorTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(Trial.class)
    void measuresTheSamplePeople(Trial trial) throws IOException {
        List<Integer> progress = new ArrayList<>();
        CalibrationReport report;
        try (Calibrator calibrator = Calibrator.open(Samples.CARDS, Samples.MODELS)) {
            report = calibrator.run(pairs(), trial, progress::add);
        }

        assertThat(progress).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(report.images()).isEqualTo(6);
        assertThat(report.undetected()).isZero();
        assertThat(report.misses()).isZero();
        assertThat(report.mated()).isEqualTo(3);
        assertThat(report.nonMated()).isEqualTo(3);
        assertThat(report.impostor()).isEqualTo(6);
        assertThat(report.roc()).isSortedAccordingTo((a, b) -> Double.compare(b.cosine(), a.cosine()));
        assertThat(CalibrationTable.of(report)).contains("6 comparisons of two people", "accuracy");
    }

    @Test
    void writesTheTableThatACardNeeds() throws IOException {
        List<CalibrationReport> reports = new ArrayList<>();
        for (Trial trial : Trial.values()) reports.add(made(trial));
        Path cards = Files.createDirectories(dir.resolve("cards"));
        for (String name : List.of("blazeface.yaml", "landmark68.yaml", "mobilefacenet.yaml"))
            Files.copy(Samples.CARDS.resolve(name), cards.resolve(name));
        Path card = cards.resolve("mobilefacenet.yaml");
        String text = Files.readString(card);
        int old = text.indexOf("calibration:");
        Files.writeString(card, (old < 0 ? text : text.substring(0, old))
                + CardTable.of(reports, "invented pairs", LocalDate.of(2026, 12, 1)));

        var calibration = ModelCards.read(cards).get(Role.EMBEDDER).calibrationTable();

        assertThat(calibration.data()).isEqualTo("invented pairs");
        for (Condition condition : Condition.values())
            assertThat(calibration.at(condition, 1e-4).cosine()).isEqualTo(0.5);
    }

    @Test
    void namesTheLineThatItCannotRead() throws IOException {
        assertRefused("path_a,path_b,mated\na.jpg,b.jpg,yes\n", "pairs.csv, line 2");
    }

    @Test
    void namesTheFileThatIsNotThere() throws IOException {
        assertRefused("path_a,path_b,mated\nno/such.jpg,b.jpg,1\n", "line 2: no file no/such.jpg");
    }

    private void assertRefused(String csv, String message) throws IOException {
        Path file = Files.writeString(dir.resolve("pairs.csv"), csv);
        try (Calibrator calibrator = Calibrator.open(Samples.CARDS, Samples.MODELS)) {
            assertThatIllegalArgumentException().isThrownBy(() -> calibrator.run(file, Trial.PLAIN, _ -> { }))
                    .withMessageContaining(message);
        }
    }

    private Path pairs() throws IOException {
        String people = Samples.PEOPLE.toAbsolutePath().normalize().toString();
        StringBuilder csv = new StringBuilder("path_a,path_b,mated\n");
        for (String id : new String[] {"p01", "p02", "p03"})
            csv.append("%s/enrol/%s/1.jpg,%s/enrol/%s/2.jpg,1\n".formatted(people, id, people, id));
        for (String[] two : new String[][] {{"p01", "p02"}, {"p02", "p03"}, {"p03", "p01"}})
            csv.append("%s/enrol/%s/1.jpg,%s/enrol/%s/2.jpg,0\n".formatted(people, two[0], people, two[1]));
        return Files.writeString(dir.resolve("pairs.csv"), csv);
    }

    private static CalibrationReport made(Trial trial) {
        var range = new org.unlisted.face.model.Calibration.Range(0.4, 0.6);
        return new CalibrationReport("m", trial, 10, 0, 0, 5, 5, 1_000_000, true, 1,
                List.of(new CalibrationReport.Point(1e-4, 1_000_000, 0.5, range, 0.1, range)), List.of(), List.of(), 1);
    }
}
