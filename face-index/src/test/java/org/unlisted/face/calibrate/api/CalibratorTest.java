package org.unlisted.face.calibrate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.face.Samples;
import org.unlisted.face.calibrate.CalibrationReport;
import org.unlisted.face.calibrate.Calibrator;

class CalibratorTest {

    @TempDir
    Path dir;

    @Test
    void measuresTheSamplePeople() throws IOException {
        String people = Samples.PEOPLE.toAbsolutePath().normalize().toString();
        StringBuilder csv = new StringBuilder("path_a,path_b,mated\n");
        for (String id : new String[] {"p01", "p02", "p03"})
            csv.append("%s/enrol/%s/1.jpg,%s/enrol/%s/2.jpg,1\n".formatted(people, id, people, id));
        csv.append("%s/enrol/p01/1.jpg,%s/enrol/p02/1.jpg,0\n".formatted(people, people));
        csv.append("%s/enrol/p02/1.jpg,%s/enrol/p03/1.jpg,0\n".formatted(people, people));

        CalibrationReport report = run(csv.toString());

        assertThat(report.images()).isEqualTo(6);
        assertThat(report.undetected()).isZero();
        assertThat(report.matedPairs()).isEqualTo(3);
        assertThat(report.crossComparisons()).isEqualTo(12);
        assertThat(report.accuracy()).isEqualTo(1);
        assertThat(report.points()).hasSize(3).allSatisfy(p -> assertThat(p.falseNonMatchRate()).isZero());
    }

    @Test
    void namesTheLineThatItCannotRead() throws IOException {
        Path csv = Files.writeString(dir.resolve("pairs.csv"), "path_a,path_b,mated\na.jpg,b.jpg,yes\n");

        try (Calibrator calibrator = Calibrator.open(Samples.CARDS, Samples.MODELS)) {
            assertThatIllegalArgumentException().isThrownBy(() -> calibrator.run(csv))
                    .withMessageContaining("pairs.csv, line 2");
        }
    }

    private CalibrationReport run(String csv) throws IOException {
        try (Calibrator calibrator = Calibrator.open(Samples.CARDS, Samples.MODELS)) {
            return calibrator.run(Files.writeString(dir.resolve("pairs.csv"), csv));
        }
    }
}
