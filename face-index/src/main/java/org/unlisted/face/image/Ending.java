package org.unlisted.face.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the bytes themselves say about kind and length, where readers are too forgiving. */
final class Ending {

    private Ending() {}

    /** Whether a file lacks the end that its format demands. */
    static boolean isMissing(String format, byte[] bytes) {
        return switch (format) {
            case "png" -> !contains(bytes, "IEND", 64);
            case "webp" -> bytes.length >= 12 && riffLength(bytes) + 8 > bytes.length;
            default -> false;
        };
    }

    /** HEIC and AVIF start with an {@code ftyp} box (ISO/IEC 14496-12). */
    static boolean isHeif(byte[] bytes) {
        return bytes.length >= 12 && new String(bytes, 4, 4, US_ASCII).equals("ftyp");
    }

    private static long riffLength(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffff_ffffL;
    }

    private static boolean contains(byte[] bytes, String word, int atMostFromEnd) {
        int from = Math.max(0, bytes.length - atMostFromEnd);
        return new String(bytes, from, bytes.length - from, US_ASCII).contains(word);
    }
}
