package org.unlisted.face.calibrate;

import java.util.List;
import org.unlisted.face.detect.Face;
import org.unlisted.face.embed.FaceReader;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.Picture;
import org.unlisted.face.mask.MaskPainter;
import org.unlisted.face.mask.MaskShape;

/** Makes the hard pictures of a trial out of easy ones, the same ones every time. */
final class Spoiler {

    /** Cloth of probes: none of the colours that references wear. 0xRRGGBB */
    private static final int[] CLOTH = {0x9CC7E0, 0xE7E7E2, 0x1F1F24, 0x8A8D92, 0xD9A5B3, 0x7FB39A, 0x2F4A7A, 0xC8B49A};

    private static final List<MaskShape> SHAPES = List.of(MaskShape.values());

    /** px of a degraded face. */
    private static final int NARROWEST = 24;
    private static final int WIDTHS = 21;

    private final FaceReader reader;
    private final ImageDecoder decoder;

    Spoiler(FaceReader reader, ImageDecoder decoder) {
        this.reader = reader;
        this.decoder = decoder;
    }

    /**
     * @param face the bare face in the picture
     * @param name chooses cut, colour and size
     */
    Picture spoil(Picture picture, Face face, Trial trial, String name) {
        int chosen = Math.floorMod(name.hashCode() * 31 + 7, 1 << 20);
        return switch (trial) {
            case PLAIN -> picture;
            case MASKED -> MaskPainter.paint(
                    picture,
                    reader.landmarks(picture, face),
                    SHAPES.get(chosen % SHAPES.size()),
                    CLOTH[chosen / 3 % CLOTH.length]);
            case DEGRADED -> degraded(picture, (double) (NARROWEST + chosen % WIDTHS) / face.box().width());
        };
    }

    private Picture degraded(Picture picture, double scale) {
        if (scale >= 1) return picture;
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        return switch (decoder.decode(picture.scaledTo(width, height).toJpeg())) {
            case Decoding.Decoded decoded -> decoded.picture();
            case Decoding.Refused refused -> throw new IllegalStateException("our own JPEG: " + refused.reason());
        };
    }
}
