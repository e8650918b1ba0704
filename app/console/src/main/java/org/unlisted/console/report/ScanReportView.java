package org.unlisted.console.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unlisted.sweep.protocol.SweepEvent;

/**
 * What {@code scan.mustache} reads: every value already in the reader's language.
 *
 * @param t         fixed texts by key
 * @param styleHash for the content security policy
 */
record ScanReportView(
        Map<String, String> t,
        String lang,
        String style,
        String styleHash,
        String scan,
        String when,
        String duration,
        String version,
        String lede,
        String searched,
        Optional<String> failure,
        List<ReportView.Figure> figures,
        List<String> cases,
        Optional<Died> died,
        List<SkippedRow> skipped,
        Optional<String> skippedFile) {

    /** Items left out that a page still shows well; more are better looked at as a table. */
    private static final int MANY = 50;

    record Died(List<String> lines) {}

    static ScanReportView of(ScanReport report, Words words, String style, String styleHash) {
        return new ScanReportView(
                words.all(),
                words.language(),
                style,
                styleHash,
                report.started().sweep(),
                words.time(report.generatedAt()),
                words.seconds(report.done().seconds()),
                report.version(),
                words.text("scan_lede", report.cases().size(), report.done().images()),
                words.text("scan_searched", report.started().references(), report.started().enrolees()),
                report.failure(),
                figures(report, words),
                report.cases(),
                died(report.died(), words),
                skipped(report, words),
                report.skippedFile().filter(_ -> report.skipped().size() > MANY));
    }

    private static List<ReportView.Figure> figures(ScanReport report, Words words) {
        SweepEvent.Done done = report.done();
        return List.of(
                figure(words, "picture", done.images(), "images"),
                figure(words, "face", done.faces(), "faces"),
                figure(words, "eye", done.candidates(), "candidates"),
                figure(words, "folder", report.cases().size(), "flow_cases"));
    }

    private static ReportView.Figure figure(Words words, String icon, long number, String label) {
        return new ReportView.Figure(icon, words.number(number), words.text(label, number));
    }

    /** Of a reason with very many, not all are listed: the count is of all. */
    private static List<SkippedRow> skipped(ScanReport report, Words words) {
        return SkippedRow.of(report.skipped(), words).stream()
                .map(row -> new SkippedRow(
                        row.code(),
                        row.reason(),
                        words.number(report.done().skipped().getOrDefault(row.code(), row.items().size())),
                        row.items()))
                .toList();
    }

    private static Optional<Died> died(List<SweepEvent.WorkerDied> died, Words words) {
        if (died.isEmpty()) return Optional.empty();
        return Optional.of(new Died(died.stream()
                .map(d -> words.text(
                        "scan_died", d.batch(), d.pictures(), d.how(), words.coded("scan_next", d.next().name())))
                .toList()));
    }
}
