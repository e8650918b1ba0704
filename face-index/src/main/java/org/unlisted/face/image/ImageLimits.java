package org.unlisted.face.image;

/**
 * What a picture of unknown origin may cost.
 *
 * @param maxBytes  of the encoded file
 * @param maxSide   px, width and height each
 * @param maxPixels width times height; four bytes each once decoded
 */
public record ImageLimits(int maxBytes, int maxSide, long maxPixels) {

    public ImageLimits {
        if (maxBytes < 1 || maxSide < 1 || maxPixels < 1)
            throw new IllegalArgumentException("limit below 1: " + maxBytes + ", " + maxSide + ", " + maxPixels);
    }

    boolean exceededBy(int width, int height) {
        return width > maxSide || height > maxSide || (long) width * height > maxPixels;
    }

    /** 32 MiB, 12,000 px a side, 32 megapixels: any phone's photo, and at most 128 MB of pixels. */
    public static ImageLimits standard() {
        return new ImageLimits(32 << 20, 12_000, 32_000_000);
    }
}
