package org.unlisted.console.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.sighting.ListingRef;

class ReportWriterTest {
    private static final Document PAGE = html(SampleReport.full(), Locale.ENGLISH);

    @TempDir
    Path folder;

    @Test
    void showsWhatSellersWroteAsText() {
        assertThat(PAGE.select("script")).isEmpty();
        assertThat(PAGE.select("[onerror]")).isEmpty();
        assertThat(PAGE.select(".offer h3").eachText()).contains(SampleReport.HOSTILE);
        assertThat(PAGE.select("blockquote").eachText()).contains("</blockquote><script>alert(3)</script>");
        assertThat(PAGE.select(".offer p code").eachText()).contains("x\"><b>y");
    }

    @Test
    void neverShowsAPersonsNumberOrASellersContact() {
        String id = "11010519491231002X"; // the example of GB 11643
        String text = "手持料 样本 " + id + " 电话 13912345678 加V face_888";
        ListingRef listing = SampleReport.listing("/xian/item-9.html", "zh", text, "shop", SampleReport.facts(
                "ID_INFO", 3, 0, "1", "CNY", "TOTAL", "1", text));
        ReportCase confirmed = SampleReport.shown(
                SampleReport.opened("C-2026-MASKED00", "p01", listing, 0.7, new CaseState.UnderReview()));
        Report full = SampleReport.full();
        Report report = new Report(full.started(), full.done(), List.of(SampleReport.seen(listing, 1)),
                List.of(confirmed), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), full.version(), full.generatedAt());

        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.of("vi"))) {
            String html = new ReportWriter(language).html(report);
            assertThat(html).doesNotContain(id, "19491231", "13912345678", "1391234").contains("110•••••••••••••2X");
            assertThat(Jsoup.parse(html).select(".offer").html()).doesNotContain("face_888").contains("样本");
        }
        assertThat(html(report, Locale.ENGLISH).select(".offer .signals").text())
                .isEqualTo("Exposes a person’s data 1 contact named");
        assertThat(html(report, Locale.SIMPLIFIED_CHINESE).select(".offer .chip.alarm").text()).isEqualTo("泄露个人信息");
    }

    @Test
    void linksOnlyToPacketsAndNotices() {
        assertThat(PAGE.select("a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("packets/") || href.startsWith("notices/"));
        assertThat(PAGE.select("code.url").eachText()).contains("http://127.0.0.1:4711/xian/item-1.html");
    }

    @Test
    void loadsNothingFromAnywhere() {
        assertThat(PAGE.select("link, iframe, object, embed, form, base, [style]")).isEmpty();
        assertThat(PAGE.select("[src]").eachAttr("src"))
                .isNotEmpty()
                .allMatch(src -> src.startsWith("data:image/png;"));
        assertThat(PAGE.select("use").eachAttr("href")).isNotEmpty().allMatch(href -> PAGE.selectFirst(href) != null);
    }

    @Test
    void allowsItsOwnStyleSheetByHashAndNothingElse() throws Exception {
        String css = PAGE.expectFirst("style").data();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));

        assertThat(PAGE.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("default-src 'none'", "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("unsafe");
    }

    @Test
    void keepsNoPictureOfADismissedCase() {
        var dismissed = SampleReport.full().cases().stream()
                .filter(c -> c.reported().state() instanceof CaseState.Dismissed)
                .findFirst()
                .orElseThrow();

        assertThat(dismissed.crop()).isEmpty();
        assertThat(dismissed.covered()).isEmpty();
        assertThat(PAGE.select(".case.dismissed")).hasSize(1);
        assertThat(PAGE.select(".case.dismissed img")).isEmpty();
        assertThat(PAGE.select(".case.confirmed img")).hasSize(6);
    }

    @Test
    void marksTheDemoReviewer() {
        assertThat(PAGE.select(".decision.demo")).hasSize(2).allSatisfy(decision -> assertThat(decision.text())
                .contains("DEMO", "demo reviewer (automatic, samples only)"));
        assertThat(PAGE.select(".note").eachText()).anyMatch(text -> text.contains("In earnest, people decide."));
        assertThat(PAGE.select(".decision:not(.demo)").eachText())
                .anyMatch(text -> text.contains("Same mole, same ear."));
    }

    @Test
    void saysHowRareSuchACosineIsAmongStrangers() {
        assertThat(PAGE.select(".gauge").eachText())
                .allMatch(text -> text.contains("1 in 10,000 comparisons of different people on the calibration data"));
        Element gauge = PAGE.expectFirst(".case.confirmed .gauge");
        assertThat(gauge.text()).contains("0.74", "0.55");
        assertThat(gauge.expectFirst("circle").attr("cx")).isEqualTo("74.2%");
        assertThat(gauge.expectFirst("line").attr("x1")).isEqualTo("54.8%");
    }

    @Test
    void drawsPricesPerFaceOnALogarithmicScaleForEachCurrency() {
        assertThat(PAGE.select(".chart h3").eachText()).containsExactly("CNY", "USD", "VND");
        Element yuan = PAGE.expectFirst(".chart");
        assertThat(yuan.select(".bar b").eachText()).startsWith("CNY 0.002", "CNY 0.35", "CNY 12");
        // 0.001 to 100: log10(0.35 / 0.001) / 5
        assertThat(yuan.select("rect").eachAttr("width")).containsExactly("6.0%", "50.9%", "81.6%");
        assertThat(yuan.select("text").eachText()).containsExactly("0.001", "0.01", "0.10", "1", "10", "100");
    }

    @Test
    void countsCasesByDecision() {
        assertThat(PAGE.select(".figures li").eachText())
                .contains("61 pages read", "2 cases confirmed", "1 case dismissed", "1 case open");
        assertThat(PAGE.expectFirst(".lede").text())
                .isEqualTo("2 enrolled people were confirmed in the pictures of 2 listings selling face or ID data.");
    }

    @Test
    void saysThatCandidatesWaitRatherThanThatNobodyWasFound() {
        Report full = SampleReport.full();
        List<ReportCase> open = full.cases().stream()
                .filter(c -> c.reported().state() instanceof CaseState.UnderReview)
                .toList();
        assertThat(open).isNotEmpty();
        Report waiting = new Report(
                full.started(),
                full.done(),
                full.offers(),
                open,
                full.tracked(),
                full.skipped(),
                full.skippedFile(),
                Optional.empty(),
                Optional.empty(),
                full.version(),
                full.generatedAt());
        assertThat(html(waiting, Locale.ENGLISH).expectFirst(".lede").text()).endsWith("for a person to decide.");
        assertThat(html(waiting, Locale.SIMPLIFIED_CHINESE).expectFirst(".lede").text()).endsWith("等待人工决定。");
        assertThat(html(waiting, Locale.of("vi")).expectFirst(".lede").text()).endsWith("chờ người quyết định.");
    }

    @Test
    void listsWhatTrackersHitByTrackerAndOwner() {
        assertThat(PAGE.select(".tracked summary").eachText())
                .containsExactly("1 any-leak REVIEW", "2 face-material · Example NGO REVIEW");
        assertThat(PAGE.select(".tracked li").eachText()).contains("http://127.0.0.1:4711/bbs/12");
        assertThat(PAGE.select(".tracked a")).isEmpty();
        assertThat(html(SampleReport.empty(), Locale.ENGLISH).text()).doesNotContain("Hit by trackers");
    }

    @Test
    void groupsWhatWasLeftOutByReason() {
        assertThat(PAGE.select(".skip:not(.tracked) summary").eachText())
                .containsExactly("2 closed by robots.txt robots", "1 cut short: read in part truncated");
        assertThat(PAGE.select(".skip:not(.tracked) li").eachText())
                .contains("photo_3.jpg the picture ends after 5,120 bytes");
    }

    @Test
    void leadsToTheTableWhereMuchWasLeftOut() {
        assertThat(withSkipped(50).select("a[href=skipped.csv]")).isEmpty();
        assertThat(withSkipped(51).expectFirst("a[href=skipped.csv]").text()).startsWith("All of it as a table");
    }

    private static Document withSkipped(int count) {
        Report full = SampleReport.full();
        SweepEvent.Skipped one = new SweepEvent.Skipped("market", "https://m.example/", "trap", "an endless calendar");
        return html(
                new Report(
                        full.started(),
                        full.done(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Collections.nCopies(count, one),
                        full.skippedFile(),
                        Optional.empty(),
                        Optional.empty(),
                        full.version(),
                        full.generatedAt()),
                Locale.ENGLISH);
    }

    @Test
    void hasAPhraseForEveryReasonInEveryLanguage() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.of("vi")))
            assertThat(SweepEvent.Skipped.REASONS)
                    .allSatisfy(reason -> assertThat(new Words(language).coded("skip", reason))
                            .as("%s in %s", reason, language)
                            .isNotEqualTo(reason));
    }

    @Test
    void reportsASweepThatFoundNothingAndEndedEarly() {
        Document page = html(SampleReport.empty(), Locale.ENGLISH);

        assertThat(page.expectFirst("[role=alert]").text()).contains("the disk is full");
        assertThat(page.text()).contains("Not found is not safe", "No case was opened", "nobody: the gallery is empty");
        assertThat(page.expectFirst(".lede").text()).startsWith("Nobody enrolled was confirmed");
    }

    @Test
    void speaksEveryLanguageInFull() {
        Map<String, String> english = new Words(Locale.ENGLISH).all();
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.of("vi"))) {
            Map<String, String> translated = new Words(language).all();
            assertThat(translated).containsOnlyKeys(english.keySet());
            assertThat(english).as(language.toString()).noneSatisfy((key, text) -> assertThat(translated)
                    .containsEntry(key, text));
            assertThat(html(SampleReport.full(), language).expectFirst("html").attr("lang"))
                    .isEqualTo(language.toLanguageTag());
        }
    }

    @Test
    void speaksEnglishToEverybodyElseWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        try {
            assertThat(html(SampleReport.empty(), Locale.GERMAN).title()).contains("What the sweep found");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void refusesALinkThatLeavesTheFolder() {
        var known = SampleReport.full().cases().getFirst().reported();
        for (String path : List.of("https://example.org/x", "//example.org/x", "/etc/passwd", "javascript:alert(1)"))
            assertThatThrownBy(() -> new ReportCase(known, Optional.empty(), Optional.empty(), Optional.empty(),
                            Optional.of(path), Optional.empty()))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void encodesThePathOfALink() {
        assertThat(ReportCase.link("packets/a b 证.zip")).isEqualTo("packets/a%20b%20%E8%AF%81.zip");
    }

    @Test
    void writesTheFile() throws IOException {
        Path file = folder.resolve("report.html");
        new ReportWriter(Locale.ENGLISH).write(SampleReport.full(), file);

        assertThat(Files.readString(file)).startsWith("<!doctype html>").endsWith("</html>\n");
    }

    private static Document html(Report report, Locale language) {
        return Jsoup.parse(new ReportWriter(language).html(report));
    }
}
