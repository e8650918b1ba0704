package org.unlisted.takedown.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to give more than its limit, so that a small archive cannot unpack into a huge one. Not thread-safe. */
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private long given;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) count(1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) count(n);
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false; // a reset would be counted twice
    }

    private void count(long n) throws IOException {
        given += n;
        if (given > limit) throw new IOException("it unpacks to more than " + limit + " bytes");
    }
}
