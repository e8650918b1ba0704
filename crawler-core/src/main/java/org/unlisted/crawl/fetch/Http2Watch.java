package org.unlisted.crawl.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/**
 * Looks at the frames of HTTP/2 (RFC 9113 section 4.1) as they pass and ends what OkHttp would take in without end: headers
 * that CONTINUATION goes on and on with, pushed answers, pings and settings by the thousand (sections 10.5, 10.5.1). Used by
 * one thread, as OkHttp reads a connection by one.
 */
final class Http2Watch extends FilterInputStream {
    private static final int FRAME_HEAD = 9; // bytes: length in 3, type, flags, stream in 4
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int PUSH_PROMISE = 5;
    private static final int CONTINUATION = 9;
    /** Frames that say nothing about an answer, between two that do; an honest server sends a handful. */
    private static final int MOST_IDLE = 1_000;

    private final byte[] head = new byte[FRAME_HEAD];
    private int headBytes;
    private int payloadLeft;
    private int headerBytes;
    private int idle;

    Http2Watch(InputStream wire) {
        super(wire);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int at = 0; at < read; ) {
            if (payloadLeft > 0) {
                int skipped = Math.min(payloadLeft, read - at);
                payloadLeft -= skipped;
                at += skipped;
            } else {
                head[headBytes++] = into[offset + at++];
                if (headBytes == FRAME_HEAD) frame();
            }
        }
        return read;
    }

    private void frame() throws ProtocolException {
        headBytes = 0;
        payloadLeft = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | (head[2] & 0xff);
        int type = head[3];
        headerBytes = type == CONTINUATION ? headerBytes + payloadLeft : type == HEADERS ? payloadLeft : 0;
        boolean answer = (type == DATA && payloadLeft > 0) || type == HEADERS;
        idle = answer ? 0 : idle + 1;
        if (headerBytes > Wiring.MAX_HEADERS)
            throw new ProtocolException("the headers are more than " + (Wiring.MAX_HEADERS >> 10) + " KB");
        if (type == PUSH_PROMISE) throw new ProtocolException("the server pushes what nobody asked for");
        if (idle > MOST_IDLE) throw new ProtocolException("more than " + MOST_IDLE + " frames without an answer");
    }
}
