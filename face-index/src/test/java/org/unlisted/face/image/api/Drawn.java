package org.unlisted.face.image.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of nobody, encoded in all kinds of ways. */
final class Drawn {

    private Drawn() {}

    /** Red on the left, blue on the right. */
    static BufferedImage halves(int width, int height) {
        return halves(width, height, BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage halves(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return image;
    }

    /** Nothing in it is grey, black or white, so that a reader's filler would stand out. */
    static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int n = (((x * 7919) ^ (y * 104_729)) * 2_654_435) >>> 8;
                image.setRGB(x, y, ((180 + (n & 63)) << 16) | ((40 + ((n >> 6) & 31)) << 8) | (20 + ((n >> 12) & 31)));
            }
        return image;
    }

    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) throw new AssertionError("no writer for " + format);
        return out.toByteArray();
    }

    static byte[] progressive(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return write(writer, new IIOImage(image, null, null), param);
    }

    static byte[] tiff(BufferedImage image, String compression) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        return write(writer, new IIOImage(image, null, null), param);
    }

    private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, image, param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Four inks, inverted, as Adobe's programs store them: the halves again. */
    static byte[] cmykJpeg(int width, int height) throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                inks.setPixel(x, y, x < width / 2 ? new int[] {255, 0, 0, 255} : new int[] {0, 0, 255, 255});
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        byte[] jpeg = write(writer, new IIOImage(inks, null, null), writer.getDefaultWriteParam());
        ByteBuffer adobe = ByteBuffer.allocate(16).putShort((short) 0xffee).putShort((short) 14);
        adobe.put("Adobe".getBytes(US_ASCII)).putShort((short) 100).putInt(0).put((byte) 0);
        return behindStart(jpeg, adobe.array());
    }

    /** Inserts an Exif segment with one tag behind the start of a JPEG. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(US_ASCII));
        exif.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return behindStart(jpeg, exif.array());
    }

    private static byte[] behindStart(byte[] jpeg, byte[] segment) {
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, 2).put(segment).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A GIF whose frames replace one another by the given disposal, e.g. {@code restoreToBackgroundColor}. */
    static byte[] gif(List<Layer> layers) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (Layer layer : layers)
                writer.writeToSequence(new IIOImage(layer.image(), null, metadata(writer, layer)), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static IIOMetadata metadata(ImageWriter writer, Layer layer) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(layer.image()), null);
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode place = (IIOMetadataNode) tree.getElementsByTagName("ImageDescriptor").item(0);
        place.setAttribute("imageLeftPosition", "" + layer.left());
        place.setAttribute("imageTopPosition", "" + layer.top());
        IIOMetadataNode control = (IIOMetadataNode) tree.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("disposalMethod", layer.disposal());
        metadata.setFromTree("javax_imageio_gif_image_1.0", tree);
        return metadata;
    }

    static byte[] multiPageTiff(List<BufferedImage> pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) writer.writeToSequence(new IIOImage(page, null, null), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Signature and first chunk of a PNG: pixels of this size would be gigabytes. */
    static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes(US_ASCII)).putInt(width).putInt(height);
        chunk.put(new byte[] {8, 2, 0, 0, 0}); // 8 bits, RGB
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        return png.putInt(13).put(chunk.array()).putInt((int) crc.getValue()).array();
    }

    /** One of the committed pictures, which Java cannot write. */
    static byte[] file(String name) throws IOException {
        try (InputStream in = requireNonNull(Drawn.class.getResourceAsStream("/pictures/" + name), name)) {
            return in.readAllBytes();
        }
    }

    /** @param disposal as ImageIO's GIF metadata spell it */
    record Layer(BufferedImage image, int left, int top, String disposal) {}
}
