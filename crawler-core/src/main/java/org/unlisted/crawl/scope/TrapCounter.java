package org.unlisted.crawl.scope;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.net.URI;

/**
 * Lets a few of each endless kind through: days of a calendar, combinations of filters, words searched for, sessions
 * that {@link org.unlisted.crawl.fetch.CanonicalUrl} could not strip. Pages of items and plain lists are not counted at
 * all, so nothing that a trap does can shut them out.
 *
 * <p>Its memory is 8 MB at most, whatever comes. What it knows can be written and read again: 70 bytes or so for each address that
 * was counted, 40 MB at the very most. Thread-safe.
 */
public final class TrapCounter {
    private final Seen admitted = new Seen();
    private final Seen values = new Seen();
    private final Counts counts = new Counts();
    private boolean empty = true;

    /** One that knows what another wrote. */
    public static TrapCounter read(DataInput in) throws IOException {
        TrapCounter counter = new TrapCounter();
        counter.admitted.read(in);
        counter.values.read(in);
        counter.counts.read(in);
        counter.empty = false;
        return counter;
    }

    public synchronized void write(DataOutput out) throws IOException {
        admitted.write(out);
        values.write(out);
        counts.write(out);
    }

    /** Whether no address of an endless kind was seen yet. */
    public synchronized boolean isEmpty() {
        return empty;
    }

    /**
     * Whether to go there. The same address gets the same answer again.
     *
     * @param url as {@link org.unlisted.crawl.fetch.CanonicalUrl} spells it, within the {@link Scope}
     */
    public boolean admits(URI url) {
        return UrlShape.of(url).map(this::admits).orElse(true);
    }

    private synchronized boolean admits(UrlShape shape) {
        empty = false;
        boolean fresh = false;
        for (long value : shape.values()) fresh |= values.add(value);
        if (admitted.contains(shape.one())) return true;
        if (!fresh) {
            if (counts.of(shape.kind()) >= shape.limit()) return false;
            counts.increment(shape.kind());
        }
        admitted.add(shape.one());
        return true;
    }
}
