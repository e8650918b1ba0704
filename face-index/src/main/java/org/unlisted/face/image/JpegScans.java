package org.unlisted.face.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The frame and the scans of a JPEG, by its markers alone (ITU-T T.81, Annex B): what kind it is, and how much of a
 * progressive one is there.
 */
final class JpegScans {

    private static final int SOF_PROGRESSIVE = 0xc2;
    private static final int SOF_LOSSLESS = 0xc3;
    private static final int SOF_FIRST_ARITHMETIC = 0xc9;
    private static final int DHT = 0xc4;
    private static final int DAC = 0xcc;
    private static final int JPG = 0xc8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    private final byte[] bytes;
    private final List<Scan> scans = new ArrayList<>();
    private int sof;
    private int precision;
    private int firstComponent;

    private JpegScans(byte[] bytes) {
        this.bytes = bytes;
    }

    static JpegScans of(byte[] bytes) {
        JpegScans read = new JpegScans(bytes);
        read.walk();
        return read;
    }

    private void walk() {
        int at = 2;
        while (true) {
            at = nextMarker(at);
            if (at < 0 || at + 4 > bytes.length) return;
            int marker = bytes[at + 1] & 255;
            if (marker == EOI) return;
            int end = at + 2 + unsignedShort(at + 2);
            if (end > bytes.length) return;
            if (isFrame(marker) && sof == 0 && end - at >= 11) frame(marker, at);
            at = marker == SOS ? scan(at, end) : end;
            if (at < 0) return;
        }
    }

    private void frame(int marker, int at) {
        sof = marker;
        precision = bytes[at + 4] & 255;
        firstComponent = bytes[at + 10] & 255;
    }

    /** Adds a scan; answers where it ends, below 0 if that is the end of the file. */
    private int scan(int at, int data) {
        int components = bytes[at + 4] & 255;
        if (data < at + 8 + 2 * components) return -1;
        boolean first = false;
        for (int i = 0; i < components; i++) first |= (bytes[at + 5 + 2 * i] & 255) == firstComponent;
        int end = nextMarker(data);
        scans.add(new Scan(at, end >= 0, first, bytes[data - 3] & 255, bytes[data - 2] & 255));
        return end;
    }

    /** Skips entropy-coded data: stuffed zeroes, restarts and fill bytes are no markers. */
    private int nextMarker(int from) {
        for (int i = from; i + 1 < bytes.length; i++) {
            int next = bytes[i + 1] & 255;
            if (bytes[i] == (byte) 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd8)) return i;
        }
        return -1;
    }

    private int unsignedShort(int at) {
        return ((bytes[at] & 255) << 8) | (bytes[at + 1] & 255);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != DHT && marker != JPG && marker != DAC;
    }

    boolean isProgressive() {
        return sof == SOF_PROGRESSIVE;
    }

    /** Empty if it is of a kind that is read. */
    String unsupported() {
        if (sof >= SOF_FIRST_ARITHMETIC) return "arithmetic coding";
        if (sof > SOF_LOSSLESS) return "differential frames";
        return precision > 8 && sof != SOF_LOSSLESS ? precision + " bits a sample" : "";
    }

    int count() {
        return scans.size();
    }

    /**
     * A cut progressive JPEG without its last, broken scan: coarser, but no pixel of it is made up. Only if the scans
     * that are whole hold every frequency of the brightness: with less it would be a blur. Empty otherwise.
     */
    byte[] withoutBrokenScan() {
        int whole = 0;
        while (whole < scans.size() && scans.get(whole).whole()) whole++;
        if (whole == scans.size()) return new byte[0]; // the damage lies elsewhere
        boolean[] frequencies = new boolean[64];
        for (Scan scan : scans.subList(0, whole))
            if (scan.first() && scan.last() < 64 && scan.from() <= scan.last())
                Arrays.fill(frequencies, scan.from(), scan.last() + 1, true);
        for (boolean frequency : frequencies) if (!frequency) return new byte[0];
        byte[] kept = Arrays.copyOf(bytes, scans.get(whole).at() + 2);
        kept[kept.length - 2] = (byte) 0xff;
        kept[kept.length - 1] = (byte) EOI;
        return kept;
    }

    /** Whether the file ends as a JPEG should, whatever is glued behind it. */
    boolean isEnded() {
        return !scans.isEmpty() && scans.getLast().whole();
    }

    /**
     * @param at    byte of its marker
     * @param whole whether another marker follows its data
     * @param first whether it holds the first component, brightness
     * @param from  first frequency, 0 to 63
     * @param last  last frequency, 0 to 63
     */
    private record Scan(int at, boolean whole, boolean first, int from, int last) {}
}
