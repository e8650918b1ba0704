package org.unlisted.crawl.signal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.crawl.signal.Contact;
import org.unlisted.crawl.signal.ContactHasher;
import org.unlisted.crawl.signal.DriveLink;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.crawl.signal.SignalReader;
import org.unlisted.crawl.signal.Signals;

class SignalReaderTest {
    private static final byte[] KEY = "a key of exactly thirty-two byte".getBytes(StandardCharsets.UTF_8);
    private final SignalReader reader = new SignalReader();

    @Test
    void tellsWhereInTheOriginalASignalStands() {
        String text = "加 Ｖ：f\u200Bace_888 ok, t . me / facekit_shop";
        Contact handle = reader.read("加V:f\u200Bace_888 ok", "zh").contacts().getFirst();
        Contact link = reader.read(text, "zh").contacts().getLast();

        assertThat("加V:f\u200Bace_888 ok".substring(handle.start(), handle.end())).isEqualTo("f\u200Bace_888");
        assertThat(text.substring(link.start(), link.end())).isEqualTo("facekit_shop");
    }

    @Test
    void ranksWhatATextGivesAway() {
        assertThat(severity("三千张人脸 打包 200元")).isEqualTo(Severity.NONE);
        assertThat(severity("加V face_888")).isEqualTo(Severity.CONTACT);
        assertThat(severity("https://pan.baidu.com/s/1AbCdEfGhIjK")).isEqualTo(Severity.CONTACT);
        assertThat(severity("加V face_888 样本 11010519491231002X")).isEqualTo(Severity.PERSONAL_DATA);
        assertThat(severity("11010519491231002X ".repeat(5))).isEqualTo(Severity.PERSONAL_DATA);
        assertThat(severity("11010519491231002X 440106198510243320 13912345678"))
                .isEqualTo(Severity.PERSONAL_DATA_BULK);
    }

    @Test
    void aPhoneIsTheSellersOnlyIfTheTextSaysSo() {
        assertThat(reader.read("咨询 13912345678", "zh").contacts()).hasSize(1);
        assertThat(reader.read("姓名 张某 11010519491231002X 电话 13912345678", "zh").contacts()).isEmpty();
        assertThat(reader.read("姓名 张某 11010519491231002X 电话 13912345678", "zh").numbers()).hasSize(2);
    }

    @Test
    void neverPrintsWhatItFound() {
        Signals signals = reader.read("加V face_888 mega.nz/folder/AbCdEfGh 11010519491231002X", "zh");

        assertThat(signals.toString()).doesNotContain("face_888", "AbCdEfGh", "1949");
    }

    @Test
    void namesTheSameContactAlikeInEverySpelling() {
        ContactHasher hasher = new ContactHasher(KEY);
        Stream<String> spellings =
                Stream.of("TG @FaceKing01", "飞机:ｆａｃｅｋｉｎｇ０１", "hxxps://t[.]me/faceking01", "t . me / FaceKing01");

        assertThat(spellings.map(s -> hasher.hash(reader.read(s, "zh").contacts().getFirst())))
                .containsOnly("contact:TELEGRAM:I1JyP6i5xI2O7GaETM_K2A");
        assertThat(hasher.hash(new Contact(Contact.Kind.WECHAT, "faceking01", 0, 10))).startsWith("contact:WECHAT:")
                .doesNotContain("I1JyP6i5xI2O7GaETM_K2A");
    }

    @Test
    void namesContactsOtherwiseUnderAnotherKey() {
        Contact contact = new Contact(Contact.Kind.QQ, "123456789", 0, 9);

        assertThat(new ContactHasher(KEY).hash(contact)).isNotEqualTo(new ContactHasher(new byte[32]).hash(contact));
        assertThatThrownBy(() -> new ContactHasher(new byte[5])).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ContactHasher(KEY).toString()).doesNotContain("thirty");
    }

    @Test
    void namesAShareWithoutItsCode() {
        ContactHasher hasher = new ContactHasher(KEY);
        DriveLink bare = reader.read("https://pan.baidu.com/s/1AbCdEfGhIjK", "zh").links().getFirst();
        DriveLink coded = reader.read("pan.baidu.com/share/init?surl=AbCdEfGhIjK 提取码 x8k2", "zh").links().getFirst();

        assertThat(hasher.hash(bare)).isEqualTo(hasher.hash(coded)).startsWith("contact:DRIVE:");
    }

    static Stream<Arguments> hostileTexts() {
        int size = 1_000_000;
        return Stream.of(
                        "1", "13912345678", "1 ", "139 1234 5678 ", "一", "0", "+", "@", "a@", "a.", "a@b.", "<",
                        "P<UTO<<", "x", "加V", "加V:", "qq ", "tg:", "t.me/", "t . me / ", "t.", "/s/1", "www.",
                        "11010519491231002X ", "110101194912310021", "4111 1111 1111 1111 ", "wxid_", "提取码 ",
                        "\uD83D", "1\uFE0F\u20E3", "①", "电话 ", "паспорт 4508 ", "0x0", "[at]", "张", " ")
                .map(unit -> Arguments.of(unit, size));
    }

    /** One line of a million characters; a reader that goes back over the text would take hours. */
    @ParameterizedTest
    @MethodSource("hostileTexts")
    void takesTimeInProportionToTheLength(String unit, int size) {
        String text = unit.repeat(size / unit.length());
        long before = System.nanoTime();
        reader.read(text, "zh");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    /** Thousands of texts are read in a second, and most have no signal. Takes about 1 µs. */
    @Test
    void hurriesPastTextsWithoutSignals() {
        String text = "高清人脸照片素材 各年龄段男女都有 光线角度齐全 适合做测试使用 需要的朋友可以私聊我 欢迎老客户介绍新朋友来看样";
        int rounds = 20_000;
        for (int i = 0; i < rounds; i++) reader.read(text, "zh");
        long before = System.nanoTime();
        for (int i = 0; i < rounds; i++) assertThat(reader.read(text, "zh")).isSameAs(Signals.NONE);

        assertThat((System.nanoTime() - before) / rounds).isLessThan(30_000);
    }

    @Test
    void masksAMegabyteOfNumbersWithoutGettingStuck() {
        String masked = Masker.mask("11010519491231002X 13912345678 ".repeat(1 << 15));

        assertThat(masked).doesNotContain("1949").doesNotContain("1234");
    }

    private Severity severity(String text) {
        return reader.read(text, "zh").severity();
    }
}
