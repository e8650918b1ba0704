package org.unlisted.crawl.signal;

/**
 * Neighbouring blocks of a run, read as one number.
 *
 * @param digits of all blocks
 * @param first  block
 * @param last   block, inclusive
 */
record DigitWindow(FoldedText text, DigitRun run, String digits, int first, int last) {

    int start() {
        return run.start(first);
    }

    int end() {
        return run.end(last);
    }

    int blocks() {
        return last - first + 1;
    }

    boolean isOneBlock() {
        return first == last;
    }

    /** Letters at its side make it a part of a code, a file name or a hash. */
    boolean standsFree() {
        return !FoldedText.isLatin(text.lower(start() - 1)) && !FoldedText.isLatin(text.lower(end()));
    }

    boolean hasSizes(int... sizes) {
        if (blocks() != sizes.length) return false;
        for (int i = 0; i < sizes.length; i++) if (run.digits(first + i) != sizes[i]) return false;
        return true;
    }

    /** Every block but the last has this many digits, and the last no more. */
    boolean hasEvenBlocks(int size) {
        for (int i = first; i < last; i++) if (run.digits(i) != size) return false;
        return run.digits(last) <= size;
    }

    /** A plus sign before it, perhaps with a parenthesis between. */
    boolean isInternational() {
        char before = text.lower(start() - 1);
        return before == '+' || (before == '(' && text.lower(start() - 2) == '+');
    }
}
