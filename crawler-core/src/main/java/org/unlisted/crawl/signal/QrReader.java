package org.unlisted.crawl.signal;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/**
 * Reads the QR codes in a picture: sellers put WeChat, QQ and drive links there, where no word filter sees them. Codes
 * in any direction, and light on dark. Thread-safe.
 */
public final class QrReader {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);
    /** Pixels of the longer side. What a phone is to read off another screen stays legible at this size. */
    private static final int LARGEST = 1600;
    private static final int SMALLEST = 21; // modules of the smallest code, ISO/IEC 18004
    /** Pixels of the longer side below which a code's modules may be too small to be told apart. */
    private static final int MAGNIFIED = 400;

    /** Three make a code. ZXing tries every three of them, so a picture full of them would keep it for hours. */
    private static final int MOST_FINDERS = 40;

    /**
     * The texts of all codes.
     *
     * @param rgb 0xRRGGBB of the pixel in a column and row, from the top left; what is above is ignored
     * @return without duplicates; empty for most pictures
     */
    public List<String> read(int width, int height, IntBinaryOperator rgb) {
        if (width < 1 || height < 1) throw new IllegalArgumentException("empty picture: " + width + "x" + height);
        if (Math.min(width, height) < SMALLEST) return List.of();
        Grey grey = Grey.of(width, height, rgb, LARGEST);
        Set<String> texts = new LinkedHashSet<>(decode(grey));
        if (texts.isEmpty()) texts.addAll(decode(grey.invert()));
        if (texts.isEmpty() && Math.max(width, height) <= MAGNIFIED) texts.addAll(decode(grey.doubled()));
        return List.copyOf(texts);
    }

    private static List<String> decode(LuminanceSource source) {
        List<String> texts = new ArrayList<>();
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
        try {
            if (new FinderCount(bitmap.getBlackMatrix()).isBeyond(MOST_FINDERS)) return List.of();
            for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, HINTS))
                if (!result.getText().isBlank()) texts.add(result.getText());
        } catch (NotFoundException e) {
            return List.of(); // the usual case: no code in the picture
        }
        return texts;
    }

    /** Luminance, one byte a pixel. */
    private static final class Grey extends LuminanceSource {
        private final byte[] luminance;

        private Grey(int width, int height, byte[] luminance) {
            super(width, height);
            this.luminance = luminance;
        }

        /** Each pixel is the mean of those that it stands for. */
        static Grey of(int width, int height, IntBinaryOperator rgb, int largest) {
            int step = Math.max(1, Math.ceilDiv(Math.max(width, height), largest));
            int w = Math.max(1, width / step);
            int h = Math.max(1, height / step);
            byte[] grey = new byte[w * h];
            for (int y = 0; y < h; y++)
                for (int x = 0; x < w; x++) {
                    int sum = 0;
                    for (int dy = 0; dy < step; dy++)
                        for (int dx = 0; dx < step; dx++)
                            sum += luminance(rgb.applyAsInt(
                                    Math.min(width - 1, x * step + dx), Math.min(height - 1, y * step + dy)));
                    grey[y * w + x] = (byte) (sum / (step * step));
                }
            return new Grey(w, h, grey);
        }

        /** ITU-R BT.601 in integers. */
        private static int luminance(int rgb) {
            return (306 * (rgb >> 16 & 0xff) + 601 * (rgb >> 8 & 0xff) + 117 * (rgb & 0xff)) >> 10;
        }

        Grey doubled() {
            int width = getWidth() * 2;
            int height = getHeight() * 2;
            byte[] large = new byte[width * height];
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) large[y * width + x] = luminance[y / 2 * getWidth() + x / 2];
            return new Grey(width, height, large);
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] target = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            System.arraycopy(luminance, y * getWidth(), target, 0, getWidth());
            return target;
        }

        @Override
        public byte[] getMatrix() {
            return luminance;
        }
    }
}
