package org.unlisted.crawl.scope;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in addresses. Numbers of items look much like them, so a date that is not written in full needs a word of
 * calendars before it, and a page below a date ({@code /2026/11/title}) is no date.
 */
final class Dates {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern YEAR = Pattern.compile("(19\\d\\d|2\\d{3})");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");
    private static final Pattern DAY = Pattern.compile("0?[1-9]|[12]\\d|3[01]");
    private static final Pattern FULL =
            Pattern.compile("(19\\d\\d|2\\d{3})([-._])(?:0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12]\\d|3[01])(?:T.*|\\.\\w{3,4})?");
    /** 2031-05, 203105, 20310507. */
    private static final Pattern SHORT =
            Pattern.compile("(19\\d\\d|2\\d{3})[-._]?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])?(?:\\.\\w{3,4})?");
    /** 07.05.2031; slashes are escaped in most queries. */
    private static final Pattern DAY_FIRST = Pattern.compile("\\d{1,2}(?:[-./]|%2F)\\d{1,2}(?:[-./]|%2F)(19\\d\\d|2\\d{3})");

    private static final Set<String> CALENDARS = Set.of(
            "calendar", "cal", "calender", "kalendar", "kalender", "agenda", "diary", "day", "date", "month", "week", "lich");
    /** Words that are as often followed by the number of an item. */
    private static final Set<String> CHRONICLES = Set.of(
            "events", "event", "schedule", "archive", "archives", "archiv", "arhiv", "history", "daily", "monthly", "blog",
            "news", "posts");
    private static final Set<String> NAMES = Set.of(
            "date", "day", "month", "year", "week", "cal", "calendar", "dt", "startdate", "enddate", "datefrom",
            "dateto", "fromdate", "todate", "selecteddate", "currentdate", "yr", "mon", "ngay", "thang");
    private static final Set<String> BESIDE = Set.of("from", "to", "since", "until", "start", "end", "m", "before", "after");
    private static final Pattern TRAILER = Pattern.compile(
            "(?:index\\.\\w+|view|list|month|week|day|year|agenda|events|print|ical|feed|page[-_]?\\d*)",
            Pattern.CASE_INSENSITIVE);

    private Dates() {}

    /**
     * A date that a path ends in, but for words such as {@code page/2}.
     *
     * @param from its first segment
     * @param to   behind its last
     * @param sure whether it cannot be an item's number and the page of a list
     */
    record AtEnd(int from, int to, int year, boolean sure) {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static Optional<AtEnd> atEnd(List<String> segments) {
        int to = segments.size();
        while (to > 0 && isTrailer(segments, to)) to--;
        if (to == 0) return Optional.empty();
        int end = to;
        String last = segments.get(to - 1);
        boolean calendar = anyWord(segments.subList(0, to), CALENDARS);
        Optional<Integer> written = year(FULL, last);
        if (written.isEmpty() && calendar) written = year(SHORT, last).or(() -> year(YEAR, last));
        if (written.isPresent()) return Optional.of(new AtEnd(to - 1, to, written.get(), true));
        return day(segments, to, calendar).or(() -> month(segments, end, calendar));
    }

    private static Optional<AtEnd> day(List<String> segments, int to, boolean calendar) {
        if (to < 3) return Optional.empty();
        String month = segments.get(to - 2);
        String day = segments.get(to - 1);
        if (!MONTH.matcher(month).matches() || !DAY.matcher(day).matches()) return Optional.empty();
        if (!calendar && (month.length() < 2 || day.length() < 2)) return Optional.empty();
        return year(YEAR, segments.get(to - 3)).map(year -> new AtEnd(to - 3, to, year, true));
    }

    private static Optional<AtEnd> month(List<String> segments, int to, boolean calendar) {
        if (to < 2) return Optional.empty();
        String month = segments.get(to - 1);
        boolean likely = calendar || month.length() == 2 && (to == 2 || anyWord(segments.subList(0, to), CHRONICLES));
        if (!likely || !MONTH.matcher(month).matches()) return Optional.empty();
        boolean sure = calendar || month.startsWith("0");
        return year(YEAR, segments.get(to - 2)).map(year -> new AtEnd(to - 2, to, year, sure));
    }

    /** The year that a parameter names, if it is about a date. */
    static OptionalInt year(Target.Parameter parameter) {
        if (!is(parameter)) return OptionalInt.empty();
        String value = parameter.value();
        Optional<Integer> year = year(FULL, value).or(() -> year(SHORT, value)).or(() -> year(DAY_FIRST, value));
        if (year.isEmpty() && (parameter.name().equals("year") || parameter.name().equals("yr")))
            year = year(YEAR, value);
        return year.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Whether a parameter is about a date: by its value, or by name and value. */
    static boolean is(Target.Parameter parameter) {
        String value = parameter.value();
        if (FULL.matcher(value).matches() || DAY_FIRST.matcher(value).matches()) return true;
        String name = parameter.name();
        if (BESIDE.contains(name)) return value.length() >= 6 && SHORT.matcher(value).matches() && !isPageLike(name, value);
        return hasWord(name, NAMES) && (isNumber(value) || SHORT.matcher(value).matches());
    }

    /** {@code start=200105} counts posts; {@code m=202611} is a month. */
    private static boolean isPageLike(String name, String value) {
        return !name.equals("m") && isNumber(value);
    }

    static boolean hasWord(String name, Set<String> words) {
        for (String word : name.split("[^a-z]+")) if (words.contains(word)) return true;
        return false;
    }

    private static boolean anyWord(List<String> segments, Set<String> words) {
        return segments.stream().anyMatch(segment -> hasWord(segment.toLowerCase(Locale.ROOT), words));
    }

    private static boolean isTrailer(List<String> segments, int to) {
        String last = segments.get(to - 1);
        if (TRAILER.matcher(last).matches()) return true;
        return to >= 2 && isNumber(last) && segments.get(to - 2).equalsIgnoreCase("page");
    }

    private static Optional<Integer> year(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
