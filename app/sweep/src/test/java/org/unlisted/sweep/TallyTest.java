package org.unlisted.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.nutch.CrawlGauge;
import org.unlisted.sweep.plan.PlanReader;
import org.unlisted.sweep.plan.Source;
import org.unlisted.sweep.protocol.SweepEvent;

class TallyTest {
    @TempDir
    Path folder;

    private final List<SweepEvent> events = new ArrayList<>();
    private final Tally tally = new Tally(events::add);
    private List<Source> sources = List.of();

    @BeforeEach
    void twoSourcesOfPagesAndOneOfMessages() throws Exception {
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, """
                plan: x
                contact: https://x.example
                sources:
                  - {id: market, type: web, seeds: ["https://market.example/"]}
                  - {id: forum, type: web, seeds: ["https://forum.example/"]}
                  - {id: chat, type: chat-export, path: result.json}
                """);
        sources = PlanReader.read(plan, Map.of()).sources();
    }

    @Test
    void saysWhyNothingWasFetchedMostFrequentReasonFirst() {
        tally.skip("gallery", "empty-gallery", "nobody is enrolled");
        tally.begin(sources.get(0));
        tally.skip("https://market.example/", "robots", "robots.txt forbids it");
        tally.begin(sources.get(1));
        for (int i = 0; i < 3; i++) tally.skip("https://forum.example/" + i, "timeout", "too slow");
        tally.skip("https://forum.example/9", "not-found", "HTTP 404");
        tally.skip("https://forum.example/8", "server-error", "HTTP 500");
        tally.read(0, 0);

        assertThat(tally.nothingFetched())
                .hasValue("no page could be fetched from any of its 2 web sources: skipped timeout 3, not-found 1, robots 1");
    }

    @Test
    void saysSoAlsoWhereNothingWasEvenAsked() {
        tally.begin(sources.getFirst());
        assertThat(tally.nothingFetched())
                .hasValue("no page could be fetched from its web source: no address was left to ask");
    }

    @Test
    void aMessageReadOrAPageOfAnotherSourceIsSomething() {
        tally.begin(sources.getFirst());
        tally.read(0, 0);
        tally.begin(sources.getLast());
        tally.read(1, 0);
        assertThat(tally.nothingFetched()).isEmpty();
    }

    @Test
    void aSweepWithoutWebSourcesHadNothingToFetch() {
        tally.skip("result.json", "source", "there is no such file");
        tally.begin(sources.getLast());
        tally.read(0, 0);
        assertThat(tally.nothingFetched()).isEmpty();
    }

    @Test
    void namesTheSourceOfWhatIsReadAndLeftOut() {
        tally.skip("gallery", "empty-gallery", "nobody is enrolled");
        tally.begin(sources.get(1));
        tally.skip("https://forum.example/", "login", "asks for a password");
        tally.read(5, 2);

        assertThat(events)
                .containsExactly(
                        new SweepEvent.Skipped("", "gallery", "empty-gallery", "nobody is enrolled"),
                        new SweepEvent.Skipped("forum", "https://forum.example/", "login", "asks for a password"),
                        new SweepEvent.SourceRead("forum", 5, 2));
    }

    @Test
    void aFetchIsNeverFartherThanItsEnd() {
        tally.gauge(new CrawlGauge("market", 2, 12, 10, 41, 7, 900, Map.of("m.example", 3), Map.of("robots", 1)));
        assertThat(events)
                .containsExactly(new SweepEvent.Gauge(
                        "market", 2, 12, 12, 41, 7, 900, Map.of("m.example", 3), Map.of("robots", 1)));
    }

    @Test
    void aFetchTellsWhatItsSourceLeftOutInEarlierRoundsToo() {
        tally.begin(sources.getFirst());
        String source = sources.getFirst().id();
        tally.skip("https://market.example/secret", "robots", "robots.txt forbids it");
        events.clear();
        tally.gauge(new CrawlGauge(source, 2, 1, 10, 1, 0, 0, Map.of(), Map.of("robots", 1, "timeout", 2)));
        tally.gauge(new CrawlGauge("another", 2, 1, 10, 1, 0, 0, Map.of(), Map.of()));
        assertThat(events)
                .extracting(event -> ((SweepEvent.Gauge) event).skipped())
                .containsExactly(Map.of("robots", 2, "timeout", 2), Map.of());
    }

    @Test
    void endsWithOneLineOfCounts() {
        Logger log = (Logger) LoggerFactory.getLogger(Tally.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
        try {
            tally.begin(sources.getFirst());
            tally.skip("https://market.example/secret", "robots", "robots.txt forbids it");
            tally.read(3, 2);
            tally.done();
        } finally {
            log.detachAppender(lines);
            log.setLevel(before);
        }
        assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage())
                .startsWith("event=sweep-done pages=3 listings=2 offers=0 images=0 alike=0 faces=0 candidates=0 skipped=1"
                        + " reasons={robots=1} seconds=")
                .doesNotContain("market.example"));
    }
}
