package org.unlisted.crawl.tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.CommittedReader;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.tracker.Phrase;
import org.unlisted.crawl.tracker.Tracker;
import org.unlisted.crawl.tracker.TrackerHit;
import org.unlisted.crawl.tracker.Trackers;

class TrackersTest {
    private static final String FACES = "text:\"人脸 素材\" AND (text:私聊 OR text:vx) AND NOT text:招聘";

    @TempDir
    Path folder;

    @Test
    void noFolderIsNoTrackers() throws IOException {
        try (Trackers none = Trackers.load(folder.resolve("missing"))) {
            assertThat(none.list()).isEmpty();
            assertThat(none.match("人脸素材", "私聊")).isEmpty();
        }
    }

    @Test
    void shippedFolderHasNoTrackerOfItsOwn() throws IOException {
        try (Trackers shipped = Trackers.load(Path.of("../config/trackers"))) {
            assertThat(shipped.list()).isEmpty();
        }
        assertThat(Path.of("../config/trackers/example.yaml")).content().contains("# - id:");
    }

    @Test
    void exampleWorksOnceItsSignsAreTakenAway() throws IOException {
        List<String> example = Files.readAllLines(Path.of("../config/trackers/example.yaml")).stream()
                .dropWhile(line -> !line.startsWith("# - id:"))
                .map(line -> line.substring(2))
                .toList();
        Files.write(folder.resolve("example.yaml"), example);
        try (Trackers trackers = Trackers.load(folder)) {
            assertThat(trackers.list()).extracting(Tracker::owner).containsExactly(Optional.of("Example NGO"));
            assertThat(trackers.match("", "人脸素材,要的私聊")).hasSize(1);
            assertThat(trackers.match("", "人脸素材采集招聘,私聊")).isEmpty();
        }
    }

    @Test
    void phraseAndOrNotWorkTogether() throws IOException {
        assertThat(hits(FACES, "出售人脸素材,需要的加vx")).containsExactly("人脸素材", "vx");
        assertThat(hits(FACES, "出售人脸素材")).as("neither of the two contacts").isEmpty();
        assertThat(hits(FACES, "素材在此,人脸另算,私聊")).as("no phrase").isEmpty();
        assertThat(hits(FACES, "招聘人脸素材采集员,私聊")).as("NOT").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "人脸素材     | 一批人臉素材         | 人臉素材", // traditional text
        "人臉素材     | 一批人脸素材         | 人脸素材", // traditional query
        "kyc          | 全套ＫＹＣ           | ＫＹＣ", // full width
        "vx           | 加 ⓥⓧ              | ⓥⓧ",
        "身份证       | 出身.份.证一手       | 身.份.证", // strewn dots
        "加vx         | 要的加VX             | 加VX", // mixed script
        "паспорт      | Продам ПАСПОРТ       | ПАСПОРТ",
        "ПАСПОРТ      | продам паспорт       | паспорт",
        "паспорт*     | продам паспорта      | паспорта", // no stemming: a star says it
        "'\"ảnh khuôn mặt\"' | ban anh khuon mat that | anh khuon mat",
        "'\"anh khuon mat\"' | Bán ẢNH khuôn mặt     | ẢNH khuôn mặt",
        "đồng         | 500 dong             | dong",
        "zh:数据      | 出售人臉數據一批     | 數據",
        "'zh:\"人脸 数据\"' | 出售人脸数据一批 | 人脸数据",
        "exact:@some_seller | ask @Some_Seller | @Some_Seller",
        "exact:ảnh    | Ảnh mặt              | Ảnh",
    })
    void findsWhateverTheSpelling(String query, String text, String found) throws IOException {
        assertThat(hits(query, text)).containsExactly(found);
    }

    @Test
    void smartCnKnowsWordsWhereTextKnowsCharacters() throws IOException {
        String crossing = "函数据此求出"; // 函数 | 据此, not 数据
        assertThat(hits("text:数据", crossing)).containsExactly("数据");
        assertThat(hits("zh:数据", crossing)).isEmpty();
    }

    @Test
    void exactKeepsMarks() throws IOException {
        assertThat(hits("exact:ảnh", "anh oi")).isEmpty();
    }

    @Test
    void offsetsPointAtTheOriginalCharacters() throws IOException {
        write("t.yaml", "text:私聊 AND text:cafe AND text:人脸");
        String title = "😀 人\u200b臉";
        String body = "Cafe\u0301 ﬁ ＡＢ,私 聊";
        try (Trackers trackers = Trackers.load(folder)) {
            List<Phrase> phrases = trackers.match(title, body).getFirst().phrases();
            String whole = title + "\n" + body;
            assertThat(phrases).extracting(Phrase::text).containsExactly("人\u200b臉", "Cafe\u0301", "私 聊");
            assertThat(phrases).allSatisfy(p -> assertThat(whole.substring(p.start(), p.end())).isEqualTo(p.text()));
        }
    }

    @Test
    void offsetsCountInTheBodyAloneWithoutATitle() throws IOException {
        write("t.yaml", "私聊");
        try (Trackers trackers = Trackers.load(folder)) {
            assertThat(trackers.match(" ", "请私聊").getFirst().phrases()).containsExactly(new Phrase(1, 3, "私聊"));
        }
    }

    @Test
    void titleFieldLooksAtTheTitleAlone() throws IOException {
        write("t.yaml", "title:人脸");
        try (Trackers trackers = Trackers.load(folder)) {
            assertThat(trackers.match("标题", "人脸")).isEmpty();
            assertThat(trackers.match("人脸", "正文")).hasSize(1);
            assertThat(trackers.match("", "人脸")).isEmpty();
        }
    }

    @Test
    void hitNamesOwnerAndLabelAndAPausedTrackerHitsNothing() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                - {id: b-owned, owner: "Example NGO", label: LEAK, languages: [zh, zh-TW], note: why, query: 人脸}
                - {id: a-plain, query: 人脸}
                - {id: c-rests, query: 人脸, pause: true}
                """);
        try (Trackers trackers = Trackers.load(folder)) {
            assertThat(trackers.match("", "人脸")).containsExactly(
                    new TrackerHit("a-plain", Optional.empty(), "REVIEW", List.of(new Phrase(0, 2, "人脸"))),
                    new TrackerHit("b-owned", Optional.of("Example NGO"), "LEAK", List.of(new Phrase(0, 2, "人脸"))));
            assertThat(trackers.list()).extracting(Tracker::id).containsExactly("b-owned", "a-plain", "c-rests");
            assertThat(trackers.list()).extracting(Tracker::paused).containsExactly(false, false, true);
        }
    }

    @Test
    void fourThreadsHearTheSame() throws Exception {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 50; i++)
            file.append("- {id: t-").append(i).append(", query: 'zh:人脸 AND text:").append(i).append("'}\n");
        Files.writeString(folder.resolve("many.yaml"), file);
        try (Trackers trackers = Trackers.load(folder);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<List<List<TrackerHit>>> all = () -> {
                List<List<TrackerHit>> hits = new ArrayList<>();
                for (int i = 0; i < 200; i++) hits.add(trackers.match("出售人脸", "编号 " + i % 60));
                return hits;
            };
            List<List<TrackerHit>> alone = all.call();
            assertThat(alone).filteredOn(List::isEmpty).hasSize(30);
            for (Future<List<List<TrackerHit>>> together : threads.invokeAll(List.of(all, all, all, all)))
                assertThat(together.get()).isEqualTo(alone);
        }
    }

    @Test
    void hitOnWhatIsNoOfferPermitsNoFaceScan() throws IOException {
        write("t.yaml", "人脸 AND 泄露");
        OfferReader reader = CommittedReader.get();
        Listing news = listing("警方通报", "警方破获一起人脸数据泄露案,抓获嫌疑人三名");
        try (Trackers trackers = Trackers.load(folder)) {
            assertThat(trackers.match(news)).hasSize(1);
        }
        assertThat(reader.read(news)).noneMatch(Offer::permitsFaceScan);
    }

    private static Listing listing(String title, String text) {
        return new Listing(
                URI.create("https://market.example/1"),
                Listing.Structure.PLAIN,
                title,
                text,
                Optional.empty(),
                "zh",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private List<String> hits(String query, String text) throws IOException {
        write("t.yaml", query);
        try (Trackers trackers = Trackers.load(folder)) {
            return trackers.match("", text).stream()
                    .flatMap(h -> h.phrases().stream())
                    .map(Phrase::text)
                    .toList();
        }
    }

    private void write(String file, String query) throws IOException {
        Files.writeString(folder.resolve(file), "- id: t\n  query: >-\n    " + query + "\n");
    }
}
