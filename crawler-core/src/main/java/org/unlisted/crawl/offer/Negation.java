package org.unlisted.crawl.offer;

import java.util.List;
import java.util.regex.Pattern;

/** "Not AI", "no names": a word right in front that turns a term into its contrary. */
final class Negation {
    private static final Pattern BETWEEN = Pattern.compile("[\\s是]?");

    // "手持没有了": what is said right behind the goods.
    private static final Pattern AFTER = Pattern.compile(
            " ?(?:没有|没了|不做|不卖|暂无|卖完|нет(?!\\p{L})|не прода|закончил|not included|sold out|hết hàng|không có|khong co)");

    private Negation() {}

    /** The hits without those nouns that the author says are not included. */
    static List<Hit> withoutDenied(List<Hit> hits, String text) {
        return hits.stream()
                .filter(h -> (h.role() != TermClass.Role.NOUN && h.role() != TermClass.Role.VIEW)
                        || !(denies(hits, h, text) || AFTER.matcher(text).region(h.end(), text.length()).lookingAt()))
                .toList();
    }

    static boolean denies(List<Hit> hits, Hit hit, String text) {
        return hits.stream()
                .filter(n -> n.role() == TermClass.Role.NEGATOR && n.end() <= hit.start() && hit.start() - n.end() <= 1)
                .anyMatch(n -> BETWEEN.matcher(text.substring(n.end(), hit.start())).matches());
    }
}
