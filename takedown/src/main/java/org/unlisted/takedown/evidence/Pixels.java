package org.unlisted.takedown.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.unlisted.takedown.sighting.SeenImage;

/** Between bytes and pixels, in memory only: ImageIO's own streams would cache strangers' pictures on disk. */
final class Pixels {
    private static final long MAX_PIXELS = 80_000_000;
    private static final float JPEG_QUALITY = 0.88f;

    private Pixels() {}

    /** RGB, upright, transparent pixels white. */
    static BufferedImage decode(byte[] image, SeenImage seen) throws IOException {
        if (!Sha256.of(image).equals(seen.sha256()))
            throw new IOException("these are not the bytes of the picture with SHA-256 " + seen.sha256());
        BufferedImage upright = upright(read(image), Orientation.of(image));
        if (upright.getWidth() != seen.width() || upright.getHeight() != seen.height())
            throw new IOException("picture " + seen.sha256() + " is " + upright.getWidth() + "x" + upright.getHeight()
                    + " px, its faces were found in " + seen.width() + "x" + seen.height());
        return upright;
    }

    static Rectangle bounds(BufferedImage picture) {
        return new Rectangle(picture.getWidth(), picture.getHeight());
    }

    static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    static BufferedImage scale(BufferedImage picture, double scale) {
        int width = scaled(picture.getWidth(), scale);
        int height = scaled(picture.getHeight(), scale);
        BufferedImage result = picture;
        // halving first: one bicubic step over a large factor would skip pixels
        while (result.getWidth() >= 2 * width && result.getHeight() >= 2 * height)
            result = resize(result, result.getWidth() / 2, result.getHeight() / 2);
        return resize(result, width, height);
    }

    static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(JPEG_QUALITY);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] image) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new IOException("not a picture of a known format");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MAX_PIXELS) throw new IOException("a picture of " + pixels + " pixels");
                return reader.read(0);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IOException("the picture is damaged", e); // ImageIO's way to say so for some files
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        int width = orientation.swapsSides() ? picture.getHeight() : picture.getWidth();
        int height = orientation.swapsSides() ? picture.getWidth() : picture.getHeight();
        AffineTransform turn = orientation.transform(picture.getWidth(), picture.getHeight());
        var upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = upright.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width, height);
            g.drawImage(picture, turn, null);
        } finally {
            g.dispose();
        }
        return upright;
    }

    private static BufferedImage resize(BufferedImage picture, int width, int height) {
        var resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = resized.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.drawImage(picture, 0, 0, width, height, null);
        } finally {
            g.dispose();
        }
        return resized;
    }
}
