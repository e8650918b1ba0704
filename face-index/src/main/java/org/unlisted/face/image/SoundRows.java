package org.unlisted.face.image;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a picture came out of its file before the reader grumbled or gave up. Readers say so row by row, in the
 * order in which they decode, and they grumble (a JPEG that ends early: a warning, then grey) before the rows that they
 * make up. What was not announced before that is filler.
 */
final class SoundRows implements IIOReadUpdateListener, IIOReadWarningListener {

    private @Nullable BufferedImage image;
    private int[] counted = {}; // px that arrived, by row
    private boolean hurt;
    private boolean padded;

    /** What was read so far. */
    Optional<BufferedImage> image() {
        return Optional.ofNullable(image);
    }

    /** Whether the reader met data that it could not make sense of. */
    boolean isHurt() {
        return hurt;
    }

    /** Whether it met too many bytes, which by itself costs no pixel. */
    boolean isPadded() {
        return padded;
    }

    /** Whether it said anything about rows; not all readers do. */
    boolean isTold() {
        return counted.length > 0;
    }

    /** The longest run of whole rows; empty if there is none. */
    Run longest() {
        int width = image == null ? 0 : image.getWidth();
        Run best = new Run(0, 0);
        int from = 0;
        for (int y = 0; y <= counted.length; y++) {
            if (y < counted.length && counted[y] == width) continue;
            if (y - from > best.length()) best = new Run(from, y);
            from = y + 1;
        }
        return best;
    }

    @Override
    public void imageUpdate(
            ImageReader source, BufferedImage into, int minX, int minY, int width, int height, int periodX, int periodY,
            int[] bands) {
        if (image == null) {
            image = requireNonNull(into, "into");
            counted = new int[into.getHeight()];
        }
        if (hurt) return;
        for (int i = 0; i < height && minY + i * periodY < counted.length; i++) counted[minY + i * periodY] += width;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        if (words.contains("extraneous")) padded = true;
        else hurt |= words.contains("premature") || words.contains("corrupt") || words.contains("unexpected end")
                || words.contains("eof");
    }

    @Override
    public void passStarted(
            ImageReader source, BufferedImage into, int pass, int minPass, int maxPass, int minX, int minY, int periodX,
            int periodY, int[] bands) {
        // Each pixel comes in one pass only: rows are whole when the last pass has filled them.
    }

    @Override
    public void passComplete(ImageReader source, BufferedImage into) {
        // see passStarted
    }

    @Override
    public void thumbnailPassStarted(
            ImageReader source, BufferedImage into, int pass, int minPass, int maxPass, int minX, int minY, int periodX,
            int periodY, int[] bands) {
        // thumbnails are not read
    }

    @Override
    public void thumbnailUpdate(
            ImageReader source, BufferedImage into, int minX, int minY, int width, int height, int periodX, int periodY,
            int[] bands) {
        // thumbnails are not read
    }

    @Override
    public void thumbnailPassComplete(ImageReader source, BufferedImage into) {
        // thumbnails are not read
    }

    @Override
    public String toString() {
        return "SoundRows[" + longest() + ", hurt=" + hurt + ", rows=" + Arrays.stream(counted).filter(c -> c > 0).count()
                + "]";
    }

    /** Rows of the stored picture, {@code to} exclusive. */
    record Run(int from, int to) {
        int length() {
            return to - from;
        }
    }
}
