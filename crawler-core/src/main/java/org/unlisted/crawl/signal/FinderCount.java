package org.unlisted.crawl.signal;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPatternFinder;

/**
 * Counts the finder patterns of a picture, the three large squares of a QR code, without choosing among them: that
 * takes the third power of their number.
 */
final class FinderCount extends FinderPatternFinder {
    private static final int ROWS = 3; // modules in the height of a pattern's core: no pattern is missed between

    FinderCount(BitMatrix image) {
        super(image);
    }

    /** Whether there are more than {@code limit}; stops at the first that is too much. */
    boolean isBeyond(int limit) {
        int[] widths = new int[5];
        for (int y = ROWS - 1; y < getImage().getHeight(); y += ROWS) {
            readRow(y, widths);
            if (getPossibleCenters().size() > limit) return true;
        }
        return false;
    }

    /** Dark and light runs in turn; five in the ratio 1:1:3:1:1 cross a pattern (ISO/IEC 18004, 13.2). */
    private void readRow(int y, int[] widths) {
        int width = getImage().getWidth();
        doClearCounts(widths);
        int run = 0;
        for (int x = 0; x <= width; x++) {
            boolean dark = x < width && getImage().get(x, y);
            if (dark == (run % 2 == 0)) {
                widths[run]++;
            } else if (run < 4) {
                if (run > 0 || widths[0] > 0) widths[++run]++;
            } else if (foundPatternCross(widths) && handlePossibleCenter(widths, y, x)) {
                doClearCounts(widths);
                run = 0;
            } else {
                doShiftCounts2(widths);
                run = 3;
            }
        }
    }
}
