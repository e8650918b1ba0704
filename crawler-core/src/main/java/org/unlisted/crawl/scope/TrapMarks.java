package org.unlisted.crawl.scope;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Marks of a generator that never ends, visible in one address. Thread-safe. */
final class TrapMarks {
    /** Sixty Chinese characters of a title, escaped, are 540. */
    private static final int MAX_LENGTH = 1_200;

    private static final int MAX_SEGMENTS = 16;
    private static final int MAX_PARAMETERS = 16;
    /** {@code a[]=1&a[]=2}: of one name. */
    private static final int MAX_SAME_NAME = 4;
    /** A word in a path: twice happens, thrice is a relative link that feeds itself. */
    private static final int MAX_SAME_WORD = 2;
    /** The day 11/11/11, and an id in front. */
    private static final int MAX_SAME_NUMBER = 4;
    /** An address in an address in an address, escaped each time. */
    private static final String NESTED = "%2525";

    /** Nobody sold faces on the web before. */
    private static final int FIRST_YEAR = 2000;

    private final int lastYear;

    TrapMarks(int thisYear) {
        this.lastYear = thisYear + 1;
    }

    boolean on(URI url) {
        String text = url.toString();
        if (text.length() > MAX_LENGTH || text.contains(NESTED)) return true;
        Target target = Target.of(url);
        return target.segments().size() > MAX_SEGMENTS
                || target.segments().stream().filter(UrlShape::isSession).count() > 1
                || repeatsWords(target.segments())
                || repeatsPairs(target.segments())
                || tooMany(target.parameters())
                || outOfTime(target);
    }

    private static boolean repeatsWords(List<String> segments) {
        Map<String, Integer> counts = new HashMap<>();
        for (String segment : segments) {
            int most = Dates.isNumber(segment) ? MAX_SAME_NUMBER : MAX_SAME_WORD;
            if (counts.merge(segment, 1, Integer::sum) > most) return true;
        }
        return false;
    }

    /** {@code /a/b/a/b}: a run of two segments or more, not all of them numbers, and the same run again. */
    private static boolean repeatsPairs(List<String> segments) {
        for (int length = 2; length <= segments.size() / 2; length++)
            for (int from = 0; from + 2 * length <= segments.size(); from++) {
                List<String> run = segments.subList(from, from + length);
                if (run.equals(segments.subList(from + length, from + 2 * length))
                        && !run.stream().allMatch(Dates::isNumber)) return true;
            }
        return false;
    }

    private static boolean tooMany(List<Target.Parameter> parameters) {
        if (parameters.size() > MAX_PARAMETERS) return true;
        Map<String, Integer> counts = new HashMap<>();
        for (Target.Parameter parameter : parameters)
            if (counts.merge(parameter.name(), 1, Integer::sum) > MAX_SAME_NAME) return true;
        return false;
    }

    private boolean outOfTime(Target target) {
        if (Dates.atEnd(target.segments()).filter(end -> end.sure() && outside(end.year())).isPresent()) return true;
        for (Target.Parameter parameter : target.parameters()) {
            OptionalInt year = Dates.year(parameter);
            if (year.isPresent() && outside(year.getAsInt())) return true;
        }
        return false;
    }

    private boolean outside(int year) {
        return year < FIRST_YEAR || year > lastYear;
    }
}
