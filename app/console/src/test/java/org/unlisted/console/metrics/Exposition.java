package org.unlisted.console.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text exposition format 0.0.4 strictly: a line that is neither a comment nor a sample, a sample without
 * a type, and a series told twice are errors.
 */
public final class Exposition {
    private static final Pattern COMMENT = Pattern.compile("# (?:HELP [a-z_]+ .*|TYPE ([a-z_]+) (counter|gauge))");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_]+)(\\{[a-z_]+=\"(?:[^\"\\\\]|\\\\.)*\"\\})? ([-+0-9.E]+)");

    private Exposition() {}

    /** From a series, {@code name{label="value"}}, to its value. */
    public static Map<String, Double> read(String text) {
        if (!text.endsWith("\n")) throw new IllegalArgumentException("the last line has no end");
        Map<String, String> types = new TreeMap<>();
        Map<String, Double> series = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher comment = COMMENT.matcher(line);
            if (comment.matches()) {
                if (comment.group(1) != null) types.put(comment.group(1), comment.group(2));
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            if (!sample.matches()) throw new IllegalArgumentException("neither comment nor sample: " + line);
            if (!types.containsKey(sample.group(1))) throw new IllegalArgumentException("without a type: " + line);
            String name = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
            if (series.put(name, Double.valueOf(sample.group(3))) != null)
                throw new IllegalArgumentException("told twice: " + line);
        }
        return series;
    }
}
