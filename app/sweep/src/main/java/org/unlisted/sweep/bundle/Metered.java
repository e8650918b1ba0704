package org.unlisted.sweep.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and lets no reader of headers read without end. */
final class Metered extends FilterInputStream {
    private long count;
    private long headerEnd = Long.MAX_VALUE;

    Metered(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /** From here on so many bytes may be read, until {@link #content}. */
    void header(long bytes) {
        headerEnd = count + bytes;
    }

    void content() {
        headerEnd = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) counted(1);
        return b;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int n = super.read(to, offset, length);
        if (n > 0) counted(n);
        return n;
    }

    @Override
    public long skip(long length) throws IOException {
        long n = super.skip(length);
        counted(n);
        return n;
    }

    private void counted(long n) throws IOException {
        count += n;
        if (count > headerEnd) throw new IOException("a header without end");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
