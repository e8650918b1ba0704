package org.unlisted.console.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.unlisted.crawl.nutch.CrawlGauge;
import org.unlisted.sweep.protocol.SweepEvent;

/** Words for people for how a fetch is doing. */
final class GaugeLine {
    /** Reasons named; a terminal's line is short. */
    private static final int REASONS = 3;

    private GaugeLine() {}

    /** For where nothing else shows how far it is. */
    static String whole(SweepEvent.Gauge gauge) {
        return gauge.source() + ": fetch " + gauge.done() + "/" + gauge.total() + " · " + beside(gauge);
    }

    /** For beside a bar, which shows how far it is. */
    static String beside(SweepEvent.Gauge gauge) {
        List<String> parts = new ArrayList<>();
        parts.add(rate(gauge.pagesPerSecond()) + " p/s");
        if (gauge.imagesPerSecond() > 0) parts.add(rate(gauge.imagesPerSecond()) + " img/s");
        int hosts = gauge.queues().size();
        if (hosts > 0) parts.add(hosts + (hosts == CrawlGauge.HOSTS ? "+" : "") + (hosts == 1 ? " host" : " hosts"));
        String skipped = gauge.skipped().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
        if (!skipped.isEmpty()) parts.add(skipped);
        return String.join(" · ", parts);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
    }
}
