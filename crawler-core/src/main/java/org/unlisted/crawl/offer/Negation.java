package org.unlisted.crawl.offer;

import java.util.List;
import java.util.regex.Pattern;

/** "Not AI", "no names": a word right in front that turns a term into its contrary. */
final class Negation {
    private static final Pattern BETWEEN = Pattern.compile("[\\s是]?");

    private Negation() {}

    /** The hits without those nouns that the author says are not included. */
    static List<Hit> withoutDenied(List<Hit> hits, String text) {
        return hits.stream()
                .filter(h -> h.role() != TermClass.Role.NOUN || !denies(hits, h, text))
                .toList();
    }

    static boolean denies(List<Hit> hits, Hit hit, String text) {
        return hits.stream()
                .filter(n -> n.role() == TermClass.Role.NEGATOR && n.end() <= hit.start() && hit.start() - n.end() <= 1)
                .anyMatch(n -> BETWEEN.matcher(text.substring(n.end(), hit.start())).matches());
    }
}
