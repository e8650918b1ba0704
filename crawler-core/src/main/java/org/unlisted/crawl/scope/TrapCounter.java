package org.unlisted.crawl.scope;

import java.net.URI;

/**
 * Lets a few of each endless kind through: days of a calendar, combinations of filters, words searched for, sessions
 * that {@link org.unlisted.crawl.fetch.CanonicalUrl} could not strip. Pages of items and plain lists are not counted at
 * all, so nothing that a trap does can shut them out.
 *
 * <p>Its memory is 8 MB, whatever comes. It forgets when the process ends: after a restart each kind is let through as
 * often again. Thread-safe.
 */
public final class TrapCounter {
    private final Seen admitted = new Seen();
    private final Seen values = new Seen();
    private final Counts counts = new Counts();

    /**
     * Whether to go there. The same address gets the same answer again.
     *
     * @param url as {@link org.unlisted.crawl.fetch.CanonicalUrl} spells it, within the {@link Scope}
     */
    public boolean admits(URI url) {
        return UrlShape.of(url).map(this::admits).orElse(true);
    }

    private synchronized boolean admits(UrlShape shape) {
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
