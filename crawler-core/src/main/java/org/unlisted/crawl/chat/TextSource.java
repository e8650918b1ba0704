package org.unlisted.crawl.chat;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens the files of an export as text: UTF-8 with or without a byte order mark, UTF-16 with one, GB18030 where a text
 * is plainly not UTF-8. Bytes that are no characters become U+FFFD and end nothing.
 */
final class TextSource {
    /** Enough to tell the encoding and the kind of a file. */
    static final int HEAD = 1 << 16;

    private static final int PROGRESS_EVERY = 1 << 22;

    private TextSource() {}

    static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    /** The head as text, without a byte order mark. */
    static String text(byte[] head, Charset charset) {
        String text = new String(head, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** JSON is UTF-8 (RFC 8259, 8.1) unless a byte order mark says otherwise. */
    static Charset ofJson(byte[] head) {
        if (starts(head, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
        if (starts(head, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
        return StandardCharsets.UTF_8;
    }

    /** Texts and tables come from programs on Chinese Windows, too. */
    static Charset ofText(byte[] head) {
        Charset marked = ofJson(head);
        if (!marked.equals(StandardCharsets.UTF_8)) return marked;
        return broken(head) * 10L > letters(head) ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    /** How many sequences of more than one byte are UTF-8. */
    private static long letters(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
    }

    /** How many bytes are no UTF-8; the head's end may cut a character. */
    private static int broken(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(head);
        CharBuffer out = CharBuffer.allocate(head.length + 1);
        int broken = 0;
        CoderResult result = decoder.decode(bytes, out, false);
        while (result.isMalformed()) {
            broken++;
            bytes.position(bytes.position() + result.length());
            result = decoder.decode(bytes, out, false);
        }
        return broken;
    }

    static Reader open(Path path, Charset charset, Intake.Handover handover) throws IOException {
        InputStream bytes = new BufferedInputStream(
                new Counting(Files.newInputStream(path), Files.size(path), handover), 1 << 16);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        bytes.mark(4);
        byte[] mark = bytes.readNBytes(3);
        bytes.reset();
        int length = starts(mark, 0xFE, 0xFF) || starts(mark, 0xFF, 0xFE) ? 2
                : starts(mark, 0xEF, 0xBB) && mark.length > 2 && (mark[2] & 0xFF) == 0xBF ? 3 : 0;
        bytes.skipNBytes(length);
        return new InputStreamReader(bytes, decoder);
    }

    /** Says how far it is. */
    private static final class Counting extends FilterInputStream {
        private final long total;
        private final Intake.Handover handover;
        private long read;
        private long told;

        Counting(InputStream in, long total, Intake.Handover handover) {
            super(in);
            this.total = total;
            this.handover = handover;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? -1 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count(n);
            return n;
        }

        private void count(int n) {
            read += Math.max(0, n);
            if (n >= 0 && read - told < PROGRESS_EVERY) return;
            told = read;
            handover.sink().progress(handover.file(), read, Math.max(read, total));
        }
    }
}
