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

    /** Whether a negator ends right in front of the hit; hits are in order. */
    static boolean denies(List<Hit> hits, Hit hit, String text) {
        int low = 0;
        int high = hits.size();
        while (low < high) { // the first hit that begins no earlier
            int middle = (low + high) >>> 1;
            if (hits.get(middle).start() < hit.start()) low = middle + 1;
            else high = middle;
        }
        if (low == 0) return false;
        Hit before = hits.get(low - 1); // hits do not overlap: only the nearest can end there
        return before.role() == TermClass.Role.NEGATOR
                && before.end() <= hit.start()
                && hit.start() - before.end() <= 1
                && BETWEEN.matcher(text).region(before.end(), hit.start()).matches();
    }
}
