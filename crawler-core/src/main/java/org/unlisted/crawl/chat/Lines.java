package org.unlisted.crawl.chat;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of bounded length; the rest of a longer one is passed over. Not thread-safe. */
final class Lines implements AutoCloseable {
    /** Characters; as long as the longest string of JSON, and what stands around it. */
    static final int LONGEST = JsonMender.LONGEST_STRING + (1 << 20);

    private final Reader in;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int end;
    private boolean ended;
    private long number;

    Lines(Reader in) {
        this.in = in;
    }

    /** @param whole false where the line is longer than {@link #LONGEST} */
    record Line(long number, String text, boolean whole) {}

    /** Empty at the end. Lines end with LF, CR LF or CR. */
    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean whole = true;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') at++;
            int room = Math.min(at - from, LONGEST - text.length());
            text.append(buffer, from, room);
            whole &= room == at - from;
            if (at == end) continue;
            boolean carriage = buffer[at++] == '\r';
            if (carriage && (at < end || fill()) && buffer[at] == '\n') at++;
            return Optional.of(new Line(++number, text.toString(), whole));
        }
        return any ? Optional.of(new Line(++number, text.toString(), whole)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        if (ended) return false;
        int n = in.read(buffer, 0, buffer.length);
        at = 0;
        end = Math.max(0, n);
        ended = n < 0;
        return n > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
