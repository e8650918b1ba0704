package org.unlisted.console.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.unlisted.sweep.protocol.SweepEvent;

/** What was left out for one reason. */
record SkippedRow(String code, String reason, String count, List<SweepEvent.Skipped> items) {

    /** Most frequent reason first. */
    static List<SkippedRow> of(List<SweepEvent.Skipped> skipped, Words words) {
        return skipped.stream().collect(Collectors.groupingBy(SweepEvent.Skipped::reason)).entrySet().stream()
                .map(e -> of(e.getKey(), e.getValue(), words))
                .sorted(Comparator.comparingInt((SkippedRow row) -> -row.items().size())
                        .thenComparing(SkippedRow::code))
                .toList();
    }

    private static SkippedRow of(String code, List<SweepEvent.Skipped> items, Words words) {
        return new SkippedRow(code, words.coded("skip", code), words.number(items.size()), items);
    }
}
