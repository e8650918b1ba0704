package org.unlisted.face.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The chunks of a WebP, before its reader allocates for what they claim (RFC 9649): whether all are there, and whether
 * the picture inside is as large as the file says.
 */
final class WebpFile {

    private static final int HEADER = 12;
    private static final int FRAME = 16; // bytes of an animation's frame before its chunks

    private final ByteBuffer data;
    private final int end;
    private long largest;
    private boolean cut;

    private WebpFile(byte[] bytes) {
        data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long said = 8 + (data.getInt(4) & 0xffff_ffffL);
        cut = said > bytes.length;
        end = (int) Math.min(said, bytes.length);
    }

    static WebpFile of(byte[] bytes) {
        WebpFile file = new WebpFile(bytes);
        file.walk(HEADER, file.end);
        return file;
    }

    private void walk(int from, int to) {
        int at = from;
        while (at + 8 <= to) {
            String name = ISO_8859_1.decode(data.slice(at, 4)).toString();
            long length = data.getInt(at + 4) & 0xffff_ffffL;
            cut |= at + 8 + length > to;
            if (cut) return;
            int body = at + 8;
            int size = (int) length;
            if (name.equals("VP8 ") && size >= 10) seen(data.getShort(body + 6) & 0x3fff, data.getShort(body + 8) & 0x3fff);
            if (name.equals("VP8L") && size >= 5)
                seen((data.getInt(body + 1) & 0x3fff) + 1, (data.getInt(body + 1) >> 14 & 0x3fff) + 1);
            if (name.equals("ANMF") && size > FRAME && from == HEADER) walk(body + FRAME, body + size);
            at = body + size + (size & 1);
        }
    }

    private void seen(int width, int height) {
        largest = Math.max(largest, (long) width * height);
    }

    boolean isCut() {
        return cut;
    }

    /** px, of the largest picture inside. */
    long largest() {
        return largest;
    }
}
