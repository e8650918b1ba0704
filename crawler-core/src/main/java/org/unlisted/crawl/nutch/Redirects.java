package org.unlisted.crawl.nutch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The redirects of a pass, remembered so that a circle can be told: none of its addresses ever shows a page. */
final class Redirects {
    private static final int MOST = 10_000;
    private static final int LONGEST = 20;

    private final Map<String, String> targets = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** Adds a redirect; a sentence where it closes a circle. */
    Optional<String> circle(String from, String to) {
        targets.put(from, to);
        if (to.equals(from)) return Optional.of("redirects to itself");
        String at = to;
        for (int hop = 1; hop < LONGEST && at != null; hop++) {
            at = targets.get(at);
            if (from.equals(at)) return Optional.of("redirects in a circle, by " + to);
        }
        return Optional.empty();
    }
}
