package org.unlisted.face.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first image of a file, in the hands of the reader for its format: first the size, then the pixels. The only place
 * that knows ImageIO's readers.
 */
final class Reading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private static final int DEEPEST = 128; // bits a px: four floats

    private final ImageReader reader;
    private final ImageInputStream in;
    private final SoundRows rows = new SoundRows();
    private final int width;
    private final int height;

    private Reading(ImageReader reader, ImageInputStream in) throws IOException {
        this.reader = reader;
        this.in = in;
        reader.setInput(in, false, true);
        width = reader.getWidth(0);
        height = reader.getHeight(0);
    }

    /** @throws IOException if the header cannot be read; readers also throw all kinds of unchecked exceptions */
    static Reading open(Format format, byte[] bytes) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.title());
        if (!readers.hasNext()) throw new IllegalStateException("no reader for " + format + " in this Java");
        ImageReader reader = readers.next();
        ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
        try {
            return new Reading(reader, in);
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            throw e;
        }
    }

    /** px, as stored */
    int width() {
        return width;
    }

    /** px, as stored */
    int height() {
        return height;
    }

    /** Whether a pixel takes more memory than any camera's or scanner's. */
    boolean isTooDeep() throws IOException {
        @Nullable ImageTypeSpecifier raw = reader.getRawImageType(0);
        return raw != null && Math.max(depth(raw.getColorModel()), raw.getNumBands() * 8) > DEEPEST;
    }

    private static int depth(ColorModel model) {
        return model.getPixelSize();
    }

    /**
     * Reads it, and keeps what came before it broke.
     *
     * @param inRows whether to ask which rows came; a progressive JPEG would be painted once for each of its scans
     */
    Optional<Image> read(boolean inRows) {
        reader.addIIOReadWarningListener(rows);
        if (inRows) reader.addIIOReadUpdateListener(rows);
        try {
            BufferedImage image = reader.read(0);
            boolean whole = !rows.isHurt() || rows.longest().length() == height;
            SoundRows.Run all = new SoundRows.Run(0, height);
            if (image.getWidth() != width || image.getHeight() != height) return Optional.empty();
            if (whole && (!rows.isTold() || rows.longest().equals(all))) return Optional.of(new Image(image, all));
        } catch (IOException | RuntimeException | StackOverflowError e) { // readers throw what they like at damaged data
            LOG.debug("event=picture-damaged problem={}", e.getClass().getSimpleName());
        }
        return rows.image().filter(i -> rows.longest().length() > 0).map(i -> new Image(i, rows.longest()));
    }

    /** Whether bytes were met that belong to nothing. */
    boolean isPadded() {
        return rows.isPadded();
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }

    /** @param rows those that are real */
    record Image(BufferedImage pixels, SoundRows.Run rows) {
        boolean isWhole() {
            return rows.length() == pixels.getHeight();
        }
    }
}
