package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that are neither how many nor how much: dates (2024-05-01), ages (18-25岁), sizes (15 gb, 1920x1080), times of
 * day, telephones. Of one text; immutable.
 */
final class Measures {
    // Longer plain numbers are telephone, QQ and order numbers.
    private static final BigDecimal LARGEST = new BigDecimal(1_000_000_000);
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:19|20)\\d\\d[-./年]\\d{1,2}(?:[-./月]\\d{1,2}日?)?(?!\\d)|(?<![\\d.,])\\d{1,2}[./]\\d{1,2}[./](?:19|20)?\\d\\d(?!\\d)|(?<!\\d)\\d{1,2}月\\d{1,2}[日号]?"
                    + "|(?<![\\d.,])\\d{1,2}:\\d\\d(?!\\d)|24/7|7 ?[x*] ?24"
                    + "|(?<![\\d.,-])\\d{1,2} ?[-~至到] ?\\d{1,2} ?(?:岁|tuổi|tuoi|лет|years?|y\\.?o|px)"
                    + "|(?<!\\d)\\d{3,4} ?[x*] ?\\d{3,4}(?![\\d套张份])|(?<!\\d)(?:19|20)\\d\\d ?[-~/] ?(?:(?:19|20)\\d\\d|\\d\\d)(?![\\d套张份])");
    // The numbers of a list: "1. …", "2) …".
    private static final Pattern ENTRY = Pattern.compile("(?:^|\\n) ?[(#№]?(?<number>\\d{1,2}) ?[.)/、:](?! ?\\d)");
    private static final Pattern RANGE = Pattern.compile("\\d{1,4} ?[-~] ?\\d{1,4}(?![\\d.,])");
    private static final Pattern MEASURE = Pattern.compile(
            "\\s?(?:个 ?g(?!\\p{IsLatin})|[gmtk]i?b(?!\\p{IsLatin})|гиг\\p{L}*|gig\\p{L}*|[гмткk]б(?!\\p{L})|g(?!\\p{IsLatin})|[ck]?m(?!\\p{IsLatin})|mm(?!\\p{IsLatin})|dpi|mp(?![\\p{IsLatin}0-9])|px|p(?!\\p{IsLatin})|寸|厘米|毫米|公分|%|折|小时|分钟|秒|个?月|天|年|日|周|岁"
                    + "|点|楼|号|米床|公里|元素|mah|hours?|hrs?|h(?!\\p{IsLatin})|min(?:ute)?s?(?!\\p{IsLatin})|seconds?|days?|weeks?|months?|years?|yrs?|минут\\p{L}?|секунд\\p{L}?|час\\p{L}*|дн\\p{L}+|день|недел\\p{L}|месяц\\p{L}*|лет(?!\\p{L})|год\\p{L}*"
                    + "|phút|giờ|ngày|tháng|năm(?! trăm)|tuổi|giây|lần|раза?(?!\\p{L})|times?(?!\\p{L})|次|位?客服|台|门|路|countries|country|стран\\p{L}*|nước|тонн)");
    private static final Pattern SIZE = Pattern.compile("\\s?(?:个|gb|g)\\s?g(?!\\p{IsLatin})");

    private final MarkedText marked;
    private final String text;

    Measures(MarkedText marked) {
        this.marked = marked;
        this.text = marked.text();
    }

    /** Dates, times of day, sizes of pictures, ages and other ranges that are measured, in order. */
    List<Figure.Aside> ranges() {
        List<Figure.Aside> ranges = new ArrayList<>(entries());
        Matcher date = DATE.matcher(text).useTransparentBounds(true);
        Matcher range = RANGE.matcher(text).useTransparentBounds(true);
        for (int at = 0; at < text.length(); at++) {
            boolean digits = isDigit(text.charAt(at)) && (at == 0 || !isDigit(text.charAt(at - 1)));
            if (!digits) continue;
            if (date.region(at, text.length()).lookingAt()) ranges.add(new Figure.Aside(at, date.end()));
            else if (range.region(at, text.length()).lookingAt() && marked.lookingAt(MEASURE, range.end()).isPresent())
                ranges.add(new Figure.Aside(at, range.end()));
        }
        return ranges;
    }

    /** Numbers that count the lines of a list, one more each time. */
    private List<Figure.Aside> entries() {
        List<Figure.Aside> entries = new ArrayList<>();
        if (text.indexOf('\n') < 0) return entries;
        Matcher entry = ENTRY.matcher(text);
        while (entry.find())
            if (Integer.parseInt(entry.group("number")) == entries.size() + 1)
                entries.add(new Figure.Aside(entry.start("number"), entry.end("number")));
        return entries.size() < 2 ? List.of() : entries;
    }

    /** Whether a word before the number says that it is something else: deposit 50, order no 4711. */
    boolean isAnnounced(NumberForms.Reading n) {
        if (marked.hasBefore(n.start(), TermClass.ASIDE_BEFORE)) return true;
        // "deposit $50"; but "mobile no. $9" ends a sentence.
        return MoneyWords.before(text, n.start())
                .map(MoneyWords.Found::start)
                .filter(sum -> sum < 2 || text.charAt(sum - 2) != '.')
                .filter(sum -> marked.hasBefore(sum, TermClass.ASIDE_BEFORE))
                .isPresent();
    }

    /** Whether it is the size of a file, though 个 may look like a unit: 30个g. */
    boolean isFileSize(NumberForms.Reading n) {
        return marked.lookingAt(SIZE, n.end()).isPresent();
    }

    /** Whether a measure or another such word follows, or the number is too large for a figure: 300 dpi, 3天, 20 previews. */
    boolean isMeasured(NumberForms.Reading n) {
        return marked.lookingAt(MEASURE, n.end()).isPresent() || n.value().compareTo(LARGEST) >= 0
                || marked.hasAfter(n.end(), TermClass.ASIDE_AFTER);
    }

    /** Whether it is the first number of a range: 20 of 20-30. */
    boolean beginsRange(NumberForms.Reading n) {
        return n.end() + 1 < text.length() && text.charAt(n.end()) == '-' && isDigit(text.charAt(n.end() + 1));
    }

    /** Whether it is the second number of a range: 30 of 20-30. */
    boolean endsRange(NumberForms.Reading n) {
        int at = n.start();
        return at > 1 && text.charAt(at - 1) == '-' && isDigit(text.charAt(at - 2));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
