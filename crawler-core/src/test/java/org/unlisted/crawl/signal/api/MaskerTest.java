package org.unlisted.crawl.signal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.crawl.signal.PersonalNumber;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.crawl.signal.SignalReader;

class MaskerTest {
    private static final int[] GB_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    @Test
    void keepsTheShapeAndThePlaces() {
        assertThat(Masker.mask("身份证 11010519491231002X 正反面")).isEqualTo("身份证 110•••••••••••••2X 正反面");
        assertThat(Masker.mask("card 4111 1111 1111 1111")).isEqualTo("card 411• •••• •••• ••11");
    }

    @Test
    void masksContactsOnlyWhereItIsAskedTo() {
        String text = "加V face_888 t.me/facekit_shop";

        assertThat(Masker.mask(text)).isEqualTo(text);
        assertThat(Masker.maskAll(text)).isEqualTo("加V fa•••••• t.me/fac•••••••op");
    }

    @Test
    void coversAKeycapWithItsMarks() {
        String digit = "\uFE0F\u20E3";
        String id = String.join(digit, "11010519491231002".split("", -1)) + digit + "X";

        assertThat(Masker.mask(id)).hasSameSizeAs(id).contains("•".repeat(30)).doesNotContain("1949");
    }

    @Test
    void neverCutsASurrogatePair() {
        String bold = "11010519491231002".codePoints()
                .map(c -> 0x1D7CE + c - '0') // mathematical bold digits
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('X')
                .toString();

        assertThat(Masker.mask(bold)).hasSameSizeAs(bold).startsWith(bold.substring(0, 6) + "•").endsWith("X");
        assertThat(Masker.mask(bold).codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Property(tries = 2000)
    void keepsTheLengthOfAnyTextAndMasksNothingTwice(@ForAll("texts") String text) {
        for (String masked : new String[] {Masker.mask(text), Masker.maskAll(text)})
            assertThat(masked).hasSameSizeAs(text);
        assertThat(Masker.mask(Masker.mask(text))).isEqualTo(Masker.mask(text));
        assertThat(Masker.maskAll(Masker.maskAll(text))).isEqualTo(Masker.maskAll(text));
    }

    @Property(tries = 2000)
    void masksEveryChineseIdInAnySentence(@ForAll("chineseIds") String id, @ForAll("words") String before,
            @ForAll("words") String after) {
        String masked = Masker.mask(before + " " + id + " " + after);

        assertThat(masked).doesNotContain(id.substring(5, 14)).contains(id.substring(0, 3) + "•••");
        assertThat(new SignalReader().read(before + " " + id + " " + after, "zh").numbers())
                .anyMatch(n -> n.kind() == PersonalNumber.Kind.CN_RESIDENT_ID);
    }

    @Property(tries = 500)
    void isALeakWithThreeIds(
            @ForAll("chineseIds") String a, @ForAll("chineseIds") String b, @ForAll("chineseIds") String c) {
        long distinct = java.util.stream.Stream.of(a, b, c).distinct().count();
        Severity expected = distinct == 3 ? Severity.PERSONAL_DATA_BULK : Severity.PERSONAL_DATA;

        assertThat(new SignalReader().read(a + "\n" + b + "\n" + c, "zh").severity()).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> chineseIds() {
        return Combinators.combine(
                        Arbitraries.of("110101", "440106", "310104", "510107", "654321", "820000"),
                        Arbitraries.integers().between(1930, 2025),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.integers().between(1, 999))
                .as((place, year, month, day, serial) -> {
                    String first = place + "%04d%02d%02d%03d".formatted(year, month, day, serial);
                    int sum = 0;
                    for (int i = 0; i < 17; i++) sum += (first.charAt(i) - '0') * GB_WEIGHTS[i];
                    return first + "10X98765432".charAt(sum % 11);
                });
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("张三李四男女。,姓名ID abcxyz电话\n").ofMaxLength(20);
    }

    /** Full of what the readers look for, broken in every way, and arbitrary UTF-16. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "11010519491231002X", "110101199003077715", "13912345678", "4111 1111 1111 1111", "001090012345",
                "vx:", "加V", "qq", "扣扣", "t.me/", "pan.baidu.com/s/", "1AbCdEfGhIj", "@", "face_888", "123456", "1",
                "9", "0", " ", "-", ".", "/", "<", "<<<", "P<UTO", "•", "①", "1️⃣", "x", "X", "\uD800", "\uDC00",
                "\u200B", "паспорт", "4508", "ssn", "123-45-6789", "wxid_", "a1b2c3d4e5f6g7h8", "电话", "姓名", "+86",
                "zalo", "0912", "345", "678", "hxxps://", "mega.nz/folder/", "facekit@example.com",
                "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "提取码", "x8k2", "T9yED5xMV5ARV98BexN97aLZ1UUq7eKSxm",
                "二", "零", "一一零一零一一九九零零三零七七七一五");
        Arbitrary<String> mixed = pieces.list().ofMaxSize(14).map(list -> String.join("", list));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, mixed),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(60)),
                net.jqwik.api.Tuple.of(1, Arbitraries.randomValue(MaskerTest::anyUnits)));
    }

    private static String anyUnits(Random random) {
        return random.ints(random.nextInt(60), 0, 0x10000)
                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                .toString();
    }
}
