package org.unlisted.crawl.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** The content codings that the client asks for and can undo (RFC 9110 section 8.4.1, RFC 7932). */
enum ContentCoding {
    GZIP,
    DEFLATE,
    BR;

    /** For the header Accept-Encoding. */
    static final String ACCEPTED = "gzip, deflate, br";

    private static final int MOST = 2; // more than one is already odd; each costs a decoder's memory

    /**
     * Those that Content-Encoding names, in the order in which they are undone. Other names (identity, a charset in the wrong
     * place, what nobody asked for) are ignored, as browsers do.
     */
    static List<ContentCoding> of(List<String> headers) throws IOException {
        List<ContentCoding> known = new ArrayList<>();
        for (String name : String.join(",", headers).toLowerCase(Locale.ROOT).split(",", -1)) {
            switch (name.strip()) {
                case "gzip", "x-gzip" -> known.addFirst(GZIP);
                case "deflate" -> known.addFirst(DEFLATE);
                case "br" -> known.addFirst(BR);
                default -> {}
            }
        }
        if (known.size() > MOST) throw new IOException("more than " + MOST + " content codings");
        return known;
    }

    /** The content behind this coding. A body that is plainly not gzip is passed as it came. */
    InputStream undo(InputStream coded) throws IOException {
        PushbackInputStream in = new PushbackInputStream(coded, 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        if (start.length == 0) return in;
        int two = start.length < 2 ? 0 : ((start[0] & 0xff) << 8) | (start[1] & 0xff);
        return switch (this) {
            case GZIP -> two == 0x1f8b ? new GZIPInputStream(in) : in;
            case DEFLATE -> new Inflating(in, !isZlib(two));
            case BR -> new BrotliInputStream(in);
        };
    }

    /** "deflate" means zlib (RFC 1950), and some servers send bare deflate (RFC 1951): told apart by zlib's header. */
    private static boolean isZlib(int two) {
        return ((two >> 8) & 0x0f) == 8 && two % 31 == 0;
    }

    /** Gives its inflater's memory back when closed, which the JDK's own does only for inflaters that it made. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream in, boolean bare) {
            super(in, new Inflater(bare));
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
