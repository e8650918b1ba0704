package org.unlisted.face.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;

/**
 * From what a reader made to a {@link Picture}: 8 bits of red, green and blue, on white (leaked scans with transparency
 * are documents), upright. One array of 4 bytes a px besides the reader's own; colours are converted in stripes.
 */
final class Pixels {

    private static final int STRIPE = 64; // rows

    private Pixels() {}

    static Picture upright(BufferedImage image, SoundRows.Run rows, Orientation orientation) {
        int width = image.getWidth();
        int height = rows.length();
        int[] rgb = new int[Math.multiplyExact(width, height)];
        Orientation.Layout layout = orientation.layout(width, height);
        for (int y = 0; y < height; y += STRIPE) {
            int count = Math.min(STRIPE, height - y);
            int[] stripe = rgb(image, rows.from() + y, count);
            for (int row = 0; row < count; row++)
                put(stripe, row * width, width, rgb, layout.origin() + (y + row) * layout.row(), layout.column());
        }
        return Picture.owning(orientation.width(width, height), orientation.height(width, height), rgb);
    }

    private static void put(int[] from, int offset, int count, int[] to, int start, int step) {
        int at = start;
        for (int i = offset; i < offset + count; i++) {
            to[at] = from[i] & 0xffffff;
            at += step;
        }
    }

    private static int[] rgb(BufferedImage image, int y, int rows) {
        int width = image.getWidth();
        ColorModel model = image.getColorModel();
        int bits = model.getComponentSize(0);
        if (isGreyOrDeep(image, bits)) return samples(image.getRaster(), y, rows, bits, model.isAlphaPremultiplied());
        BufferedImage stripe = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = stripe.createGraphics();
        canvas.drawImage(image.getSubimage(0, y, width, rows), 0, 0, Color.WHITE, null);
        canvas.dispose();
        return ((DataBufferInt) stripe.getRaster().getDataBuffer()).getData();
    }

    /**
     * What Java2D would change: it takes plain grey for linear light and makes it lighter, and it is slow with 16 bits.
     * The samples are taken as they are instead.
     */
    private static boolean isGreyOrDeep(BufferedImage image, int bits) {
        ColorSpace space = image.getColorModel().getColorSpace();
        boolean plain = space.isCS_sRGB() || space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY));
        int transfer = image.getRaster().getTransferType();
        boolean whole = transfer == DataBuffer.TYPE_BYTE || transfer == DataBuffer.TYPE_USHORT;
        return plain && whole && image.getType() == BufferedImage.TYPE_CUSTOM && (bits == 8 || bits == 16)
                && image.getColorModel().getNumComponents() == image.getRaster().getNumBands();
    }

    private static int[] samples(Raster raster, int y, int rows, int bits, boolean premultiplied) {
        int bands = raster.getNumBands();
        int width = raster.getWidth();
        int[] rgb = new int[width * rows];
        int[] line = new int[width * bands];
        for (int row = 0; row < rows; row++) {
            raster.getPixels(0, y + row, width, 1, line);
            for (int x = 0; x < width; x++) rgb[row * width + x] = onWhite(line, x * bands, bands, bits - 8, premultiplied);
        }
        return rgb;
    }

    private static int onWhite(int[] line, int at, int bands, int shift, boolean premultiplied) {
        int red = line[at] >> shift;
        int green = bands < 3 ? red : line[at + 1] >> shift;
        int blue = bands < 3 ? red : line[at + 2] >> shift;
        if (bands == 1 || bands == 3) return red << 16 | green << 8 | blue;
        int alpha = line[at + bands - 1] >> shift;
        return over(red, alpha, premultiplied) << 16
                | over(green, alpha, premultiplied) << 8
                | over(blue, alpha, premultiplied);
    }

    private static int over(int value, int alpha, boolean premultiplied) {
        int own = premultiplied ? value : (value * alpha + 127) / 255;
        return Math.min(255, own + 255 - alpha);
    }
}
