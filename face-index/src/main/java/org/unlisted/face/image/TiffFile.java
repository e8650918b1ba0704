package org.unlisted.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pages of a TIFF by its directories alone (TIFF 6.0, section 2), before a reader follows or allocates anything:
 * chains of directories may be endless, strips may lie outside of the file, tiles may be larger than any picture.
 */
final class TiffFile {

    /** More pages are not looked at. */
    static final int PAGES = 64;

    private static final int ENTRY = 12; // bytes
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;

    private final byte[] bytes;
    private final ByteBuffer data;
    private final List<Integer> pages = new ArrayList<>();

    private TiffFile(byte[] bytes) {
        this.bytes = bytes;
        data = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        Set<Integer> seen = new HashSet<>();
        long at = bytes.length < 8 ? 0 : unsigned(4);
        while (at >= 8 && at + 2 <= bytes.length && seen.add((int) at) && pages.size() < PAGES) {
            pages.add((int) at);
            int next = next((int) at);
            at = next + 4 <= bytes.length ? unsigned(next) : 0;
        }
    }

    static TiffFile of(byte[] bytes) {
        return new TiffFile(bytes);
    }

    int pages() {
        return pages.size();
    }

    /** The same file, with that page as its only one. */
    byte[] alone(int page) {
        ByteBuffer copy = ByteBuffer.wrap(bytes.clone()).order(data.order());
        copy.putInt(4, pages.get(page));
        int next = next(pages.get(page));
        if (next + 4 <= bytes.length) copy.putInt(next, 0);
        return copy.array();
    }

    /** Whether some of a page's strips or tiles lie beyond the file's end. */
    boolean isCut(int page) {
        if (next(pages.get(page)) > bytes.length) return true;
        return isBeyond(page, STRIP_OFFSETS, STRIP_LENGTHS) || isBeyond(page, TILE_OFFSETS, TILE_LENGTHS);
    }

    /** px of a tile; 0 without tiles. */
    long tile(int page) {
        return first(page, TILE_WIDTH) * first(page, TILE_HEIGHT);
    }

    private boolean isBeyond(int page, int offsetTag, int lengthTag) {
        int offsets = find(page, offsetTag);
        int lengths = find(page, lengthTag);
        if (offsets < 0) return false;
        long count = unsigned(offsets + 4);
        for (int i = 0; i < count; i++) {
            long start = value(offsets, i);
            long length = lengths < 0 ? 1 : Math.max(1, value(lengths, i));
            if (start < 0 || length < 0 || start + length > bytes.length) return true;
        }
        return false;
    }

    private long first(int page, int tag) {
        int entry = find(page, tag);
        return entry < 0 ? 0 : Math.max(0, value(entry, 0));
    }

    /** Byte of an entry, below 0 if there is none. */
    private int find(int page, int tag) {
        int at = pages.get(page) + 2;
        int end = Math.min(at + ENTRY * unsignedShort(at - 2), bytes.length - ENTRY + 1);
        for (; at < end; at += ENTRY) if (unsignedShort(at) == tag) return at;
        return -1;
    }

    /** A SHORT or LONG of an entry; -1 if it is neither or outside of the file. */
    private long value(int entry, int index) {
        int type = unsignedShort(entry + 2);
        int size = type == 3 ? 2 : type == 4 ? 4 : 0;
        if (size == 0 || index >= unsigned(entry + 4)) return -1;
        long start = unsigned(entry + 4) * size <= 4 ? entry + 8 : unsigned(entry + 8);
        long at = start + (long) index * size;
        if (at + size > bytes.length) return -1;
        return size == 2 ? unsignedShort((int) at) : unsigned((int) at);
    }

    private int next(int directory) {
        return directory + 2 + ENTRY * unsignedShort(directory);
    }

    private int unsignedShort(int at) {
        return data.getShort(at) & 0xffff;
    }

    private long unsigned(int at) {
        return data.getInt(at) & 0xffff_ffffL;
    }
}
