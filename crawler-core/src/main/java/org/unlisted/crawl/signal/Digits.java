package org.unlisted.crawl.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The digits after a cue, however they are written, up to the longest number that anybody uses.
 *
 * @param value  digits
 * @param end    of the last one in the folded text, exclusive
 * @param blocks the same, cut off after each block; the first is the shortest
 */
record Digits(String value, int end, List<Digits> blocks) {
    private static final int LONGEST = 15;
    private static final int MAX_GAP = 2;

    static Optional<Digits> read(FoldedText text, int start) {
        StringBuilder value = new StringBuilder();
        List<Digits> blocks = new ArrayList<>();
        int at = start;
        while (value.length() <= LONGEST) {
            int block = at;
            while (Numerals.value(text.lower(at)) >= 0 && value.length() <= LONGEST)
                value.append(Numerals.value(text.lower(at++)));
            if (at == block || value.length() > LONGEST) break;
            blocks.add(new Digits(value.toString(), at, List.of()));
            int next = at;
            while (next - at <= MAX_GAP && Numerals.isSeparator(text.lower(next))) next++;
            if (next - at > MAX_GAP || Numerals.value(text.lower(next)) < 0) break;
            at = next;
        }
        if (blocks.isEmpty()) return Optional.empty();
        Digits all = blocks.getLast();
        return Optional.of(new Digits(all.value(), all.end(), List.copyOf(blocks)));
    }

    /** The longest beginning that ends with a block and fits. */
    Optional<Digits> firstThat(Predicate<String> fits) {
        for (int i = blocks.size() - 1; i >= 0; i--)
            if (fits.test(blocks.get(i).value())) return Optional.of(blocks.get(i));
        return Optional.empty();
    }

    /** A first block that is long enough is the number; short ones are its pieces. */
    Optional<Digits> firstBlockOrAll(int least, int most) {
        Digits first = blocks.getFirst();
        int length = first.value().length();
        if (length >= least) return Optional.of(first).filter(_ -> length <= most);
        return Optional.of(this).filter(_ -> value.length() >= least && value.length() <= most);
    }
}
