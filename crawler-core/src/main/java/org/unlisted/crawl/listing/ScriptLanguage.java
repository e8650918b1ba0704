package org.unlisted.crawl.listing;

import java.util.Locale;

/** Tells the language of a text from the letters it is written in. */
public final class ScriptLanguage {
    private ScriptLanguage() {}

    /**
     * {@code zh}, {@code ja}, {@code ru}, {@code vi}, {@code en} for other Latin text, {@code und} for none of
     * these.
     */
    public static String of(String text) {
        int han = 0;
        int kana = 0;
        int cyrillic = 0;
        int latin = 0;
        int vietnamese = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isLetter(c)) continue;
            switch (script(c)) {
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana++;
                case CYRILLIC -> cyrillic++;
                case LATIN -> {
                    latin++;
                    if (isVietnamese(c)) vietnamese++;
                }
                default -> {}
            }
        }
        // A Han character is about as much text as two or three letters.
        int strongest = Math.max(3 * (han + kana), Math.max(cyrillic, latin));
        if (strongest == 0) return "und";
        if (strongest == 3 * (han + kana)) return kana * 5 > han ? "ja" : "zh";
        if (strongest == cyrillic) return "ru";
        return vietnamese >= 2 && vietnamese * 25 >= latin ? "vi" : "en";
    }

    /** The common ones without a search. */
    private static Character.UnicodeScript script(int letter) {
        if (letter < 0x80) return Character.UnicodeScript.LATIN;
        if (letter >= 0x4E00 && letter <= 0x9FFF) return Character.UnicodeScript.HAN;
        if (letter >= 0x400 && letter <= 0x481) return Character.UnicodeScript.CYRILLIC;
        return Character.UnicodeScript.of(letter);
    }

    /**
     * The language of a text: what its letters say, and for Latin letters what the page declares, if that is
     * plausible.
     */
    public static String of(String text, String declared) {
        String seen = of(text);
        String said = primary(declared.strip().toLowerCase(Locale.ROOT));
        if (said.isEmpty() || said.equals("und")) return seen;
        boolean otherScript = seen.equals("zh") || seen.equals("ru") || seen.equals("vi");
        boolean sameScript = (seen.equals("zh") && said.equals("ja"))
                || (seen.equals("ru") && said.matches("uk|bg|be|kk|sr"));
        return otherScript && !sameScript ? seen : said;
    }

    /** Of {@code zh-tw} the {@code zh}; empty where it is no language. */
    private static String primary(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) >= 'a' && tag.charAt(end) <= 'z') end++;
        boolean whole = end == tag.length() || tag.charAt(end) == '-' || tag.charAt(end) == '_';
        return whole && (end == 2 || end == 3) ? tag.substring(0, end) : "";
    }

    /** Letters that no other major language of Latin script uses. */
    private static boolean isVietnamese(int c) {
        return (c >= 0x1EA0 && c <= 0x1EF9) || "ăđơưĂĐƠƯ".indexOf(c) >= 0;
    }
}
