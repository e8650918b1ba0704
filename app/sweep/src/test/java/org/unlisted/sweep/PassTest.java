package org.unlisted.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassTest {
    @TempDir
    private Path folder;

    @Test
    void goesOnWithWhatWasBrokenOff() throws IOException {
        Pass.open(folder, "s-1", "plan", Instant.now());
        Pass next = Pass.open(folder, "s-2", "plan", Instant.now());
        assertThat(next.id()).isEqualTo("s-1");
        assertThat(next.resumed()).isTrue();
    }

    @Test
    void beginsAnewAfterAnEnd() throws IOException {
        Pass.open(folder, "s-1", "plan", Instant.now()).end();
        assertThat(Pass.open(folder, "s-2", "plan", Instant.now()).id()).isEqualTo("s-2");
    }

    @Test
    void leavesNoPictureAtItsEndEvenOfASourceThatFailed() throws IOException {
        Pass pass = Pass.open(folder, "s-1", "plan", Instant.now());
        Path pictures = Files.createDirectories(folder.resolve("market/pictures"));
        Files.writeString(pictures.resolve("x-p.warc.gz"), "a stranger's face");
        Files.createDirectories(folder.resolve("market/crawldb"));
        pass.end();
        assertThat(pictures).doesNotExist();
        assertThat(folder.resolve("market/crawldb")).exists();
    }

    @Test
    void beginsAnewUnderOtherSettings() throws IOException {
        Pass.open(folder, "s-1", "plan", Instant.now());
        Pass next = Pass.open(folder, "s-2", "another plan", Instant.now());
        assertThat(next.id()).isEqualTo("s-2");
        assertThat(next.resumed()).isFalse();
    }

    @Test
    void givesUpWhatNobodyWentOnWithForADayButNotASlowSweep() throws IOException {
        Pass.open(folder, "s-1", "plan", Instant.now());
        Instant later = Instant.now().plus(Pass.RESUMABLE).plus(Duration.ofMinutes(1));
        Path source = Files.createDirectories(folder.resolve("market"));
        Files.setLastModifiedTime(source, java.nio.file.attribute.FileTime.from(later.minus(Duration.ofMinutes(20))));
        assertThat(Pass.open(folder, "s-2", "plan", later).id()).isEqualTo("s-1");
        assertThat(Pass.open(folder, "s-3", "plan", later.plus(Pass.RESUMABLE)).id()).isEqualTo("s-3");
    }

    @Test
    void aBrokenFileIsNoPass() throws IOException {
        Files.writeString(folder.resolve("pass.json"), "{\"id\":");
        assertThat(Pass.open(folder, "s-2", "plan", Instant.now()).id()).isEqualTo("s-2");
    }
}
