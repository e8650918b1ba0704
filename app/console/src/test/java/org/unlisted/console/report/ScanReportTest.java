package org.unlisted.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.sweep.protocol.SweepEvent;

class ScanReportTest {

    private static Document html(List<String> cases, List<SweepEvent.WorkerDied> died, Locale language) {
        List<SweepEvent.Skipped> skipped =
                List.of(new SweepEvent.Skipped("", "a.zip!" + SampleReport.HOSTILE, "bomb", "an archive bomb"));
        ScanReport report = new ScanReport(
                new SweepEvent.Started("b-1", "bundle", 1, 3, 9),
                new SweepEvent.Done(0, 0, 0, 1_234, 1_500, 2, Map.of("bomb", 7_000), Map.of(), 80, 900),
                cases,
                died,
                skipped,
                Optional.of("skipped.csv"),
                Optional.empty(),
                "0.1.0",
                SampleReport.AT);
        return Jsoup.parse(new ReportWriter(language).html(report));
    }

    @Test
    void tellsCaseNumbersAndCounts() {
        Document page = html(List.of("C-7", "C-9"), List.of(), Locale.ENGLISH);
        assertThat(page.select("ul.numbers code").eachText()).containsExactly("C-7", "C-9");
        assertThat(page.expectFirst(".lede").text())
                .isEqualTo("2 cases were opened or joined from 1,234 pictures.");
        assertThat(page.select("img, .case, .gauge")).isEmpty();
        assertThat(page.select(".workers")).isEmpty();
        assertThat(page.select("script")).isEmpty();
        assertThat(page.text()).contains("archive bomb", SampleReport.HOSTILE);
        assertThat(page.expectFirst(".skip summary b").text()).as("also those that are not listed").isEqualTo("7,000");
    }

    @Test
    void namesTheBatchesThatWorkersDiedOf() {
        Document page = html(
                List.of(),
                List.of(new SweepEvent.WorkerDied(3, 16, "killed by signal 9", SweepEvent.WorkerDied.Next.AGAIN)),
                Locale.ENGLISH);
        assertThat(page.select(".workers li").eachText())
                .containsExactly("Batch 3, 16 pictures: killed by signal 9; looked at again by another process.");
        assertThat(page.text()).contains("No case was opened.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "vi"})
    void speaksEveryLanguage(String tag) {
        for (SweepEvent.WorkerDied.Next next : SweepEvent.WorkerDied.Next.values()) {
            Document page = html(
                    List.of("C-7"),
                    List.of(new SweepEvent.WorkerDied(3, 1, "exit code 3", next)),
                    Locale.forLanguageTag(tag));
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo(tag);
            assertThat(page.text()).doesNotContain("{").doesNotContain(next.name()).contains("C-7");
        }
    }
}
