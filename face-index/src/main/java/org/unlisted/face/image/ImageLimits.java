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

    boolean exceededBy(long width, long height) {
        return width > maxSide || height > maxSide || width * height > maxPixels;
    }

    /** 32 MiB, 40,000 px a side, 50 megapixels: any phone's photo, any panorama, and at most 200 MB of pixels. */
    public static ImageLimits standard() {
        return new ImageLimits(32 << 20, 40_000, 50_000_000);
    }
}
