package org.unlisted.crawl.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of WeChat's messages. */
final class WeChat {
    private static final Pattern TITLE =
            Pattern.compile("<title>\\s*(?:<!\\[CDATA\\[)?([^<\\]]{0,10000})", Pattern.CASE_INSENSITIVE);

    private WeChat() {}

    /** What was written: of a share or an answer, which are XML, the title, which is its author's own part. */
    static String text(String content) {
        String text = content.strip();
        if (!text.startsWith("<")) return Quotes.without(text);
        Matcher title = TITLE.matcher(text);
        return title.find() ? title.group(1) : "";
    }
}
