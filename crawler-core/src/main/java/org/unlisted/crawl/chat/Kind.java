package org.unlisted.crawl.chat;

import java.nio.charset.Charset;

/** How a file is built, told by its first characters; its name decides only where they do not. */
enum Kind {
    JSON,
    JSON_LINES,
    CSV,
    QQ_TXT,
    UNKNOWN;

    static Kind of(String name, byte[] head) {
        Charset charset = TextSource.ofText(head);
        String text = TextSource.text(head, charset);
        String start = text.stripLeading();
        String ending = Refusals.ending(name);
        if (start.startsWith("{") || (start.startsWith("[") && !isText(start, ending)))
            return ending.equals("jsonl") || ending.equals("ndjson") || isLines(start) ? JSON_LINES : JSON;
        if (ending.equals("jsonl") || ending.equals("ndjson")) return JSON_LINES;
        if (QqTxt.fits(start)) return QQ_TXT;
        if (ending.equals("csv")) return CSV;
        return ending.equals("json") ? JSON : UNKNOWN;
    }

    /** "[01.10.26, 10:00:00] Anna: hello": a text that begins like a list. */
    private static boolean isText(String start, String ending) {
        String inside = start.substring(1).stripLeading();
        return ending.equals("txt") && !inside.startsWith("{") && !inside.startsWith("[");
    }

    /** Two lines that are an object each; a line that is longer than the head stays one document. */
    private static boolean isLines(String start) {
        int end = start.indexOf('\n');
        if (!start.startsWith("{") || end < 0) return false;
        String first = start.substring(0, end).strip();
        return first.endsWith("}") && first.length() > 2 && start.substring(end).strip().startsWith("{");
    }
}
