package org.unlisted.crawl.chat;

import java.util.Locale;

/** Takes quoted words out of a message: they are someone else's. In time that grows with the text and no faster. */
final class Quotes {
    private static final int LONGEST = 2000;

    private Quotes() {}

    /** Without "[回复 : …]", "[引用 …]" or "> …" lines before the answer, and "[引用 …]" on a line of its own after it. */
    static String without(String text) {
        if (text.indexOf('[') < 0 && text.indexOf('>') < 0) return text;
        return trailing(lines(bracket(text.strip())));
    }

    /** @param quoted the quoted words as the export repeats them; they may hold brackets of their own */
    static String without(String text, String quoted) {
        int end = quoted.isBlank() ? -1 : text.indexOf(quoted);
        boolean leads = end >= 0 && end < 200 && text.strip().startsWith("[回复");
        if (!leads) return without(text);
        String rest = text.substring(end + quoted.length());
        return rest.startsWith("]") ? rest.substring(1) : without(text);
    }

    private static String bracket(String text) {
        String start = text.substring(0, Math.min(6, text.length())).toLowerCase(Locale.ROOT);
        if (!start.startsWith("[回复") && !start.startsWith("[引用") && !start.startsWith("[reply")) return text;
        int end = text.indexOf(']');
        return end >= 0 && end <= LONGEST ? text.substring(end + 1).stripLeading() : text;
    }

    private static String lines(String text) {
        int own = 0;
        while (own < text.length() && text.charAt(own) == '>') {
            int end = text.indexOf('\n', own);
            if (end < 0) break;
            own = end + 1;
        }
        return text.substring(own);
    }

    private static String trailing(String text) {
        int start = text.lastIndexOf("\n[引用");
        boolean last = start > 0 && text.length() - start <= LONGEST && text.indexOf(']', start) == text.length() - 1;
        return last ? text.substring(0, start) : text;
    }
}
