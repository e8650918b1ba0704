package org.unlisted.takedown.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unlisted.takedown.fixture.Samples.bareOffer;
import static org.unlisted.takedown.fixture.Samples.confirmed;
import static org.unlisted.takedown.fixture.Samples.fullOffer;
import static org.unlisted.takedown.fixture.Samples.listing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.channel.Channel;
import org.unlisted.takedown.channel.ChannelCatalogue;
import org.unlisted.takedown.fixture.Samples;
import org.unlisted.takedown.notice.Notice;
import org.unlisted.takedown.notice.NoticeRequest;
import org.unlisted.takedown.notice.NoticeWriter;
import org.unlisted.takedown.notice.Notifier;
import org.unlisted.takedown.notice.SealedPacket;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;

/** The wording that is shipped, with every fact there and with every fact absent. */
class NoticeWriterTest {
    private static final Path CONFIG = Path.of("../config");
    private static final String PACKET_SHA256 = Samples.sha256("packet".getBytes(UTF_8));

    @TempDir
    Path folder;

    static Stream<String> languages() {
        return Stream.of("zh", "en", "vi");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void statesWhatANoticeMustState(String language) throws IOException {
        for (OfferFacts offer : new OfferFacts[] {fullOffer(), bareOffer()}) {
            Notice notice = write(listing(language, offer));
            assertThat(notice.text()).contains(
                    Samples.LISTING.toASCIIString(),
                    "Example Relief",
                    "desk@relief.example",
                    "C-2026-7K3M9Q2X",
                    Samples.sha256(Samples.IMAGE_BYTES),
                    Samples.IMAGE.toASCIIString(),
                    "C-2026-7K3M9Q2X.evidence.zip",
                    PACKET_SHA256,
                    "seller_88");
            assertThat(notice.text()).doesNotContain("{{", "}}", "{}", "Optional", "null", "[]").endsWith("\n");
            assertThat(notice.subject()).contains("C-2026-7K3M9Q2X").doesNotContain("{{");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void neverStatesWhoWasFoundNorHowLikelyNorWhoReviewed(String language) throws IOException {
        Notice notice = write(listing(language, fullOffer()));
        assertThat(notice.fileContent())
                .doesNotContain(Samples.SUBJECT, "Ada", "0.71", "71.2", "0.43", "0.0001", "embedder", "mai ", "s1");
        assertThat(notice.text()).doesNotContain(".sealed");
    }

    @Test
    void actsUnderTheLawsOfTheReader() throws IOException {
        assertThat(write(listing("zh", fullOffer())).text())
                .contains("《中华人民共和国民法典》", "第一千一百九十五条", "初步证据", "真实身份信息", "疑似");
        assertThat(write(listing("en", fullOffer())).text())
                .contains("Article 16", "bona fide belief", "accurate and complete", "appears to");
        assertThat(write(listing("vi", fullOffer())).text())
                .contains("Luật Bảo vệ dữ liệu cá nhân", "thiện chí", "chính xác và đầy đủ", "có vẻ");
    }

    @ParameterizedTest
    @CsvSource({"zh,zh-CN", "zh-Hant-TW,zh-CN", "vi,vi", "en,en", "ru,en", "und,en"})
    void writesInTheListingsLanguage(String language, String expected) throws IOException {
        Notice notice = write(listing(language, fullOffer()));
        assertThat(notice.language()).isEqualTo(expected);
        assertThat(notice.fileName()).isEqualTo("C-2026-7K3M9Q2X." + expected + ".txt");
    }

    @Test
    void writesFiguresAsTheLanguageDoes() throws IOException {
        assertThat(write(listing("zh", fullOffer())).text())
                .contains("12,000 人", "48,000 张", "整套人民币1,500.50元", "约合人民币0.125元", "手持身份证件的成套照片、其他个人信息", "2026年11月22日");
        assertThat(write(listing("en", fullOffer())).text())
                .contains(": 12,000\n", "1,500.50 CNY for all of it", "about 0.125 CNY a face")
                .contains("22 November 2026, 09:15 (UTC)");
        assertThat(write(listing("vi", offer("2000000", "VND", "PER_PERSON"))).text())
                .contains("2.000.000 đồng cho mỗi người", "22/11/2026");
        assertThat(write(listing("en", offer("0.00012", "BTC", "PER_IMAGE"))).text())
                .contains("0.00012 BTC for each picture");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void leavesOutWhatTheListingDoesNotSay(String language) throws IOException {
        ListingRef bare = listing(language, bareOffer());
        var silent = new ListingRef("m", bare.url(), " ", language, Optional.empty(), bare.offer());
        String text = write(silent).text();
        assertThat(text).doesNotContain("seller_88", "“”", "\"\"", "12,000", "CNY", ":\n\n\n").doesNotContain(": \n");
        assertThat(text.lines().count()).isLessThan(write(listing(language, fullOffer())).text().lines().count());
    }

    @Test
    void tamesTheSellersWords() throws IOException {
        OfferFacts offer = new OfferFacts(
                "SOMETHING_NEW", OptionalLong.empty(), OptionalLong.empty(), Optional.of(BigDecimal.TEN),
                Optional.empty(), Optional.of("BY_MOON"), Optional.empty(),
                "sample:\n\nDear platform, ignore this.\u202e 张三 110101199003077758 138-0013-8000 {{email}} "
                        + "x".repeat(500));
        ListingRef sly = new ListingRef(
                "m", Samples.LISTING, "Bcc: all@x.example\r\n\r\nhello", "en", Optional.of("a\nb"), offer);
        Notice notice = write(sly);
        assertThat(notice.text())
                .contains("sample: Dear platform, ignore this. 张三 ********* {{email}} xxx", "[…]")
                .contains("Bcc: all@x.example hello", "Account name shown with it: a b")
                .contains("face images or identity data", "10, currency not stated")
                .doesNotContain("110101", "8000", "\u202e", "x".repeat(400));
    }

    @Test
    void writesNoNoticeBeforeAPersonDecided() {
        Case c = confirmed();
        var open = new Case(
                c.id(), c.subject(), c.listing(), c.sightings(), new CaseState.UnderReview(), c.openedAt());
        assertThatThrownBy(() -> request(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("under-review, not confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{email}}", "{{url}}", "{{packetSha256}}", "{{reviewedAt}}"})
    void refusesATemplateThatLeavesOutWhatANoticeNeeds(String variable) throws IOException {
        copyConfig();
        Path template = folder.resolve("vi.mustache");
        Files.writeString(template, Files.readString(template).replace(variable, ""));
        assertThatThrownBy(() -> NoticeWriter.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vi.mustache")
                .hasMessageContaining(variable.replaceAll("[{}]", ""));
    }

    @Test
    void refusesATemplateThatAsksForWhatNobodyMayState() throws IOException {
        copyConfig();
        Path template = folder.resolve("en.mustache");
        String wording = Files.readString(template);
        Files.writeString(template, wording + "{{cosine}}\n");
        assertThatThrownBy(() -> NoticeWriter.load(folder)).hasMessageContaining("unknown variables [cosine]");
        Files.writeString(template, wording + "{{#title}}\n");
        assertThatThrownBy(() -> NoticeWriter.load(folder)).hasMessageContaining("en.mustache");
        Files.writeString(template, "one line");
        assertThatThrownBy(() -> NoticeWriter.load(folder)).hasMessageContaining("subject line");
    }

    @Test
    void refusesWordsWithAnUnknownKey() throws IOException {
        copyConfig();
        Path words = folder.resolve("words.yaml");
        Files.writeString(words, Files.readString(words).replaceFirst("\n  and:", "\n  colour: red\n  and:"));
        assertThatThrownBy(() -> NoticeWriter.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words.yaml")
                .hasMessageContaining("colour");
    }

    @Test
    void quotesThePacketByItsHash() throws IOException {
        Path zip = Files.writeString(folder.resolve("C-1.evidence.zip"), "packet");
        assertThat(SealedPacket.of(zip)).isEqualTo(new SealedPacket("C-1.evidence.zip", PACKET_SHA256));
    }

    private void copyConfig() throws IOException {
        for (String file : new String[] {"words.yaml", "en.mustache", "zh-CN.mustache", "vi.mustache"})
            Files.copy(CONFIG.resolve("notices").resolve(file), folder.resolve(file));
    }

    private static OfferFacts offer(String price, String currency, String basis) {
        return new OfferFacts(
                "FACE_PHOTO", OptionalLong.empty(), OptionalLong.empty(), Optional.of(new BigDecimal(price)),
                Optional.of(currency), Optional.of(basis), Optional.empty(), "");
    }

    private static Notice write(ListingRef listing) throws IOException {
        return NoticeWriter.load(CONFIG.resolve("notices")).write(request(confirmed(listing)));
    }

    private static NoticeRequest request(Case confirmed) {
        Channel channel = channel();
        return new NoticeRequest(
                confirmed,
                channel,
                new Notifier("Example Relief", "desk@relief.example", "Austria"),
                new SealedPacket("C-2026-7K3M9Q2X.evidence.zip", PACKET_SHA256),
                LocalDate.of(2026, 11, 22));
    }

    private static Channel channel() {
        try {
            return ChannelCatalogue.read(CONFIG.resolve("channels.yaml")).channel(Samples.LISTING);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
