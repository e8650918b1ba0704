package org.unlisted.sweep.match;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.unlisted.crawl.likeness.Pdq;
import org.unlisted.crawl.likeness.PdqResult;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;

/**
 * A picture that shows something, told without looking for faces.
 *
 * @param pdq its perceptual hash, 64 hex digits
 */
public record ReadablePicture(String pdq) {
    /** px; a smaller one cannot show a person. */
    private static final int SMALLEST_SIDE = 48;

    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.standard());

    public ReadablePicture {
        requireNonNull(pdq, "pdq");
    }

    /** Empty for what cannot be read, is tiny, or shows nothing but a plain surface. */
    public static Optional<ReadablePicture> of(byte[] bytes) {
        return switch (DECODER.decode(bytes)) {
            case Decoding.Refused _ -> Optional.empty();
            case Decoding.Decoded(Picture picture) -> {
                if (Math.min(picture.width(), picture.height()) < SMALLEST_SIDE) yield Optional.empty();
                PdqResult hashed = Pdq.of(picture.width(), picture.height(), picture::rgb);
                yield hashed.telling()
                        ? Optional.of(new ReadablePicture(hashed.hash().hex()))
                        : Optional.empty();
            }
        };
    }
}
