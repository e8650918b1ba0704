package org.unlisted.crawl.likeness;

import java.util.List;
import java.util.Optional;

/**
 * Every hash within a Hamming distance of another, exactly. Small indexes are scanned; from {@value #BANDED} hashes on,
 * searches within {@value Bands#REACH} bits go by bands of the hash, and farther ones are scanned still. Hashes of plain
 * pictures are all alike and slow the bands down: add only {@linkplain PdqResult#telling() telling} ones.
 *
 * <p>Thread-safe: one lock, held for each call.
 */
public final class PdqIndex {
    /** Bits: the reference's advice for "the same picture". */
    public static final int DEFAULT_DISTANCE = 31;

    static final int BANDED = 16_384; // hashes: a scan takes 17 us there, the bands 3 us and 4 MiB
    private static final int LONGEST = 256; // bits

    private final HashTable table = new HashTable();
    private final int banded;
    private Optional<Bands> bands = Optional.empty();

    public PdqIndex() {
        this(BANDED);
    }

    /** @param banded how many hashes it takes before they are cut into bands */
    PdqIndex(int banded) {
        this.banded = banded;
    }

    public synchronized int size() {
        return table.size();
    }

    /** Keeps the hash, also if it is there already; the ids count up from 0. */
    public synchronized int add(PdqHash hash) {
        int id = table.add(hash);
        bands.ifPresent(b -> b.add(id, hash));
        if (bands.isEmpty() && table.size() >= banded) bands = Optional.of(cut());
        return id;
    }

    private Bands cut() {
        Bands cut = new Bands();
        for (int id = 0; id < table.size(); id++) cut.add(id, table.get(id));
        return cut;
    }

    /**
     * Keeps the hash unless one as near is there already: whoever sees a picture first gets an empty answer, and only one of
     * several threads does.
     *
     * @return the nearest that is there already, and the hash is not kept
     */
    public synchronized Optional<Near> addUnlessNear(PdqHash hash, int maxDistance) {
        List<Near> near = near(hash, maxDistance);
        if (near.isEmpty()) add(hash);
        return near.stream().findFirst();
    }

    /** Those within {@value #DEFAULT_DISTANCE} bits, in the order of {@link #near(PdqHash, int)}. */
    public List<Near> near(PdqHash hash) {
        return near(hash, DEFAULT_DISTANCE);
    }

    /**
     * @param maxDistance bits, 0 to 256
     * @return nearest first; of equal distance, the one added first
     */
    public synchronized List<Near> near(PdqHash hash, int maxDistance) {
        if (maxDistance < 0 || maxDistance > LONGEST)
            throw new IllegalArgumentException("distance outside [0, 256]: " + maxDistance);
        Hits hits = new Hits();
        if (bands.isPresent() && maxDistance <= Bands.REACH) bands.get().search(table, hash, maxDistance, hits);
        else table.scan(hash, maxDistance, hits);
        return hits.sorted();
    }
}
