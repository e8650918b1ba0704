package org.unlisted.takedown.evidence;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** How a picture is stored (EXIF 2.32, tag 0x0112). The names say where the stored first row and column show. */
enum Orientation {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_RIGHT,
    BOTTOM_LEFT,
    LEFT_TOP,
    RIGHT_TOP,
    RIGHT_BOTTOM,
    LEFT_BOTTOM;

    /** {@link #TOP_LEFT} where the file does not say, or says nonsense. */
    static Orientation of(byte[] image) throws IOException {
        try {
            var exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(image), image.length)
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer tag = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return tag == null || tag < 1 || tag > 8 ? TOP_LEFT : values()[tag - 1];
        } catch (ImageProcessingException _) {
            return TOP_LEFT; // no metadata in this format; whether it is a picture is for the decoder to say
        }
    }

    boolean swapsSides() {
        return switch (this) {
            case TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT -> false;
            case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
        };
    }

    /** From stored to upright pixels, for a stored picture of that size. */
    AffineTransform transform(int width, int height) {
        // m00 m10 m01 m11 m02 m12: x' = m00 x + m01 y + m02, y' = m10 x + m11 y + m12
        return switch (this) {
            case TOP_LEFT -> new AffineTransform();
            case TOP_RIGHT -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case BOTTOM_RIGHT -> new AffineTransform(-1, 0, 0, -1, width, height);
            case BOTTOM_LEFT -> new AffineTransform(1, 0, 0, -1, 0, height);
            case LEFT_TOP -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT_TOP -> new AffineTransform(0, 1, -1, 0, height, 0);
            case RIGHT_BOTTOM -> new AffineTransform(0, -1, -1, 0, height, width);
            case LEFT_BOTTOM -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
