package org.unlisted.crawl.scope;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts up to 127 for any number of keys in 4 MB (Cormode and Muthukrishnan, An Improved Data Stream Summary: The
 * Count-Min Sketch, 2005). Never too low; too high for one key in ten million at 250,000 keys. Not thread-safe.
 */
final class Counts {
    private static final int ROWS = 4;
    private static final int WIDTH = 1 << 20;
    private static final int END = -1;
    private static final byte[] NOTHING = {};

    private final byte[][] rows = new byte[ROWS][]; // empty as long as nothing was counted: most sites have nothing endless

    Counts() {
        Arrays.fill(rows, NOTHING);
    }

    /** Only what is not zero, so that few take little. */
    void write(DataOutput out) throws IOException {
        for (byte[] row : rows) {
            for (int i = 0; i < row.length; i++)
                if (row[i] != 0) {
                    out.writeInt(i);
                    out.writeByte(row[i]);
                }
            out.writeInt(END);
        }
    }

    void read(DataInput in) throws IOException {
        allocate();
        for (byte[] row : rows) for (int i = in.readInt(); i != END; i = in.readInt()) row[i] = in.readByte();
    }

    private void allocate() {
        if (rows[0].length == 0) for (int n = 0; n < ROWS; n++) rows[n] = new byte[WIDTH];
    }

    int of(long hash) {
        if (rows[0].length == 0) return 0;
        int least = Byte.MAX_VALUE;
        for (int n = 0; n < ROWS; n++) least = Math.min(least, rows[n][Hash64.nth(hash, n, WIDTH)]);
        return least;
    }

    /** Raises only the lowest of a key's cells: the others belong to other keys as well. */
    void increment(long hash) {
        allocate();
        int count = of(hash);
        for (int n = 0; n < ROWS; n++) {
            int cell = Hash64.nth(hash, n, WIDTH);
            if (rows[n][cell] == count && count < Byte.MAX_VALUE) rows[n][cell]++;
        }
    }
}
