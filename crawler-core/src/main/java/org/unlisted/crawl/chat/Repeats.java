package org.unlisted.crawl.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.unlisted.crawl.listing.Listing;

/**
 * Words that were judged and dropped a short while ago. Chats say the same again and again ("ok", "+1", a bot's notice),
 * and judging takes ten times as long as reading. Some ten megabytes at most. Not thread-safe.
 */
final class Repeats {
    private static final int MOST = 20_000;
    private static final int LONGEST = 250; // characters; what is longer is seldom said twice

    private final Map<String, Boolean> dropped = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    boolean wereDropped(Listing listing) {
        return dropped.get(words(listing)) != null;
    }

    void dropped(Listing listing) {
        String words = words(listing);
        if (words.length() <= LONGEST) dropped.put(words, true);
    }

    /** All that a listing may be judged by. */
    private static String words(Listing listing) {
        if (listing.title().isEmpty() && listing.price().isEmpty()) return listing.text();
        return listing.title() + "\0" + listing.text() + "\0" + listing.priceText().orElse("");
    }
}
