package org.unlisted.face.image;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pixels from bytes of unknown origin: JPEG, PNG, GIF (first frame), BMP and WebP. The header's size is checked before
 * pixels are allocated, nothing is cached on disk, and a picture that ends early is refused rather than filled with
 * grey. Thread-safe.
 */
public final class ImageDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(ImageDecoder.class);

    /** Names that ImageIO's readers give their formats, and ours. */
    private static final Map<String, String> FORMATS =
            Map.of("jpeg", "JPEG", "png", "PNG", "gif", "GIF", "bmp", "BMP", "webp", "WebP");

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = requireNonNull(limits, "limits");
        ImageIO.setUseCache(false); // for the whole JVM, on purpose: no picture passes through a temporary file
    }

    /** Never throws for odd bytes: the answer says what is wrong with them. */
    public Decoding decode(byte[] bytes) {
        if (bytes.length > limits.maxBytes())
            return refuse(Decoding.Cause.TOO_LARGE, bytes.length + " bytes, at most " + limits.maxBytes() + " read");
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Optional<ImageReader> reader = reader(in);
            if (reader.isEmpty()) return unknown(bytes);
            try {
                return decode(reader.get(), in, bytes);
            } finally {
                reader.get().dispose();
            }
        } catch (EOFException e) {
            return refuse(Decoding.Cause.TRUNCATED, "the file ends inside the picture's header");
        } catch (IOException | RuntimeException e) {
            LOG.debug("event=header-broken problem={}", e.getClass().getSimpleName());
            return refuse(Decoding.Cause.NOT_AN_IMAGE, "starts like a picture, but its header makes no sense");
        }
    }

    private Decoding decode(ImageReader reader, ImageInputStream in, byte[] bytes) throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.containsKey(format))
            return refuse(Decoding.Cause.UNSUPPORTED, "pictures of format " + format + " are not read");
        ReadWarnings warnings = new ReadWarnings();
        reader.addIIOReadWarningListener(warnings);
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (limits.exceededBy(width, height))
            return refuse(
                    Decoding.Cause.TOO_LARGE,
                    "%,d x %,d px, at most %,d px a side and %,d px in all are read"
                            .formatted(width, height, limits.maxSide(), limits.maxPixels()));
        Optional<BufferedImage> image = read(reader);
        if (image.isEmpty() || warnings.endedEarly() || Ending.isMissing(format, bytes))
            return refuse(
                    Decoding.Cause.TRUNCATED,
                    "%s of %,d x %,d px that is cut off or damaged".formatted(FORMATS.get(format), width, height));
        return new Decoding.Decoded(Orientation.of(bytes).upright(pixels(image.get())));
    }

    /** The header was sound; what fails behind it is the picture. Readers throw what they like at damaged data. */
    private static Optional<BufferedImage> read(ImageReader reader) {
        try {
            return Optional.of(reader.read(0));
        } catch (IOException | RuntimeException e) {
            LOG.debug("event=picture-damaged problem={}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Optional<ImageReader> reader(ImageInputStream in) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
    }

    /** On white: leaked scans with transparency are documents. */
    private static Picture pixels(BufferedImage image) {
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = rgb.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        int[] values = ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
        return Picture.owning(rgb.getWidth(), rgb.getHeight(), values);
    }

    private static Decoding unknown(byte[] bytes) {
        return Ending.isHeif(bytes)
                ? refuse(Decoding.Cause.UNSUPPORTED, "pictures of format HEIC or AVIF are not read")
                : refuse(Decoding.Cause.NOT_AN_IMAGE, "not a picture");
    }

    private static Decoding refuse(Decoding.Cause cause, String reason) {
        return new Decoding.Refused(cause, reason);
    }
}
