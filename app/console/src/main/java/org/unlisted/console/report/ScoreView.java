package org.unlisted.console.report;

import java.util.List;
import org.unlisted.console.demo.DemoScore;

/**
 * The demo's outcome against what was expected.
 *
 * @param good everything as expected
 */
record ScoreView(boolean good, String found, List<Line> lines) {

    /**
     * @param ok whether {@code items} is as empty as it should be
     */
    record Line(boolean ok, String label, String count, List<String> items) {}

    static ScoreView of(DemoScore score, Words words) {
        int wanted = score.found().size() + score.missed().size();
        return new ScoreView(
                score.asExpected(),
                words.text("score_found", score.found().size(), wanted),
                List.of(
                        line(words, "score_missed", score.missed()),
                        line(words, "score_strangers", score.strangersMatched()),
                        line(words, "score_near", score.nearMissCases()),
                        line(words, "score_skipped", score.skippedDiffers()),
                        line(words, "score_offers", score.offersDiffer())));
    }

    private static Line line(Words words, String label, List<String> items) {
        return new Line(items.isEmpty(), words.text(label), words.number(items.size()), items);
    }
}
