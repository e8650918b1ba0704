package org.unlisted.crawl.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.List;
import okio.BufferedSource;

/**
 * Reads bodies, never holding more than the cap of decoded bytes and never taking much more than it from the wire: a bomb is
 * cut where it passes the cap.
 */
final class BodyReader {
    private static final int SLACK = 64 << 10; // bytes; what does not compress grows by less

    private final int limit;
    private final boolean partWillDo;

    /**
     * A reader for one body.
     *
     * @param limit      bytes, decoded
     * @param partWillDo whether a body that broke off after its first bytes is returned, truncated, instead of thrown
     */
    BodyReader(int limit, boolean partWillDo) {
        this.limit = limit;
        this.partWillDo = partWillDo;
    }

    /**
     * Reads until the end or the cap.
     *
     * @throws IOException the body broke off or is not what it says
     */
    Body read(BufferedSource wire, List<ContentCoding> codings) throws IOException {
        return codings.isEmpty() ? plain(wire) : coded(wire, codings);
    }

    private Body plain(BufferedSource wire) throws IOException {
        boolean truncated;
        try {
            truncated = wire.request(limit + 1L);
        } catch (IOException e) {
            if (!partWillDo || !brokeOff(e) || wire.getBuffer().size() == 0) throw e;
            truncated = true;
        }
        return new Body(wire.getBuffer().readByteArray(Math.min(wire.getBuffer().size(), limit)), truncated);
    }

    private Body coded(BufferedSource wire, List<ContentCoding> codings) throws IOException {
        CappedStream capped = new CappedStream(wire.inputStream(), (long) limit + SLACK);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        InputStream decoded = capped;
        try {
            for (ContentCoding coding : codings) decoded = coding.undo(decoded);
            boolean more = copy(decoded, content);
            return new Body(content.toByteArray(), more);
        } catch (IOException e) {
            boolean part = partWillDo && content.size() > 0 && (capped.ended() || brokeOff(e));
            if (!capped.capped() && !part) throw e;
            return new Body(content.toByteArray(), true);
        } finally {
            decoded.close();
        }
    }

    private boolean copy(InputStream from, ByteArrayOutputStream to) throws IOException {
        byte[] chunk = new byte[8_192];
        while (to.size() < limit) {
            int read = from.read(chunk, 0, Math.min(chunk.length, limit - to.size()));
            if (read < 0) return false;
            to.write(chunk, 0, read);
        }
        return from.read() >= 0;
    }

    /** The connection went, in contrast to a body whose form is wrong or a call whose time is up. */
    private static boolean brokeOff(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof EOFException
                || e instanceof SocketException
                || message.equals("unexpected end of stream") // OkHttp: fewer bytes than announced
                || message.startsWith("stream was reset"); // HTTP/2
    }
}
