package org.unlisted.console.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.unlisted.sweep.protocol.SweepEvent;

/** Items left out against those that should be: each with its reason. */
final class SkippedComparison {
    private SkippedComparison() {}

    static List<String> differences(
            Map<String, List<String>> expected, URI origin, Collection<SweepEvent.Skipped> skipped) {
        var wanted = new TreeSet<String>();
        expected.forEach((reason, items) -> items.forEach(item -> wanted.add(reason + " " + place(origin, item))));
        var seen = new TreeSet<String>();
        skipped.forEach(s -> seen.add(s.reason() + " " + s.item()));
        var differences = new ArrayList<String>();
        wanted.stream().filter(item -> !seen.contains(item)).forEach(item -> differences.add("not skipped: " + item));
        seen.stream().filter(item -> !wanted.contains(item)).forEach(item -> differences.add("skipped: " + item));
        return differences;
    }

    /** A path is on the market; a file's name or a full URL stands for itself. */
    private static String place(URI origin, String item) {
        return item.startsWith("/") ? Expected.on(origin, item).toString() : item;
    }
}
