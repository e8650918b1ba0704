package org.unlisted.crawl.signal;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Blocks of digits with at most three separators between one and the next: one number in groups, or several numbers.
 * One object is reused for all runs of a text.
 */
final class DigitRun {
    private static final int MAX_GAP = 3;
    /** Fewer Chinese numerals in a row are words: 一套, 三张. */
    private static final int MIN_HAN = 7;

    private final FoldedText text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int size;

    private DigitRun(FoldedText text) {
        this.text = text;
    }

    /** Calls {@code reader} with every run of {@code text}; blocks that touch a mask belong to a masked number. */
    static void each(FoldedText text, Consumer<DigitRun> reader) {
        DigitRun run = new DigitRun(text);
        int i = 0;
        while (i < text.length()) {
            if (Numerals.value(text.lower(i)) < 0) {
                i++;
                continue;
            }
            int end = run.stretchEnd(i);
            if (end == i) {
                i++;
                continue;
            }
            boolean masked = text.lower(i - 1) == Masker.MASK || text.lower(end) == Masker.MASK;
            if (run.size > 0 && (masked || !run.reaches(i))) run.flush(reader);
            if (!masked) run.add(i, end);
            i = end;
        }
        run.flush(reader);
    }

    /**
     * End of the block that begins here: of digits and numerals where they are many, else of digits; empty for a word.
     */
    private int stretchEnd(int start) {
        int end = start;
        int digits = 0;
        while (Numerals.value(text.lower(end)) >= 0) {
            if (FoldedText.isDigit(text.lower(end))) digits++;
            end++;
            if (end - start > digits && end - start >= MIN_HAN) return stretchEndWithHan(end);
        }
        if (digits == end - start) return end;
        int plain = start;
        while (FoldedText.isDigit(text.lower(plain))) plain++;
        return plain;
    }

    private int stretchEndWithHan(int from) {
        int end = from;
        while (Numerals.value(text.lower(end)) >= 0) end++;
        return end;
    }

    private boolean reaches(int next) {
        int from = ends[size - 1];
        if (next - from > MAX_GAP) return false;
        for (int i = from; i < next; i++) if (!Numerals.isSeparator(text.lower(i))) return false;
        return true;
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    private void flush(Consumer<DigitRun> reader) {
        if (size > 0) reader.accept(this);
        size = 0;
    }

    int size() {
        return size;
    }

    /** Index in the folded text. */
    int start(int block) {
        return starts[block];
    }

    /** Exclusive. */
    int end(int block) {
        return ends[block];
    }

    int digits(int block) {
        return ends[block] - starts[block];
    }
}
