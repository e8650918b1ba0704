package org.unlisted.crawl.listing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor.Page;

/** Threads as the stock templates of forum software mark them up. */
class ThreadPagesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            discuz.html;    https://bbs.example/thread-88123-1-1.html;   2; 出一批人脸素材 手持都有; 41022001; 料仓管理员; 5521; 2026-09-12T06:03:22Z; 五千套手持身份证
            phpbb.html;     https://board.example/viewtopic.php?t=501;   2; WTS: KYC selfies with documents; 9001; saltmarsh; 42; 2026-09-12T14:03:00Z; 1,200 sets
            xenforo.html;   https://dock.example/threads/fresh.812/;     2; Fresh face packs 2026; 5501; pierman; pierman; 2026-09-12T13:03:00Z; 10k real faces
            discourse.html; https://ob.example/t/selling/991;            2; Selling face dataset access; 1; deepkeel; deepkeel; 2026-09-12T14:03:00Z; 30k ID selfies
            vbulletin.html; https://wharf.example/showthread.php?12;     2; ID scans for sale; 77; tidewater; tidewater; 2026-09-12T14:03:00Z; 740 heads
            nodebb.html;    https://pier.example/topic/31/headshots;     1; Headshot archive; 401; Low Tide; low-tide; 2026-09-12T14:03:00Z; 9000 headshots
            mybb.html;      https://jetty.example/showthread.php?tid=9;  1; Selfie + passport database; 301; brine; 44; 2026-09-12T14:03:00Z; 2k people
            smf.html;       https://cove.example/index.php?topic=9.0;    1; passports for sale; 812; kelp; 12; 2026-09-12T14:03:00Z; scans + selfies
            smf-2.0.html;   https://smf.example/index.php?topic=4.0;     2; Fotos de DNI; 21; Lola; 3; 2026-11-15T16:12:00Z; Vendo fotos
            vbulletin3-ru.html; https://vbb.example/showthread.php?t=9;  2; Продам базу фото лиц; 61; Гном; 5; 2026-11-16T08:40:00Z; Продам базу фото лиц
            board-unknown.html; https://f.example/t/77;                  3; Passport pics; 1; hank; hank; 2026-11-14T10:00:00Z; Have 90 passport pics
            invision.html;  https://prichal.example/topic/9-x/;          2; Продам базу селфи с паспортом; 501; sklad77; sklad77; 2026-09-12T11:03:00Z; 900 человек
            discuz-mobile.html; https://b.example/forum.php?tid=9;       2; 出口罩人脸图; 5501; balin_gb; 31; 2026-09-12T06:03:00Z; 戴口罩人脸
            fluxbb.html;    https://pr.example/viewtopic.php?id=5;       1; База лиц; 51; mayak; 3; 2026-09-12T11:03:00Z; 5000 лиц
            thread-vi.html; https://bd.example/t/5;                      2; Bán ảnh khuôn mặt; 88; kho_anh; kho_anh; 2026-09-12T07:03:00Z; 5000 khuôn mặt
            tieba.html;     https://tieba.example/p/88;                  1; 出证件照素材; 1490001; 小仓; 小仓; 2026-09-12T06:03:00Z; 证件照 两千张
            """)
    void readsTheOpeningPost(
            String file, String url, int posts, String title, String id, String name, String handle, String time, String words) {
        List<Listing> read = Pages.listings(Pages.file(file, url));
        Listing first = read.getFirst();

        assertThat(read).hasSize(posts).allMatch(l -> l.structure() == Listing.Structure.FORUM_POST);
        assertThat(first.title()).isEqualTo(title);
        assertThat(first.itemId()).contains(id);
        assertThat(Pages.name(first)).isEqualTo(name);
        assertThat(Pages.handle(first)).isEqualTo(handle);
        assertThat(first.postedAt()).contains(Instant.parse(time));
        assertThat(first.text()).startsWith(file.equals("discuz.html") ? "出售信息" : words).contains(words);
        assertThat(read.stream().skip(1)).allMatch(l -> l.title().isEmpty());
    }

    @Test
    void leavesOutAQuotationThatIsOnlyLabelledAsOne() {
        List<Listing> posts = Pages.listings(Pages.file("vbulletin3-ru.html", "https://vbb.example/showthread.php?t=9"));

        assertThat(posts.get(1).text()).isEqualTo("Цена за всё?");
    }

    @Test
    void takesTheNextTopicForNoNextPage() {
        assertThat(Pages.file("smf-2.0.html", "https://smf.example/index.php?topic=4.0").nextPage())
                .contains(URI.create("https://smf.example/index.php?topic=4.15"));
    }

    @Test
    void leavesOutWhatOthersSayInADiscuzPost() {
        List<Listing> posts = Pages.listings(Pages.file("discuz.html", "https://bbs.example/thread-88123-1-1.html"));

        assertThat(posts.getFirst().text())
                .doesNotContain("假货", "长期合作", "本帖最后由", "dsf", "9 M#", "下载次数", "上传", "积分", "只看该作者");
        assertThat(posts.getFirst().images()).containsExactly(
                URI.create("https://bbs.example/data/attachment/forum/202609/12/140301a.jpg"),
                URI.create("https://bbs.example/data/attachment/forum/202609/12/140302b.jpg"));
        assertThat(posts.getFirst().price().orElseThrow().displayed()).isEqualTo("300 元");
        assertThat(posts.get(1).text()).isEqualTo("多少钱一套？怎么联系");
    }

    @ParameterizedTest
    @CsvSource({
        "phpbb.html, 'This is against the rules, locked.'",
        "xenforo.html, any samples?",
        "discourse.html, reported to staff",
        "vbulletin.html, pm sent",
        "invision.html, Тема закрыта."
    })
    void leavesOutQuotations(String file, String own) {
        assertThat(Pages.listings(Pages.file(file, "https://f.example/t/1")).get(1).text()).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "phpbb.html, buy cheap", "xenforo.html, visit my shop", "vbulletin.html, carding", "nodebb.html, my sig",
        "mybb.html, sig line", "smf.html, signed", "mybb.html, old words", "fluxbb.html, подпись", "xenforo.html, Like", "phpbb.html, Viewed"
    })
    void leavesOutSignaturesAndTheSoftwaresOwnWords(String file, String foreign) {
        assertThat(Pages.listings(Pages.file(file, "https://f.example/t/1")).getFirst().text()).doesNotContain(foreign);
    }

    @Test
    void takesTheFullPictureThatAThumbnailLinksTo() {
        assertThat(images("xenforo.html")).containsExactly("/attachments/a-1-jpg.901/", "/attachments/b-2-jpg.902/");
        assertThat(images("discourse.html")).containsExactly("/uploads/default/original/1X/ab.jpeg");
        assertThat(images("invision.html")).containsExactly("/uploads/monthly_2026_09/a.jpg");
    }

    private static List<String> images(String file) {
        return Pages.listings(Pages.file(file, "https://f.example/t/1")).getFirst().images().stream().map(URI::getPath).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "discuz.html, https://bbs.example/thread-88123-1-1.html, https://bbs.example/thread-88123-2-1.html",
        "phpbb.html, https://board.example/viewtopic.php?t=501, https://board.example/viewtopic.php?t=501&start=10",
        "xenforo.html, https://dock.example/threads/fresh.812/, https://dock.example/threads/fresh.812/page-2",
        "tieba.html, https://tieba.example/p/88, https://tieba.example/p/88?pn=2"
    })
    void findsTheNextPage(String file, String url, String next) {
        assertThat(Pages.file(file, url).nextPage()).contains(URI.create(next));
    }

    @Test
    void givesTheTitleToTheOpeningPostOnTheFirstPageOnly() {
        Page later = Pages.file("discuz.html", "https://bbs.example/thread-88123-2-1.html");
        assertThat(Pages.listings(later).getFirst().title()).isEmpty();
    }

    @Test
    void readsAThreadOfWhichOnlyTheScriptIsReadable() {
        List<Listing> posts = Pages.listings(Pages.html("https://f.example/d/7", """
                <html lang="en"><head><title>Faces</title><script type="application/ld+json">{"@context":"https://schema.org",
                "@type":"DiscussionForumPosting","headline":"Face packs","articleBody":"2k faces, $9 all",
                "datePublished":"2026-09-12T14:03:00Z","author":{"@type":"Person","name":"Ann","url":"https://f.example/u/ann"},
                "comment":[{"@type":"Comment","text":"is that legal?","author":{"name":"Bo"}}]}</script></head>
                <body><div id="app"></div></body></html>"""));

        assertThat(posts).extracting(Listing::text).containsExactly("2k faces, $9 all", "is that legal?");
        assertThat(Pages.handle(posts.getFirst())).isEqualTo("ann");
    }

    @Test
    void readsPostsInRowsOfATable() {
        List<Listing> posts = Pages.listings(Pages.file("table-thread.html", "https://hj.example/t/9"));

        assertThat(posts).extracting(Listing::text).containsExactly("门禁抓拍 24000张，45u 全部带走", "收不收小号");
        assertThat(posts).extracting(Pages::name).containsExactly("quay", "abc");
        assertThat(posts.getFirst().postedAt()).contains(Instant.parse("2026-09-12T06:03:00Z"));
    }

    @Test
    void readsThePostsOfUnknownSoftware() {
        List<Listing> posts = Pages.listings(Pages.html("https://f.example/t/7", """
                <html lang="en"><head><title>Pack of faces</title></head><body><h1>Pack of faces</h1>
                <div class="reply" id="reply-31"><div class="user-info"><a class="nickname" href="/user/marsh">Marsh</a>
                <span class="date">2026-09-12 14:03</span></div><div class="text">600 faces, all different</div></div>
                <div class="reply" id="reply-32"><div class="user-info"><a class="nickname" href="/user/fen">Fen</a></div>
                <div class="text">no thanks</div></div></body></html>"""));

        assertThat(posts).extracting(Listing::text).containsExactly("600 faces, all different", "no thanks");
        assertThat(posts).extracting(Listing::itemId).containsExactly(Optional.of("31"), Optional.of("32"));
        assertThat(posts).extracting(Pages::handle).containsExactly("marsh", "fen");
        assertThat(posts.getFirst().postedAt()).contains(Instant.parse("2026-09-12T14:03:00Z"));
    }
}
