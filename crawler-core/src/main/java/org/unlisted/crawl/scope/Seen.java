package org.unlisted.crawl.scope;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A set that never grows (Bloom, Space/Time Trade-offs in Hash Coding, 1970): 2 MB. What was added is always found; of
 * what was not, one in a million is found after 130,000 additions, one in 500 after a million. Not thread-safe.
 */
final class Seen {
    private static final int BITS = 1 << 24;
    private static final int HASHES = 4;
    private static final int END = -1;

    private long[] words = {}; // as long as nothing was added: most sites have nothing endless

    /** Whether it was not there yet. */
    boolean add(long hash) {
        allocate();
        boolean fresh = false;
        for (int n = 0; n < HASHES; n++) {
            int bit = Hash64.nth(hash, n, BITS);
            fresh |= (words[bit >> 6] & (1L << bit)) == 0;
            words[bit >> 6] |= 1L << bit;
        }
        return fresh;
    }

    /** Only what is not zero, so that few take little. */
    void write(DataOutput out) throws IOException {
        for (int i = 0; i < words.length; i++)
            if (words[i] != 0) {
                out.writeInt(i);
                out.writeLong(words[i]);
            }
        out.writeInt(END);
    }

    void read(DataInput in) throws IOException {
        allocate();
        for (int i = in.readInt(); i != END; i = in.readInt()) words[i] |= in.readLong();
    }

    private void allocate() {
        if (words.length == 0) words = new long[BITS / Long.SIZE];
    }

    boolean contains(long hash) {
        if (words.length == 0) return false;
        for (int n = 0; n < HASHES; n++) {
            int bit = Hash64.nth(hash, n, BITS);
            if ((words[bit >> 6] & (1L << bit)) == 0) return false;
        }
        return true;
    }
}
