package org.unlisted.crawl.chat;

import java.util.regex.Pattern;

/** Takes quoted words out of a message: they are someone else's. */
final class Quotes {
    /** "[回复 : …]" and "[引用 …]" before the answer; "> …" lines before it. */
    private static final Pattern BEFORE =
            Pattern.compile("\\A\\s*(?:\\[(?:回复|引用|reply)[^\\]]{0,2000}][ \\t]*\\R?|(?:>[^\\n]{0,2000}\\n)+)", Pattern.CASE_INSENSITIVE);

    /** "[引用 …]" on a line of its own after the answer. */
    private static final Pattern AFTER = Pattern.compile("\\R\\s*\\[引用[^\\]]{0,2000}]\\s*\\z");

    private Quotes() {}

    static String without(String text) {
        if (text.indexOf('[') < 0 && text.indexOf('>') < 0) return text;
        return AFTER.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
    }

    /** @param quoted the quoted words as the export repeats them; they may hold brackets of their own */
    static String without(String text, String quoted) {
        int end = quoted.isBlank() ? -1 : text.indexOf(quoted);
        boolean leads = end >= 0 && end < 200 && text.strip().startsWith("[回复");
        if (!leads) return without(text);
        String rest = text.substring(end + quoted.length());
        return rest.startsWith("]") ? rest.substring(1) : without(text);
    }
}
