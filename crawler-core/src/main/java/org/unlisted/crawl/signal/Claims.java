package org.unlisted.crawl.signal;

import java.util.BitSet;

/** Which units of a folded text are already read as something, so that no digit counts twice. */
final class Claims {
    private final BitSet taken = new BitSet();

    boolean isFree(int start, int end) {
        int next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }

    void take(int start, int end) {
        taken.set(start, end);
    }
}
