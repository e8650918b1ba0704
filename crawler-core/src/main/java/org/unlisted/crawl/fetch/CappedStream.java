package org.unlisted.crawl.fetch;

import java.io.IOException;
import java.io.InputStream;

/** Ends after so many bytes of the wire, and remembers how it ended. Not thread-safe. */
final class CappedStream extends InputStream {
    private final InputStream wire;
    private long left;
    private boolean capped;
    private boolean ended;

    CappedStream(InputStream wire, long cap) {
        this.wire = wire;
        this.left = cap;
    }

    /** The cap was reached: what decoded it was not broken, only stopped. */
    boolean capped() {
        return capped;
    }

    /** The wire had no more to give, so that a decoder which then failed was cut short. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        if (left == 0) capped = true;
        int read = left == 0 ? -1 : wire.read(into, from, (int) Math.min(length, left));
        if (read < 0) ended = true;
        else left -= read;
        return read;
    }

    /** Asked by the JDK's gzip reader to learn whether another member follows. */
    @Override
    public int available() throws IOException {
        return (int) Math.min(wire.available(), left);
    }
}
