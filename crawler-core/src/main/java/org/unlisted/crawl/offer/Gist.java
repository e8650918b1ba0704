package org.unlisted.crawl.offer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the wording of a text sounds like, without knowing a single term: a {@link LinearModel} over its {@link Grams}.
 *
 * <p>Sellers who avoid every noun of the trade still talk like sellers. The answer is one more piece of
 * {@link Evidence}, never the verdict. Immutable.
 */
final class Gist {
    static final String FILE = "gist.tsv";
    private static final int QUOTE = 40; // UTF-16 units

    private final LinearModel<Voice> model;

    Gist(LinearModel<Voice> model) {
        this.model = model;
    }

    /** Reads {@value #FILE} of the lexicon's folder, see {@link LinearModel#load}. */
    static Gist load(Path folder) throws IOException {
        return new Gist(LinearModel.load(folder.resolve(FILE), Voice.class, Grams::key));
    }

    /** Log odds of each voice against anybody's; of a part of a normalised text. */
    Map<Voice, Double> odds(String text, Span part) {
        Map<Voice, Double> odds = model.scores(grams(text, part)::forEach);
        double none = odds.getOrDefault(Voice.ANYBODY, 0.0);
        odds.replaceAll((voice, score) -> score - none);
        return odds;
    }

    private static Grams grams(String text, Span part) {
        return Grams.of(text, part.start(), Math.min(part.end(), text.length()));
    }

    /** The stretch that sounds most like a voice and unlike anybody, if any does: the largest sum, by Kadane's method. */
    Optional<Span> loudest(String text, Span part, Voice speaker) {
        double[] voices = new double[text.length()];
        grams(text, part).forEachPlace((key, start, end) -> {
            double voice = model.voice(key, speaker, Voice.ANYBODY) / (end - start);
            for (int i = start; i < end; i++) voices[i] += voice;
        });
        double best = 0;
        double sum = 0;
        int from = part.start();
        Span loudest = new Span(0, 0);
        for (int i = part.start(); i < Math.min(part.end(), text.length()); i++) {
            if (sum <= 0 || i - from >= QUOTE) {
                sum = 0;
                from = i;
            }
            sum += voices[i];
            if (sum > best) {
                best = sum;
                loudest = new Span(from, i + 1);
            }
        }
        return best > 0 ? Optional.of(loudest) : Optional.empty();
    }
}
