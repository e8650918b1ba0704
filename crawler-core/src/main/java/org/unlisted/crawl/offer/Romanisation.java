package org.unlisted.crawl.offer;

import java.util.List;

/**
 * Russian in Latin letters by the BGN/PCGN rules of 1947, without its signs: the same letters as ICU's
 * {@code Russian-Latin/BGN}, a hundred times as fast; a lexicon has a hundred thousand phrases.
 */
final class Romanisation {
    private static final String CYRILLIC = "абвгджзиклмнопрстуфхцчшщыэюяйъь";
    private static final List<String> LATIN = List.of(
            "a", "b", "v", "g", "d", "zh", "z", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh",
            "shch", "y", "e", "yu", "ya", "y", "", "");
    // After one of these, and at the start of a word, е is ye.
    private static final String BEFORE_YE = "аеёиоуыюяйъь";

    private Romanisation() {}

    /** @param phrase in small letters; what is not Russian stays */
    static String of(String phrase) {
        StringBuilder latin = new StringBuilder(phrase.length() + 8);
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            int letter = CYRILLIC.indexOf(c);
            if (letter >= 0) latin.append(LATIN.get(letter));
            else if (c == 'е' || c == 'ё') {
                char before = i == 0 ? ' ' : phrase.charAt(i - 1);
                boolean y = !Character.isLetterOrDigit(before) || BEFORE_YE.indexOf(before) >= 0;
                latin.append(y ? "y" : "").append(c == 'е' ? 'e' : 'ë');
            } else latin.append(c);
        }
        return latin.toString();
    }
}
