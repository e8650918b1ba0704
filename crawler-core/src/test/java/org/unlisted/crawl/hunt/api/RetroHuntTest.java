package org.unlisted.crawl.hunt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unlisted.crawl.hunt.api.StoredCaptures.answered;
import static org.unlisted.crawl.hunt.api.StoredCaptures.item;
import static org.unlisted.crawl.hunt.api.StoredCaptures.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.CommittedReader;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.hunt.HuntHit;
import org.unlisted.crawl.hunt.HuntListener;
import org.unlisted.crawl.hunt.HuntRules;
import org.unlisted.crawl.hunt.HuntTally;
import org.unlisted.crawl.hunt.HuntWindow;
import org.unlisted.crawl.hunt.RetroHunt;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.tracker.Trackers;

class RetroHuntTest {
    private static final String M = "https://market.example";
    private static final String SALE = item("人脸照片 现货", "出售人脸照片 5000张 10元 微信联系");
    private static final String CHAIR = item("Oak chair", "A chair of solid oak, hardly used, 20 euros");

    @TempDir
    Path dir;

    private StoredCaptures captures;
    private final HeardHits heard = new HeardHits();

    @BeforeEach
    void folder() {
        captures = new StoredCaptures(dir.resolve("captures"));
    }

    @Test
    void findsTheOffersOfStoredPages() throws Exception {
        captures.archive("market", "20261101-030000-aa-1",
                page(M + "/1", "2026-11-01T03:00:01Z", SALE),
                page(M + "/2", "2026-11-01T03:00:02Z", CHAIR),
                answered(M + "/3", "2026-11-01T03:00:03Z", 404, "text/html", SALE));

        HuntTally tally = hunt(HuntWindow.ALL);

        HuntHit hit = heard.hits.getFirst();
        assertThat(hit.source()).isEqualTo("market");
        assertThat(hit.page()).hasToString(M + "/1");
        assertThat(hit.capturedAt()).isEqualTo("2026-11-01T03:00:01Z");
        assertThat(hit.sale().orElseThrow().images()).hasValue(5_000);
        assertThat(hit.sale().orElseThrow().reasons()).isNotEmpty();
        assertThat(tally).usingRecursiveComparison().ignoringFields("seconds")
                .isEqualTo(new HuntTally(2, 2, 2, 1, 1, 0, 0, 0));
        assertThat(heard.done).isSorted().isNotEmpty().allMatch(d -> d <= heard.total);
    }

    @Test
    void readsTheNewestCaptureOfAPageAndLeavesOutItsTwins() throws Exception {
        String dearer = item("人脸照片 现货", "出售人脸照片 5000张 30元 微信联系");
        captures.archive("market", "20261101-030000-aa-1", page(M + "/1", "2026-11-01T03:00:01Z", SALE));
        captures.archive("market", "20261102-030000-bb-2", page(M + "/1", "2026-11-02T03:00:01Z", SALE));
        captures.archive("market", "20261102-030000-bb-10", page(M + "/1", "2026-11-02T04:00:01Z", dearer));

        HuntTally tally = hunt(HuntWindow.ALL);

        assertThat(tally.captures()).isEqualTo(3);
        assertThat(tally.pages()).isEqualTo(2);
        assertThat(tally.offers()).isEqualTo(1);
        assertThat(heard.hits).singleElement()
                .satisfies(h -> assertThat(h.capturedAt()).isEqualTo("2026-11-02T04:00:01Z"));
    }

    @Test
    void staysInItsWindow() throws Exception {
        captures.archive("market", "20261101-030000-aa-1",
                page(M + "/old", "2026-11-01T03:00:01Z", SALE),
                page(M + "/new", "2026-11-01T05:00:00Z", SALE + " "));
        captures.archive("forum", "20261101-030000-aa-1", page("https://forum.example/1", "2026-11-01T06:00:00Z", SALE));
        captures.archive("market", "20260901-030000-cc-1", page(M + "/older", "2026-09-01T03:00:01Z", SALE));

        hunt(new HuntWindow(Instant.parse("2026-11-01T05:00:00Z"), Optional.of("market")));

        assertThat(heard.pages()).containsExactly("/new");
        assertThat(RetroHunt.sources(captures.folder())).containsExactly("forum", "market");
    }

    @Test
    void namesTheTrackersThatHit() throws Exception {
        Path trackers = Files.createDirectories(dir.resolve("trackers"));
        Files.writeString(trackers.resolve("t.yaml"), """
                - id: oak
                  label: REVIEW
                  languages: [en]
                  query: "text:oak AND text:chair"
                """);
        captures.archive("market", "20261101-030000-aa-1", page(M + "/2", "2026-11-01T03:00:02Z", CHAIR));

        try (Trackers loaded = Trackers.load(trackers)) {
            HuntTally tally = new RetroHunt(captures.folder(), HuntWindow.ALL)
                    .read(rules(loaded::match, _ -> false), heard);
            assertThat(tally.tracked()).isEqualTo(1);
            assertThat(tally.offers()).isZero();
        }
        assertThat(heard.hits).singleElement().satisfies(h -> {
            assertThat(h.tracked()).singleElement().satisfies(t -> assertThat(t.trackerId()).isEqualTo("oak"));
            assertThat(h.sale()).isEmpty();
            assertThat(h.fresh()).isFalse();
        });
    }

    @Test
    void readsAllBeforeTheByteWhereACrashCutTheArchive() throws Exception {
        captures.archive("market", "20261101-030000-aa-1",
                page(M + "/1", "2026-11-01T03:00:01Z", SALE), page(M + "/2", "2026-11-01T03:00:02Z", SALE + " "));
        Path file = captures.folder().resolve("market/20261101-030000-aa-1.warc.gz");
        byte[] whole = Files.readAllBytes(file);
        int first = firstMembers(whole);
        for (int length = first; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            HeardHits torn = new HeardHits();
            HuntTally tally = new RetroHunt(captures.folder(), HuntWindow.ALL).read(rules(), torn);
            assertThat(torn.pages()).as("cut at " + length).startsWith("/1");
            assertThat(tally.offers() == 2 || torn.unreadable.size() == 1 || length == first).as("cut at " + length).isTrue();
            assertThat(torn.unreadable).allMatch(u -> u.startsWith(file + " breaks off after byte "));
        }
    }

    @Test
    void goesOnWithTheNextArchiveBehindOneThatIsNone() throws Exception {
        captures.archive("market", "20261101-030000-aa-1", page(M + "/1", "2026-11-01T03:00:01Z", SALE));
        Path market = captures.folder().resolve("market");
        Files.write(market.resolve("20261102-030000-bb-1.warc.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
        Files.writeString(market.resolve("20261102-030000-bb-2.warc.gz"), "no archive at all\r\n\r\n");
        Files.write(market.resolve("20261102-030000-bb-3.warc.gz"), new byte[0]);
        Files.write(market.resolve("20261102-030000-bb-4.warc.gz"), new byte[] {0x1f});
        Files.writeString(market.resolve("notes.txt"), "not an archive");

        HuntTally tally = hunt(HuntWindow.ALL);

        assertThat(heard.pages()).containsExactly("/1");
        assertThat(tally.unreadable()).isEqualTo(3);
        assertThat(heard.unreadable).anyMatch(u -> u.contains("bb-1")).anyMatch(u -> u.contains("bb-2"))
                .anyMatch(u -> u.contains("bb-4"));
    }

    @Test
    void namesAPageThatCannotBeReadAndGoesOn() throws Exception {
        captures.archive("market", "20261101-030000-aa-1",
                answered(M + "/x", "2026-11-01T03:00:01Z", 200, "application/zip", "PK"),
                page(M + "/1", "2026-11-01T03:00:02Z", SALE));

        HuntTally tally = hunt(HuntWindow.ALL);

        assertThat(heard.unreadable).containsExactly(M + "/x not HTML: application/zip");
        assertThat(heard.pages()).containsExactly("/1");
        assertThat(tally.unreadable()).isEqualTo(1);
    }

    @Test
    void keepsTheOrderOfManyPages() throws Exception {
        String[] paths = Stream.iterate(0, n -> n + 1).limit(200).map(n -> "/" + n).toArray(String[]::new);
        captures.archive("market", "20261101-030000-aa-1", Arrays.stream(paths)
                .map(p -> page(M + p, "2026-11-01T03:00:01Z", SALE))
                .toArray(Exchange[]::new));

        assertThat(hunt(HuntWindow.ALL).offers()).isEqualTo(200);

        assertThat(heard.pages()).containsExactly(paths);
    }

    @Test
    void showsWhatANewRuleBrings() throws Exception {
        captures.archive("market", "20261101-030000-aa-1",
                page(M + "/1", "2026-11-01T03:00:01Z", SALE),
                page(M + "/2", "2026-11-01T03:00:02Z", item("玫瑰照片 现货", "出售玫瑰照片 5000张 10元 微信联系")));
        OfferReader after = OfferReader.load(lexiconWith("玫瑰"));

        HuntTally tally = new RetroHunt(captures.folder(), HuntWindow.ALL)
                .differences(new ListingExtractor(), CommittedReader.get(), after, heard);

        assertThat(heard.pages()).containsExactly("/2");
        assertThat(heard.hits.getFirst().fresh()).isTrue();
        assertThat(tally.offers()).isEqualTo(2);
        assertThat(tally.newOffers()).isEqualTo(1);
    }

    @Test
    void findsNothingWhereNothingWasKept() throws Exception {
        assertThat(hunt(HuntWindow.ALL).captures()).isZero();
        assertThat(heard.hits).isEmpty();
        assertThat(RetroHunt.sources(captures.folder())).isEmpty();
    }

    @Test
    void stopsWhenNobodyListens() throws Exception {
        captures.archive("market", "20261101-030000-aa-1", page(M + "/1", "2026-11-01T03:00:01Z", SALE));
        HuntListener deaf = new HuntListener() {
            @Override
            public void hit(HuntHit hit) {
                throw new UncheckedIOException(new IOException("closed"));
            }

            @Override
            public void unreadable(String item, String why) {}

            @Override
            public void progress(long done, long total, long pages) {}
        };
        assertThatThrownBy(() -> new RetroHunt(captures.folder(), HuntWindow.ALL).read(rules(), deaf))
                .hasRootCauseMessage("closed");
    }

    private HuntTally hunt(HuntWindow window) throws IOException {
        return new RetroHunt(captures.folder(), window).read(rules(), heard);
    }

    private static HuntRules rules() {
        return rules(HuntRules.Tracking.none(), _ -> false);
    }

    private static HuntRules rules(HuntRules.Tracking tracking, HuntRules.Known known) {
        return new HuntRules(new ListingExtractor(), CommittedReader.get(), tracking, known);
    }

    /** Where the third member ends: warcinfo, response and request of the first page. */
    private static int firstMembers(byte[] file) {
        int seen = 0;
        for (int i = 0; i + 3 < file.length; i++)
            if ((file[i] & 0xFF) == 0x1F && (file[i + 1] & 0xFF) == 0x8B && file[i + 2] == 8 && ++seen == 4) return i;
        throw new IllegalStateException("fewer than four members");
    }

    private Path lexiconWith(String word) throws IOException {
        Path copy = Files.createDirectories(dir.resolve("lexicon"));
        try (Stream<Path> files = Files.list(Path.of("../config/lexicon"))) {
            for (Path file : (Iterable<Path>) files::iterator)
                if (Files.isRegularFile(file)) Files.copy(file, copy.resolve(file.getFileName()));
        }
        Path zh = copy.resolve("zh.yaml");
        List<String> lines = Files.readAllLines(zh);
        assertThat(lines).as("the lexicon's layout").anyMatch(l -> l.contains("[人脸, rl"));
        Files.write(zh, lines.stream().map(l -> l.replace("[人脸, rl", "[" + word + ", 人脸, rl")).toList());
        return copy;
    }
}
