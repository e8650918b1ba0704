package org.unlisted.face.image;

/** Cuts patches out of pictures: bilinear, from a halved picture where the patch is much smaller, black outside. */
public final class PatchSampler {

    private PatchSampler() {}

    /**
     * Writes one patch as three planes.
     *
     * @param where  from patch to picture
     * @param width  px of the patch
     * @param height px of the patch
     * @param input  colour order and normalisation
     * @param out    3 x height x width values are written from {@code offset} on
     */
    public static void sample(
            Picture picture, Similarity where, int width, int height, PlaneFormat input, float[] out, int offset) {
        Level level = level(picture, where);
        int plane = width * height;
        float[] colour = new float[3];
        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++) {
                level.read(u + 0.5, v + 0.5, colour);
                int at = offset + v * width + u;
                out[at] = input.normalise(colour[input.first()]);
                out[at + plane] = input.normalise(colour[1]);
                out[at + 2 * plane] = input.normalise(colour[2 - input.first()]);
            }
        }
    }

    /** Mirrors a patch of planes left to right, in place. */
    public static void mirror(float[] values, int offset, int width, int height) {
        for (int row = 0; row < 3 * height; row++) {
            int left = offset + row * width;
            for (int right = left + width - 1; left < right; left++, right--) {
                float kept = values[left];
                values[left] = values[right];
                values[right] = kept;
            }
        }
    }

    static Picture scale(Picture picture, int width, int height) {
        // Both axes by their own factor: a similarity knows one only, so the narrow axis decides how far to halve.
        Picture source = picture;
        while (source.width() >= 2 * width && source.height() >= 2 * height) source = source.half();
        double sx = (double) source.width() / width;
        double sy = (double) source.height() / height;
        int[] rgb = new int[width * height];
        float[] colour = new float[3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                bilinear(source, clampInside((x + 0.5) * sx, source.width()),
                        clampInside((y + 0.5) * sy, source.height()), colour);
                rgb[y * width + x] =
                        Math.round(colour[0]) << 16 | Math.round(colour[1]) << 8 | Math.round(colour[2]);
            }
        }
        return Picture.owning(width, height, rgb);
    }

    private static double clampInside(double value, int size) {
        return Math.clamp(value, 0.5, size - 0.5);
    }

    /** Halves until a step in the patch is less than two steps in the picture: no pixel goes unread. */
    private static Level level(Picture picture, Similarity where) {
        Picture source = picture;
        double shrink = 1;
        while (where.scale() * shrink >= 2 && source.width() > 1 && source.height() > 1) {
            source = source.half();
            shrink /= 2;
        }
        return new Level(source, where, shrink);
    }

    private record Level(Picture source, Similarity where, double shrink) {

        void read(double u, double v, float[] colour) {
            double x = (where.a() * u - where.b() * v + where.tx()) * shrink;
            double y = (where.b() * u + where.a() * v + where.ty()) * shrink;
            bilinear(source, x, y, colour);
        }
    }

    private static void bilinear(Picture source, double x, double y, float[] colour) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        float fx = (float) (x - 0.5 - left);
        float fy = (float) (y - 0.5 - top);
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int corner = 0; corner < 4; corner++) {
            int cx = left + (corner & 1);
            int cy = top + (corner >> 1);
            if (cx < 0 || cy < 0 || cx >= source.width() || cy >= source.height()) continue;
            float weight = ((corner & 1) == 1 ? fx : 1 - fx) * (corner >> 1 == 1 ? fy : 1 - fy);
            int rgb = source.rgb(cx, cy);
            red += weight * (rgb >> 16 & 255);
            green += weight * (rgb >> 8 & 255);
            blue += weight * (rgb & 255);
        }
        colour[0] = red;
        colour[1] = green;
        colour[2] = blue;
    }
}
