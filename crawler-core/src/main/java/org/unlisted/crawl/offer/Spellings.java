package org.unlisted.crawl.offer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Other ways in which the words of a phrase are typed: Vietnamese without its marks, Russian in Latin letters. */
final class Spellings {
    private static final int UNMISTAKABLE = 8;
    private static final int SHORTEST_IN_LATIN = 4;
    private static final Pattern LONG_Y = Pattern.compile("iy\\b");
    private static final Pattern TONES = Pattern.compile("[\\u0300-\\u0323]");

    /**
     * @param toneless only in texts that are Vietnamese without marks: elsewhere it would be another language's word
     *                 ("in thẻ" is not "in the")
     */
    record Spelling(String phrase, boolean toneless) {}

    private Spellings() {}

    static List<Spelling> of(String phrase) {
        List<Spelling> all = new ArrayList<>();
        all.add(new Spelling(phrase, false));
        if (isCyrillic(phrase)) {
            if (phrase.length() < SHORTEST_IN_LATIN) return all;
            String latin = Romanisation.of(phrase.toLowerCase(Locale.ROOT));
            all.add(new Spelling(latin, false));
            // Typed by hand: y for ы and й, i for й at the end, e for ye.
            all.add(new Spelling(LONG_Y.matcher(latin.replace("ye", "e").replace("kh", "h")).replaceAll("y"), false));
            return all;
        }
        String bare = toneless(phrase);
        if (bare.equals(phrase) || !bare.chars().allMatch(c -> c < 128)) return all;
        all.add(new Spelling(bare, !(phrase.indexOf(' ') > 0 && phrase.length() >= UNMISTAKABLE)));
        return all;
    }

    static String toneless(String vietnamese) {
        return TONES.matcher(Normalizer.normalize(vietnamese, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static boolean isCyrillic(String phrase) {
        return phrase.chars().anyMatch(c -> c >= 0x400 && c <= 0x4FF);
    }
}
