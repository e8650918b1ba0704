package org.unlisted.crawl.offer;

/**
 * Latin and Cyrillic letters that look the same. A word that mixes the two scripts was typed to be missed by a filter;
 * its letters go over to the script that has more of them.
 */
final class LookAlikes {
    private static final String CYRILLIC = "авекмнорстухіјѕ";
    private static final String LATIN = "abekmhopctyxijs";

    private LookAlikes() {}

    static void fold(OffsetText text) {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            int latin = 0;
            int cyrillic = 0;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                Character.UnicodeScript script = Character.UnicodeScript.of(text.charAt(end));
                if (script == Character.UnicodeScript.LATIN) latin++;
                else if (script == Character.UnicodeScript.CYRILLIC) cyrillic++;
                else break;
                end++;
            }
            if (latin > 0 && cyrillic > 0) fold(text, i, end, latin >= cyrillic);
            i = Math.max(end, i + 1);
        }
    }

    private static void fold(OffsetText text, int start, int end, boolean toLatin) {
        String from = toLatin ? CYRILLIC : LATIN;
        String to = toLatin ? LATIN : CYRILLIC;
        for (int i = start; i < end; i++) {
            int at = from.indexOf(text.charAt(i));
            if (at >= 0) text.setCharAt(i, to.charAt(at));
        }
    }
}
