package org.unlisted.console.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.CaseState;

/**
 * What {@code report.mustache} reads: every value already in the reader's language.
 *
 * @param t         fixed texts by key
 * @param styleHash for the content security policy
 * @param demo      the samples' automatic reviewer decided some of the cases
 */
record ReportView(
        Map<String, String> t,
        String lang,
        String style,
        String styleHash,
        String sweep,
        String plan,
        String when,
        String duration,
        String version,
        String lede,
        String searched,
        Optional<String> failure,
        List<Figure> figures,
        List<Figure> flow,
        List<PriceChart> charts,
        List<OfferCard> offers,
        List<CaseCard> cases,
        boolean demo,
        Optional<TrackedRow.Table> tracked,
        List<SkippedRow> skipped,
        Optional<String> skippedFile,
        Optional<ScoreView> score) {

    /** Items left out that a page still shows well; more are better looked at as a table. */
    private static final int MANY = 50;

    /**
     * @param icon name of a symbol in {@code icons.mustache}
     */
    record Figure(String icon, String number, String label) {}

    static ReportView of(Report report, Words words, String style, String styleHash) {
        SweepEvent.Started started = report.started();
        List<CaseCard> cases = report.cases().stream()
                .sorted(Comparator.comparing(c -> order(c.reported().state())))
                .map(c -> CaseCard.of(c, words))
                .toList();
        return new ReportView(
                words.all(),
                words.language(),
                style,
                styleHash,
                started.sweep(),
                started.plan(),
                words.time(report.generatedAt()),
                words.seconds(report.done().seconds()),
                report.version(),
                lede(report, words),
                words.text("searched", started.sources(), started.references(), started.enrolees()),
                report.failure(),
                figures(report, words),
                flow(report, words),
                PriceChart.of(report.offers(), words),
                report.offers().stream().map(o -> OfferCard.of(o, words)).toList(),
                cases,
                cases.stream().anyMatch(c -> c.decision().filter(CaseCard.Decision::demo).isPresent()),
                TrackedRow.table(report.tracked(), words),
                SkippedRow.of(report.skipped(), words),
                report.skippedFile().filter(_ -> report.skipped().size() > MANY),
                report.score().map(s -> ScoreView.of(s, words)));
    }

    private static String lede(Report report, Words words) {
        Set<String> people = confirmed(report).map(c -> c.reported().subject()).collect(Collectors.toSet());
        long waiting = report.cases().stream()
                .filter(c -> c.reported().state() instanceof CaseState.UnderReview)
                .count();
        if (people.isEmpty() && waiting > 0) return words.text("lede_waiting", waiting); // "nobody" would be premature
        long listings = confirmed(report).map(c -> c.reported().listing().url()).distinct().count();
        return words.text("lede", people.size(), listings, report.done().pages(), report.done().offers());
    }

    private static Stream<ReportCase> confirmed(Report report) {
        return report.cases().stream().filter(c -> order(c.reported().state()) == Order.CONFIRMED);
    }

    private static List<Figure> figures(Report report, Words words) {
        SweepEvent.Done done = report.done();
        return List.of(
                figure(words, "page", done.pages(), "pages"),
                figure(words, "list", done.listings(), "listings"),
                figure(words, "tag", done.offers(), "offers"),
                figure(words, "picture", done.images(), "images"),
                figure(words, "face", done.faces(), "faces"),
                figure(words, "eye", done.candidates(), "candidates"),
                figure(words, "check", count(report, Order.CONFIRMED), "confirmed"),
                figure(words, "cross", count(report, Order.DISMISSED), "dismissed"),
                figure(words, "clock", count(report, Order.OPEN), "open"));
    }

    private static List<Figure> flow(Report report, Words words) {
        SweepEvent.Done done = report.done();
        long packets = report.cases().stream().filter(c -> c.packet().isPresent()).count();
        long notices = report.cases().stream().filter(c -> c.notice().isPresent()).count();
        return List.of(
                figure(words, "page", done.pages(), "flow_crawled"),
                figure(words, "list", done.listings(), "flow_read"),
                figure(words, "tag", done.offers(), "flow_offers"),
                figure(words, "picture", done.images(), "flow_pictures"),
                figure(words, "face", done.faces(), "flow_faces"),
                figure(words, "eye", done.candidates(), "flow_candidates"),
                figure(words, "folder", report.cases().size(), "flow_cases"),
                new Figure("letter", words.number(packets) + " + " + words.number(notices), words.text("flow_out")));
    }

    private static Figure figure(Words words, String icon, long number, String label) {
        return new Figure(icon, words.number(number), words.text(label, number));
    }

    private static long count(Report report, Order order) {
        return report.cases().stream().filter(c -> order(c.reported().state()) == order).count();
    }

    private enum Order {
        CONFIRMED,
        OPEN,
        DISMISSED
    }

    private static Order order(CaseState state) {
        return switch (state) {
            case CaseState.Confirmed _, CaseState.Noticed _ -> Order.CONFIRMED;
            case CaseState.UnderReview _ -> Order.OPEN;
            case CaseState.Dismissed _ -> Order.DISMISSED;
        };
    }
}
