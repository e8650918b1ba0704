package org.unlisted.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.sweep.protocol.SweepEvent;

class SkippedCsvTest {
    private static final String HEAD = "at,source,url,reason,detail\r\n";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-12-01T00:30:00.7Z"));

    @TempDir
    Path folder;

    private SkippedCsv csv = new SkippedCsv(Path::of, CLOCK);

    @BeforeEach
    void aSweepHasStarted() {
        csv = new SkippedCsv(sweep -> folder.resolve("out").resolve(sweep + ".csv"), CLOCK);
        csv.accept(new SweepEvent.Started("s-1", "plan", 1, 8, 24));
    }

    @AfterEach
    void close() {
        csv.close();
    }

    @Test
    void everyLineIsThereBeforeTheSweepHasEnded() throws Exception {
        assertThat(written()).isEqualTo(HEAD);
        csv.accept(new SweepEvent.Skipped("market", "https://m.example/1", "robots", "robots.txt forbids it"));
        csv.accept(new SweepEvent.Skipped("chat", "聊天/photo_1.jpg", "truncated", "ends early"));
        assertThat(written())
                .isEqualTo(HEAD
                        + "2026-12-01T00:30:00Z,market,https://m.example/1,robots,robots.txt forbids it\r\n"
                        + "2026-12-01T00:30:00Z,chat,聊天/photo_1.jpg,truncated,ends early\r\n");
    }

    @Test
    void whatSeparatesCellsIsQuoted() throws Exception {
        csv.accept(new SweepEvent.Skipped("market", "https://m.example/a,b", "timeout", "said \"no\"\nand closed"));
        assertThat(written())
                .endsWith(",market,\"https://m.example/a,b\",timeout,\"said \"\"no\"\"\nand closed\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "\t=", "＝", "＋", "－", "＠"})
    void noCellBeginsLikeAFormula(String start) throws Exception {
        csv.accept(new SweepEvent.Skipped("market", start + "HYPERLINK(1)", "message", start + "cmd|' /C calc'!A0"));
        assertThat(written().substring(HEAD.length()))
                .contains(",'" + start + "HYPERLINK(1),message,'" + start + "cmd|");
    }

    @Test
    void aFormulaInsideQuotesIsNoneEither() throws Exception {
        csv.accept(new SweepEvent.Skipped("market", "=A1,\"x\"", "message", ""));
        assertThat(written()).endsWith(",market,\"'=A1,\"\"x\"\"\",message,\r\n");
    }

    @Test
    void theSweepGoesOnWhereTheFileCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        try (SkippedCsv nowhere = new SkippedCsv(_ -> file.resolve("skipped.csv"), CLOCK)) {
            nowhere.accept(new SweepEvent.Started("s-2", "plan", 1, 8, 24));
            nowhere.accept(new SweepEvent.Skipped("market", "https://m.example/1", "robots", "no"));
        }
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void liesBesideItsReport() {
        assertThat(SkippedCsv.beside(Path.of("out", "report.html"))).isEqualTo(Path.of("out", "skipped.csv"));
        assertThat(SkippedCsv.beside(Path.of("reports", "s-1.html"))).isEqualTo(Path.of("reports", "s-1-skipped.csv"));
    }

    private String written() throws Exception {
        return Files.readString(folder.resolve("out/s-1.csv"));
    }
}
