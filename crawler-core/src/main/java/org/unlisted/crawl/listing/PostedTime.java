package org.unlisted.crawl.listing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as pages write them. A time without a zone is taken in the usual zone of the site's language; one that is
 * relative to now ("3 小时前") is none, since a stored page has no now.
 */
final class PostedTime {
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\d)(?<y>(?:19|20)\\d{2})\\s?[-/.年]\\s?(?<m>\\d{1,2})\\s?[-/.月]\\s?(?<d>\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<!\\d)(?<a>\\d{1,2})(?<s>[-/.])(?<b>\\d{1,2})[-/.](?<y>(?:19|20)\\d{2})(?!\\d)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](?:of )?(?<n>\\p{L}{3,12})\\.?,?[ -](?<y>(?:19|20)\\d{2})(?!\\d)");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<n>\\p{L}{3,12})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>(?:19|20)\\d{2})(?!\\d)");
    private static final Pattern VIETNAMESE = Pattern.compile(
            "(?<!\\d)(?<d>\\d{1,2})\\s*(?:tháng|thg\\.?|th\\.?)\\s*(?<m>\\d{1,2})(?:\\s*năm\\s*|[, /-]{1,3})(?<y>(?:19|20)\\d{2})");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<p>上午|下午|晚上|中午|凌晨)?\\s?(?<!\\d)(?<h>\\d{1,2})[:：h](?<i>\\d{2})(?:[:：](?<s>\\d{2})(?:\\.\\d{1,9})?)?(?!\\d)\\s?(?<q>[aApP]\\.?[mM]\\b|SA\\b|CH\\b)?");
    private static final Pattern OFFSET = Pattern.compile(
            "(?<=[\\d\\s(.TZ])(?:(?:GMT|UTC)\\s?)?(?<sign>[+-])(?<h>\\d{1,2}):?(?<m>\\d{2})?(?!\\d|[:./年-]\\d)|(?<=[\\d\\s])(?<z>Z|UTC|GMT|MSK|МСК|E[SD]T|C[SD]T|P[SD]T|CEST|CET|BST|ICT)(?![\\p{L}])");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
    private static final List<String> MONTHS = List.of(
            "jan,янв", "feb,фев", "mar,мар", "apr,апр", "may,мая,май", "jun,июн", "jul,июл", "aug,авг", "sep,сен",
            "oct,окт", "nov,ноя", "dec,дек");
    private static final int LONGEST = 160;
    private static final int EARLIEST_YEAR = 1995;

    private PostedTime() {}

    /** The zone that sites in a language usually mean; UTC where there is no usual one. */
    static ZoneId zone(String language) {
        String l = language.toLowerCase(Locale.ROOT);
        if (l.startsWith("zh")) return ZoneId.of("Asia/Shanghai");
        if (l.startsWith("vi")) return ZoneId.of("Asia/Ho_Chi_Minh");
        if (l.startsWith("ru")) return ZoneId.of("Europe/Moscow");
        return ZoneOffset.UTC;
    }

    /**
     * The first date in a short text.
     *
     * @param language of the site: which of 09/12 is the month, and the zone
     */
    static Optional<Instant> read(String text, String language) {
        String s = PageText.line(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (s.isEmpty()) return Optional.empty();
        try {
            if (EPOCH.matcher(s).matches()) return epoch(Long.parseLong(s));
            Found date = date(s, language);
            if (date == null) return Optional.empty();
            // What follows the date belongs to it; some sites put the clock before.
            String after = s.substring(date.end());
            String before = s.substring(0, date.start());
            Matcher clock = CLOCK.matcher(after);
            boolean behind = clock.find() && clock.start() <= 24;
            if (!behind) {
                clock = CLOCK.matcher(before);
                if (!clock.find()) return Optional.of(date.day().atStartOfDay(zoneIn(after, language)).toInstant());
            }
            ZoneId zone = zoneIn(behind ? after.substring(clock.end()) : after, language);
            return Optional.of(LocalDateTime.of(date.day(), time(clock)).atZone(zone).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty(); // the 31st of February, as fields of templates have it
        }
    }

    /** Seconds or milliseconds since 1970; empty outside the time that pages are from. */
    static Optional<Instant> epoch(long value) {
        if (value >= 800_000_000L && value < 5_000_000_000L) return Optional.of(Instant.ofEpochSecond(value));
        if (value >= 800_000_000_000L && value < 5_000_000_000_000L) return Optional.of(Instant.ofEpochMilli(value));
        return Optional.empty();
    }

    private record Found(LocalDate day, int start, int end) {}

    private static @Nullable Found date(String s, String language) {
        Matcher m = YEAR_FIRST.matcher(s);
        if (m.find()) return found(m, number(m, "y"), number(m, "m"), number(m, "d"));
        m = VIETNAMESE.matcher(s);
        if (m.find()) return found(m, number(m, "y"), number(m, "m"), number(m, "d"));
        m = YEAR_LAST.matcher(s);
        if (m.find()) {
            boolean monthFirst = monthFirst(number(m, "a"), number(m, "b"), m.group("s"), language);
            return found(m, number(m, "y"), number(m, monthFirst ? "a" : "b"), number(m, monthFirst ? "b" : "a"));
        }
        for (Pattern named : List.of(DAY_MONTH, MONTH_DAY)) {
            m = named.matcher(s);
            while (m.find()) {
                int month = month(m.group("n"));
                if (month > 0) return found(m, number(m, "y"), month, number(m, "d"));
            }
        }
        return null;
    }

    private static @Nullable Found found(Matcher m, int year, int month, int day) {
        return year < EARLIEST_YEAR ? null : new Found(LocalDate.of(year, month, day), m.start(), m.end());
    }

    private static boolean monthFirst(int a, int b, String separator, String language) {
        if (a > 12) return false;
        if (b > 12) return true;
        if (separator.equals(".")) return false;
        String l = language.toLowerCase(Locale.ROOT);
        boolean american = l.equals("en") || l.startsWith("en-us") || l.startsWith("en_us") || l.equals("und");
        return american;
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++)
            for (String start : MONTHS.get(i).split(",", -1)) if (lower.startsWith(start)) return i + 1;
        return 0;
    }

    private static LocalTime time(Matcher clock) {
        int hour = number(clock, "h");
        int second = clock.group("s") == null ? 0 : number(clock, "s");
        String half = clock.group("q") != null ? clock.group("q") : clock.group("p") == null ? "" : clock.group("p");
        String h = half.toLowerCase(Locale.ROOT).replace(".", "");
        boolean late = h.equals("pm") || h.equals("ch") || h.equals("下午") || h.equals("晚上") || (h.equals("中午") && hour < 11);
        boolean early = h.equals("am") || h.equals("sa") || h.equals("上午") || h.equals("凌晨");
        if (late && hour < 12) hour += 12;
        if (early && hour == 12) hour = 0;
        return LocalTime.of(hour, number(clock, "i"), second);
    }

    private static ZoneId zoneIn(String rest, String language) {
        Matcher m = OFFSET.matcher(" " + (rest.length() > 30 ? rest.substring(0, 30) : rest));
        if (!m.find()) return zone(language);
        if (m.group("z") != null) return named(m.group("z"), language);
        int minutes = m.group("m") == null ? 0 : number(m, "m");
        int total = number(m, "h") * 60 + minutes;
        return ZoneOffset.ofTotalSeconds((m.group("sign").equals("-") ? -total : total) * 60);
    }

    private static ZoneId named(String letters, String language) {
        return switch (letters) {
            case "MSK", "МСК" -> ZoneId.of("Europe/Moscow");
            case "EST" -> ZoneOffset.ofHours(-5);
            case "EDT" -> ZoneOffset.ofHours(-4);
            case "CST" -> language.toLowerCase(Locale.ROOT).startsWith("zh") ? ZoneOffset.ofHours(8) : ZoneOffset.ofHours(-6);
            case "CDT" -> ZoneOffset.ofHours(-5);
            case "PST" -> ZoneOffset.ofHours(-8);
            case "PDT" -> ZoneOffset.ofHours(-7);
            case "CET", "BST" -> ZoneOffset.ofHours(1);
            case "CEST" -> ZoneOffset.ofHours(2);
            case "ICT" -> ZoneOffset.ofHours(7);
            default -> ZoneOffset.UTC;
        };
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }
}
