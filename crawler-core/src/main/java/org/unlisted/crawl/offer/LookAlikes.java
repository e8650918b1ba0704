package org.unlisted.crawl.offer;

/**
 * Letters of another script, and digits, that look like the letter meant. A word that mixes scripts was typed to be
 * missed by a filter; its letters go over to the script that has more of them. In a text of Latin letters a word made
 * of look-alikes alone goes over too.
 */
final class LookAlikes {
    private static final String CYRILLIC = "авекмнорстухіјѕԁԛԝһ";
    private static final String LATIN_OF_CYRILLIC = "abekmhopctyxijsdqwh";
    // Those that look like letters of the Russian alphabet.
    private static final String COMMON_LATIN = "abekmhopctyx";
    private static final String GREEK = "αβεικνοπρτυχω";
    private static final String LATIN_OF_GREEK = "abeikvonptuxw";
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
    private static final String LATIN_OF_SMALL = "abcdefghijklmnoprstuvwyz";
    private static final String DIGITS = "01345";
    private static final String LATIN_OF_DIGITS = "oieas";

    private LookAlikes() {}

    static void fold(OffsetText text) {
        capitals(text);
        int[] all = {0, 0};
        for (int i = 0; i < text.length(); i++) {
            replace(text, i, SMALL_CAPITALS, LATIN_OF_SMALL);
            count(text.charAt(i), all);
        }
        boolean latinText = all[0] > 3 * all[1];
        for (int i = 0; i < text.length(); ) {
            int end = i;
            int[] word = {0, 0};
            boolean alike = true;
            while (end < text.length() && isLetter(text.charAt(end))) {
                alike &= count(text.charAt(end), word) || CYRILLIC.indexOf(text.charAt(end)) >= 0;
                end++;
            }
            boolean mixed = word[0] > 0 && word[1] > 0;
            if (mixed) fold(text, i, end, alike == allReplaceable(text, i, end) ? word[0] >= word[1] : alike);
            else if (word[1] > 1 && alike && latinText) fold(text, i, end, true);
            if (end > i) zeros(text, i, end);
            if (end > i) unleet(text, i, end);
            i = Math.max(end, i + 1);
        }
    }

    /** A capital I inside a word in small letters stands for an l: seIfie. */
    private static void capitals(OffsetText text) {
        for (int i = 1; i + 1 < text.length(); i++)
            if (text.charAt(i) == 'i' && text.original(i) == 'I' && isSmall(text, i - 1) && isSmall(text, i + 1)) text.setCharAt(i, 'l');
    }

    private static boolean isSmall(OffsetText text, int i) {
        char c = text.charAt(i);
        return c >= 'a' && c <= 'z' && Character.isLowerCase(text.original(i));
    }

    /** Whether the Latin letters of a word could all stand for Cyrillic ones; one that cannot was not typed by mistake. */
    private static boolean allReplaceable(OffsetText text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' && COMMON_LATIN.indexOf(c) < 0) return false;
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return TextNormalizer.isAlphabetic(c);
    }

    /** Adds the letter to Latin, or to Cyrillic and Greek; says whether it is Latin. */
    private static boolean count(char c, int[] into) {
        if (c < 'a') return false;
        if (c <= 'z' || (c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF)) {
            into[0]++;
            return true;
        }
        if ((c >= 0x400 && c <= 0x52F) || (c >= 0x370 && c <= 0x3FF)) into[1]++;
        return false;
    }

    private static void fold(OffsetText text, int start, int end, boolean toLatin) {
        for (int i = start; i < end; i++) {
            if (toLatin) {
                replace(text, i, CYRILLIC, LATIN_OF_CYRILLIC);
                replace(text, i, GREEK, LATIN_OF_GREEK);
            } else replace(text, i, LATIN_OF_CYRILLIC, CYRILLIC);
        }
    }

    /** 9OO, 4ОО: nothing but the letter O behind a digit. */
    private static void zeros(OffsetText text, int start, int end) {
        if (start == 0 || !Character.isDigit(text.charAt(start - 1))) return;
        for (int i = start; i < end; i++) if ("oо".indexOf(text.charAt(i)) < 0) return;
        for (int i = start; i < end; i++) text.setCharAt(i, '0');
    }

    /** p4ssp0rt, s3lfie: a digit inside a word of three letters and more. Not 2tr4, mp4, h264. */
    private static void unleet(OffsetText text, int start, int end) {
        if (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) return;
        if (end >= text.length() || DIGITS.indexOf(text.charAt(end)) < 0) return;
        int stop = end;
        int letters = end - start;
        int digits = 0;
        while (stop < text.length() && (isLetter(text.charAt(stop)) || DIGITS.indexOf(text.charAt(stop)) >= 0)) {
            boolean digit = Character.isDigit(text.charAt(stop));
            if (digit && Character.isDigit(text.charAt(stop - 1))) return;
            if (digit) digits++;
            else letters++;
            stop++;
        }
        boolean inside = isLetter(text.charAt(stop - 1)) && digits > 0 && letters > digits && letters >= 3;
        boolean known = stop >= text.length() || !Character.isDigit(text.charAt(stop));
        for (int i = end; inside && known && i < stop; i++) replace(text, i, DIGITS, LATIN_OF_DIGITS);
    }

    private static void replace(OffsetText text, int i, String from, String to) {
        int at = from.indexOf(text.charAt(i));
        if (at >= 0) text.setCharAt(i, to.charAt(at));
    }
}
