package org.unlisted.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalePassesTest {
    @TempDir
    private Path crawls;

    private Path brokenOff() throws IOException {
        Path plan = crawls.resolve("plan-1");
        Files.createDirectories(plan.resolve("market/pictures"));
        Files.createDirectories(plan.resolve("market/crawldb/3"));
        Files.createDirectories(plan.resolve("evidence"));
        Files.writeString(plan.resolve("market/pictures/x-p.warc.gz"), "a stranger's face");
        Files.writeString(plan.resolve("pass.json"), "{}");
        return plan;
    }

    @Test
    void erasesPicturesThatNobodyLookedAtForADayAndKeepsWhatIsKnownOfAddresses() throws IOException {
        Path plan = brokenOff();
        StalePasses.erase(crawls, Instant.now().plus(Duration.ofHours(25)));
        assertThat(plan.resolve("market/pictures")).doesNotExist();
        assertThat(plan.resolve("evidence")).doesNotExist();
        assertThat(plan.resolve("pass.json")).doesNotExist();
        assertThat(plan.resolve("market/crawldb/3")).exists();
    }

    @Test
    void sparesWhatMayStillBeGoneOnWith() throws IOException {
        Path plan = brokenOff();
        StalePasses.erase(crawls, Instant.now().plus(Duration.ofHours(23)));
        assertThat(plan.resolve("market/pictures/x-p.warc.gz")).exists();
        assertThat(plan.resolve("pass.json")).exists();
    }
}
