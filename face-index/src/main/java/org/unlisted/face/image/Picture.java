package org.unlisted.face.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Decoded, upright pixels. Immutable, safe to share between threads. */
public final class Picture {

    private final int width;
    private final int height;
    private final int[] rgb;
    private volatile @Nullable Picture half;

    private Picture(int width, int height, int[] rgb) {
        if (width < 1 || height < 1 || rgb.length != width * height)
            throw new IllegalArgumentException(width + " x " + height + " px, but " + rgb.length + " values");
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /** @param rgb 0xRRGGBB, row by row; copied */
    public static Picture of(int width, int height, int[] rgb) {
        return new Picture(width, height, rgb.clone());
    }

    /** Takes over the array: a decoded photo is too large to copy for form's sake. */
    static Picture owning(int width, int height, int[] rgb) {
        return new Picture(width, height, rgb);
    }

    /** px */
    public int width() {
        return width;
    }

    /** px */
    public int height() {
        return height;
    }

    /** 0xRRGGBB of a pixel. */
    public int rgb(int x, int y) {
        return rgb[y * width + x];
    }

    /** The part of {@code box} that lies in this picture; one pixel at its edge if none does. */
    public Box clamp(Box box) {
        int left = Math.clamp(box.left(), 0, width - 1);
        int top = Math.clamp(box.top(), 0, height - 1);
        return new Box(left, top, Math.clamp(box.right(), left + 1, width), Math.clamp(box.bottom(), top + 1, height));
    }

    /** A copy of the part of {@code box} that lies in this picture. */
    public Picture crop(Box box) {
        Box b = clamp(box);
        int[] part = new int[b.width() * b.height()];
        for (int y = 0; y < b.height(); y++)
            System.arraycopy(rgb, (b.top() + y) * width + b.left(), part, y * b.width(), b.width());
        return new Picture(b.width(), b.height(), part);
    }

    /** Left and right exchanged. */
    public Picture mirrored() {
        int[] out = new int[rgb.length];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) out[y * width + x] = rgb[(y + 1) * width - 1 - x];
        return new Picture(width, height, out);
    }

    /** This picture in another size, smoothed when it shrinks. */
    public Picture scaledTo(int newWidth, int newHeight) {
        return PatchSampler.scale(this, newWidth, newHeight);
    }

    /** Half the width and height, each pixel the mean of up to four; made once. */
    Picture half() {
        Picture made = half;
        if (made == null) {
            made = makeHalf();
            half = made;
        }
        return made;
    }

    /** As a JPEG file, for people to look at. */
    public byte[] toJpeg() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false); // a face must not pass through a temporary file
            if (!ImageIO.write(image, "jpeg", out)) throw new IllegalStateException("no JPEG writer in this Java");
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    private Picture makeHalf() {
        int w = Math.max(1, width / 2);
        int h = Math.max(1, height / 2);
        int[] out = new int[w * h];
        for (int y = 0; y < h; y++) {
            int above = 2 * y * width;
            int below = Math.min(2 * y + 1, height - 1) * width;
            for (int x = 0; x < w; x++) {
                int right = Math.min(2 * x + 1, width - 1);
                out[y * w + x] = mean(rgb[above + 2 * x], rgb[above + right], rgb[below + 2 * x], rgb[below + right]);
            }
        }
        return new Picture(w, h, out);
    }

    /** Red and blue are summed in one int: four times 255 needs ten of the sixteen bits between them. */
    private static int mean(int a, int b, int c, int d) {
        int redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x020002;
        int green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00) + 0x0200;
        return (redBlue >> 2 & 0xff00ff) | (green >> 2 & 0xff00);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Picture p && p.width == width && Arrays.equals(p.rgb, rgb);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(rgb);
    }

    /** The size only: pixels do not belong in logs. */
    @Override
    public String toString() {
        return "Picture[" + width + " x " + height + "]";
    }
}
