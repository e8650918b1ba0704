package org.unlisted.crawl.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Growing list of ids with distances, each packed into a long so that the natural order is distance, then id. */
final class Hits {
    private long[] packed = new long[8];
    private int size;

    void add(int id, int distance) {
        if (size == packed.length) packed = Arrays.copyOf(packed, 2 * size);
        packed[size++] = (long) distance << Integer.SIZE | id;
    }

    /** Nearest first, of equal distance the one added first; an id that was met more than once is named once. */
    List<Near> sorted() {
        Arrays.sort(packed, 0, size);
        List<Near> sorted = new ArrayList<>(size);
        for (int i = 0; i < size; i++)
            if (i == 0 || packed[i] != packed[i - 1])
                sorted.add(new Near((int) packed[i], (int) (packed[i] >> Integer.SIZE)));
        return sorted;
    }
}
