package org.unlisted.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The bench of crawling, run by the launcher as its user does. How fast it is, is not tested. */
class BenchIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void itsLastLineSaysWhatWasFetchedHowFastAndAtWhatCost() throws Exception {
        Launcher.Result result = Launcher.run(
                folder, Map.of(), "bench", "crawl", "--lists", "3", "--pages", "20", "--images", "20", "--json");
        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode last = result.last();
        assertThat(last.propertyNames())
                .containsExactly("urls", "seconds", "pagesPerSecond", "imagesPerSecond", "cpuSeconds", "peakRssMb");
        assertThat(last.get("urls").asInt()).isEqualTo(43);
        for (String figure : last.propertyNames()) assertThat(last.get(figure).asDouble()).as(figure).isPositive();
    }

    @Test
    void refusesASizeThatIsNone() throws Exception {
        Launcher.Result result = Launcher.run(folder, Map.of(), "bench", "crawl", "--lists", "0");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("lists outside 1 to 1000000: 0");
    }
}
