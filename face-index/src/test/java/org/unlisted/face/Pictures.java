package org.unlisted.face;

import java.io.IOException;
import java.util.List;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;

/** Pictures put together for tests. */
public final class Pictures {

    private Pictures() {}

    /** A sample picture, upright. */
    public static Picture sample(String name) throws IOException {
        return switch (new ImageDecoder(ImageLimits.standard()).decode(Samples.picture(name))) {
            case Decoding.Decoded decoded -> decoded.picture();
            case Decoding.Refused refused -> throw new IOException(name + ": " + refused.reason());
        };
    }

    /** Turned clockwise by quarters. */
    public static Picture turned(Picture picture, int quarters) {
        Picture out = picture;
        for (int i = 0; i < quarters; i++) {
            int width = out.height();
            int[] rgb = new int[width * out.width()];
            for (int y = 0; y < out.width(); y++)
                for (int x = 0; x < width; x++) rgb[y * width + x] = out.rgb(y, width - 1 - x);
            out = Picture.of(width, rgb.length / width, rgb);
        }
        return out;
    }

    /** An empty sheet, with a little grain: paper is never one colour. */
    public static Picture paper(int width, int height) {
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) rgb[i] = 0x010101 * (225 + Math.floorMod(i * 7919, 11));
        return Picture.of(width, height, rgb);
    }

    /** A copy of {@code below} with {@code above} laid on it. */
    public static Picture laid(Picture below, Picture above, int left, int top) {
        int[] rgb = new int[below.width() * below.height()];
        for (int y = 0; y < below.height(); y++)
            for (int x = 0; x < below.width(); x++) {
                boolean inside = x >= left && y >= top && x < left + above.width() && y < top + above.height();
                rgb[y * below.width() + x] = inside ? above.rgb(x - left, y - top) : below.rgb(x, y);
            }
        return Picture.of(below.width(), below.height(), rgb);
    }

    /** Pictures in rows on paper, each scaled to that width. */
    public static Picture sheet(List<Picture> pictures, int columns, int cell, int width, int height) {
        Picture sheet = paper(width, height);
        for (int i = 0; i < pictures.size(); i++) {
            Picture p = pictures.get(i);
            Picture small = p.scaledTo(cell, cell * p.height() / p.width());
            int rows = Math.ceilDiv(pictures.size(), columns);
            sheet = laid(sheet, small, i % columns * (width / columns) + 10, i / columns * (height / rows) + 10);
        }
        return sheet;
    }
}
