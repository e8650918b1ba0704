package org.unlisted.face.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a GIF by its blocks alone, without decoding one (GIF89a specification): thousands of frames cost a walk
 * over the bytes. Each frame can be had as a GIF of its own, so that a reader meets nothing but that frame.
 */
final class GifFile {

    private static final int HEADER = 13; // bytes
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;

    private final byte[] bytes;
    private final List<Frame> frames = new ArrayList<>();
    private int at;

    private GifFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static GifFile of(byte[] bytes) {
        GifFile file = new GifFile(bytes);
        if (bytes.length >= HEADER) file.walk();
        return file;
    }

    /** px of the screen that frames are painted on */
    int width() {
        return bytes.length < HEADER ? 0 : unsignedShort(6);
    }

    /** px of the screen that frames are painted on */
    int height() {
        return bytes.length < HEADER ? 0 : unsignedShort(8);
    }

    List<Frame> frames() {
        return frames;
    }

    private void walk() {
        at = HEADER + table(bytes[10]);
        int disposal = 0;
        boolean transparent = false;
        int control = -1;
        while (at + 1 < bytes.length) {
            int start = at;
            int kind = bytes[at] & 255;
            if (kind == EXTENSION) {
                boolean isControl = (bytes[at + 1] & 255) == GRAPHIC_CONTROL && at + 8 <= bytes.length;
                if (isControl) {
                    control = at;
                    disposal = bytes[at + 3] >> 2 & 7;
                    transparent = (bytes[at + 3] & 1) == 1;
                }
                at += 2;
                if (!skipBlocks()) return;
            } else if (kind == IMAGE && at + 11 <= bytes.length) {
                at += 10 + table(bytes[at + 9]) + 1;
                boolean whole = skipBlocks();
                add(start, control, disposal, transparent, whole);
                disposal = 0;
                transparent = false;
                control = -1;
                if (!whole) return;
            } else {
                return; // the end, or what a viewer would take for it
            }
        }
    }

    private void add(int start, int control, int disposal, boolean transparent, boolean whole) {
        frames.add(new Frame(
                unsignedShort(start + 1), unsignedShort(start + 3), unsignedShort(start + 5), unsignedShort(start + 7),
                disposal, transparent, whole, control, start, Math.min(at, bytes.length)));
    }

    /** Whether the blocks end before the file does. */
    private boolean skipBlocks() {
        while (at < bytes.length) {
            int length = bytes[at] & 255;
            at += 1 + length;
            if (length == 0) return true;
        }
        return false;
    }

    /** Bytes of a colour table. */
    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int unsignedShort(int offset) {
        return (bytes[offset] & 255) | ((bytes[offset + 1] & 255) << 8);
    }

    /** A GIF with that frame alone, on a screen as large as the frame. */
    byte[] alone(Frame frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GIF89a".getBytes(US_ASCII));
        out.write(bytes, frame.start() + 5, 4); // the screen is the frame
        out.write(bytes, 10, Math.min(3 + table(bytes[10]), bytes.length - 10));
        if (frame.control() >= 0) out.write(bytes, frame.control(), 8);
        out.write(IMAGE);
        out.writeBytes(new byte[4]); // left, top
        out.write(bytes, frame.start() + 5, frame.end() - frame.start() - 5);
        if (frame.whole()) out.write(';');
        return out.toByteArray();
    }

    /**
     * @param left        px on the screen
     * @param top         px on the screen
     * @param disposal    what becomes of it before the next: 2 cleared, 3 what was there before, otherwise kept
     * @param transparent whether one of its colours is
     * @param whole       whether its data end before the file does
     * @param control     byte of the extension that belongs to it, below 0 without one
     * @param start       byte of its descriptor
     * @param end         byte behind its data
     */
    record Frame(
            int left, int top, int width, int height, int disposal, boolean transparent, boolean whole, int control,
            int start, int end) {
        static final int CLEARED = 2;
        static final int RESTORED = 3;

        /** Whether nothing of what was on the screen before can be seen. */
        boolean covers(int screenWidth, int screenHeight) {
            return !transparent && left == 0 && top == 0 && width >= screenWidth && height >= screenHeight;
        }
    }
}
