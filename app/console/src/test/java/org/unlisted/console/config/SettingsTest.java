package org.unlisted.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.hunt.CaptureRetention;

class SettingsTest {
    private static final String SIGNED = """
            notifier: {organisation: An NGO, email: a@ngo.example, country: Netherlands}
            reportLanguage: vi
            """;

    @TempDir
    Path root;

    @Test
    void readsTheFileOfThisRepository() throws Exception {
        assertThat(Settings.read(new AppFolder(Path.of("../.."))).retention()).isEqualTo(new CaptureRetention(90, 20L << 30));
    }

    @Test
    void keepsCapturesAsUsualWhereNothingIsSaid() throws Exception {
        assertThat(settings("").retention()).isEqualTo(CaptureRetention.USUAL);
        assertThat(settings("captures: {keepDays: 7}").retention()).isEqualTo(new CaptureRetention(7, 20L << 30));
        assertThat(settings("captures: {maxGigabytes: 3}").retention()).isEqualTo(new CaptureRetention(90, 3L << 30));
    }

    @Test
    void namesTheFileAndTheKeyThatIsWrong() {
        assertThatThrownBy(() -> settings("captures: {keepDays: 0}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unlisted.yaml")
                .hasMessageContaining("captures.keepDays outside 1 to 3650: 0");
        assertThatThrownBy(() -> settings("captures: {maxGigabytes: 0}")).hasMessageContaining("captures.maxGigabytes outside");
        assertThatThrownBy(() -> settings("captures: {keptDays: 7}")).hasMessageContaining("keptDays");
    }

    private Settings settings(String more) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("config")).resolve("unlisted.yaml"), SIGNED + more);
        return Settings.read(new AppFolder(root));
    }
}
