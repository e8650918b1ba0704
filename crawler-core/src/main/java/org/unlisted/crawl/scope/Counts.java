package org.unlisted.crawl.scope;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Counts up to 127 for any number of keys in 4 MB (Cormode and Muthukrishnan, An Improved Data Stream Summary: The
 * Count-Min Sketch, 2005). Never too low; too high for one key in ten million at 250,000 keys. Not thread-safe.
 */
final class Counts {
    private static final int ROWS = 4;
    private static final int WIDTH = 1 << 20;
    private static final int END = -1;

    private final byte[][] rows = new byte[ROWS][WIDTH];

    /** Only what is not zero, so that few take little. */
    void write(DataOutput out) throws IOException {
        for (byte[] row : rows) {
            for (int i = 0; i < WIDTH; i++)
                if (row[i] != 0) {
                    out.writeInt(i);
                    out.writeByte(row[i]);
                }
            out.writeInt(END);
        }
    }

    void read(DataInput in) throws IOException {
        for (byte[] row : rows) for (int i = in.readInt(); i != END; i = in.readInt()) row[i] = in.readByte();
    }

    int of(long hash) {
        int least = Byte.MAX_VALUE;
        for (int n = 0; n < ROWS; n++) least = Math.min(least, rows[n][Hash64.nth(hash, n, WIDTH)]);
        return least;
    }

    /** Raises only the lowest of a key's cells: the others belong to other keys as well. */
    void increment(long hash) {
        int count = of(hash);
        for (int n = 0; n < ROWS; n++) {
            int cell = Hash64.nth(hash, n, WIDTH);
            if (rows[n][cell] == count && count < Byte.MAX_VALUE) rows[n][cell]++;
        }
    }
}
