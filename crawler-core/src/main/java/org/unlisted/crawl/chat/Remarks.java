package org.unlisted.crawl.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was left out and why: the first few ids of each reason, then a count, so that an export of a million odd
 * messages does not fill the memory. Not thread-safe.
 */
final class Remarks {
    private static final int NAMED = 5;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 400;
    private static final int MOST_REASONS = 1000;

    private static final class Count {
        final List<String> named = new ArrayList<>();
        long others;
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private long unnamed;

    /** Something that happened once to a file. */
    void add(String file, String what) {
        count(plain(file, LONGEST_LINE) + ": " + plain(what, LONGEST_LINE));
    }

    /** Something that may happen to many messages of a file. */
    void add(String file, String what, String id) {
        Count count = count(plain(file, LONGEST_LINE) + ": " + what);
        if (count.named.size() < NAMED) count.named.add(id.isEmpty() ? "?" : plain(id, LONGEST_NAME));
        else count.others++;
    }

    private Count count(String line) {
        Count known = counts.get(line);
        if (known != null) return known;
        if (counts.size() < MOST_REASONS) return counts.computeIfAbsent(line, l -> new Count());
        unnamed++;
        return new Count();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.forEach((line, count) -> {
            String ids = count.named.isEmpty() ? "" : ": " + String.join(", ", count.named);
            lines.add(line + ids + (count.others == 0 ? "" : " and " + count.others + " more"));
        });
        if (unnamed > 0) lines.add("and " + unnamed + " more remarks");
        return lines;
    }

    /** Names in an export are a stranger's words: they must not break the line that quotes them. */
    static String plain(String words, int longest) {
        String cut = words.codePointCount(0, words.length()) > longest
                ? words.substring(0, words.offsetByCodePoints(0, longest)) + "…"
                : words;
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "\uFFFD");
    }
}
