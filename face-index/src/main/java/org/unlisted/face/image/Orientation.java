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

    static final Orientation UPRIGHT = new Orientation(1);

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

    boolean isUpright() {
        return value == 1;
    }

    /** Whether width and height change places. */
    private boolean isTurned() {
        return value >= 5;
    }

    /** px of the upright picture */
    int width(int storedWidth, int storedHeight) {
        return isTurned() ? storedHeight : storedWidth;
    }

    /** px of the upright picture */
    int height(int storedWidth, int storedHeight) {
        return isTurned() ? storedWidth : storedHeight;
    }

    /** Where stored pixels belong in the upright rows. */
    Layout layout(int storedWidth, int storedHeight) {
        int right = storedWidth - 1;
        int bottom = storedHeight - 1;
        int w = width(storedWidth, storedHeight);
        return switch (value) {
            case 2 -> new Layout(right, -1, w);
            case 3 -> new Layout(bottom * w + right, -1, -w);
            case 4 -> new Layout(bottom * w, 1, -w);
            case 5 -> new Layout(0, w, 1);
            case 6 -> new Layout(bottom, w, -1);
            case 7 -> new Layout(right * w + bottom, -w, -1);
            case 8 -> new Layout(right * w, -w, 1);
            default -> new Layout(0, 1, w);
        };
    }

    /** Where a run of stored rows lies in the upright picture. */
    Box place(SoundRows.Run rows, int storedWidth, int storedHeight) {
        boolean mirrored = value == 3 || value == 4 || value == 6 || value == 7;
        int from = mirrored ? storedHeight - rows.to() : rows.from();
        int to = mirrored ? storedHeight - rows.from() : rows.to();
        return isTurned() ? new Box(from, 0, to, storedWidth) : new Box(0, from, storedWidth, to);
    }

    /** The stored pixel (x, y) belongs at {@code origin + x * column + y * row}. */
    record Layout(int origin, int column, int row) {}
}
