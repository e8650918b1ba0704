package org.unlisted.crawl.nutch;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unlisted.crawl.fetch.CanonicalUrl;

/** Which address led to which. Each is asked once, so that a circle ends by itself; here it is recognised. */
final class Redirects {
    private final Map<String, String> next = new HashMap<>();

    void add(String from, String to) {
        next.put(from, CanonicalUrl.of(to).map(URI::toString).orElse(to));
    }

    /** The addresses that lie on circles, a circle after the other. */
    List<String> circles() {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String start : next.keySet().stream().sorted().toList()) {
            List<String> path = new ArrayList<>();
            String at = start;
            while (at != null && seen.add(at)) {
                path.add(at);
                at = next.get(at);
            }
            int back = at == null ? -1 : path.indexOf(at);
            if (back >= 0) found.addAll(path.subList(back, path.size()));
        }
        return found;
    }
}
