package org.unlisted.crawl.likeness;

/**
 * A hash of the index that lies near the one looked for.
 *
 * @param id       as {@link PdqIndex#add} gave it: 0 for the first hash added, 1 for the next
 * @param distance bits, 0 for the same hash
 */
public record Near(int id, int distance) {
    public Near {
        if (id < 0) throw new IllegalArgumentException("id below 0: " + id);
        if (distance < 0 || distance > 256) throw new IllegalArgumentException("distance outside [0, 256]: " + distance);
    }
}
