package org.unlisted.face.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** How a camera was held, as Exif says: tag 274, values 1 to 8 (CIPA DC-008, 4.6.5). */
final class Orientation {

    private static final Orientation UPRIGHT = new Orientation(1);

    private final int value;

    private Orientation(int value) {
        this.value = value;
    }

    /** Upright where a file says nothing, or nonsense. */
    static Orientation of(byte[] file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
            return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
                    .map(exif -> exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                    .filter(v -> v >= 1 && v <= 8)
                    .map(Orientation::new)
                    .orElse(UPRIGHT);
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return UPRIGHT; // the pixels are sound; only what is said about them is not
        }
    }

    Picture upright(Picture stored) {
        if (value == 1) return stored;
        boolean turned = value >= 5;
        int width = turned ? stored.height() : stored.width();
        int height = turned ? stored.width() : stored.height();
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) rgb[y * width + x] = source(stored, x, y);
        return Picture.owning(width, height, rgb);
    }

    /** The stored pixel that belongs at an upright place. */
    private int source(Picture p, int x, int y) {
        int right = p.width() - 1;
        int bottom = p.height() - 1;
        return switch (value) {
            case 2 -> p.rgb(right - x, y);
            case 3 -> p.rgb(right - x, bottom - y);
            case 4 -> p.rgb(x, bottom - y);
            case 5 -> p.rgb(y, x);
            case 6 -> p.rgb(y, bottom - x);
            case 7 -> p.rgb(right - y, bottom - x);
            case 8 -> p.rgb(right - y, x);
            default -> p.rgb(x, y);
        };
    }
}
