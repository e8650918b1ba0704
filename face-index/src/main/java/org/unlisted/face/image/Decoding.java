package org.unlisted.face.image;

import static java.util.Objects.requireNonNull;

/** What bytes of unknown origin turned out to be. */
public sealed interface Decoding {

    /** Upright pixels, all of them real. */
    record Decoded(Picture picture) implements Decoding {
        public Decoded {
            requireNonNull(picture, "picture");
        }
    }

    /**
     * A picture whose file is cut off or damaged: only what was really in the file, without a reader's filler.
     *
     * @param sound  upright pixels; the whole picture, coarser, where a progressive JPEG lost its last scans
     * @param place  where {@code sound} lies in the upright whole
     * @param width  px of the upright whole
     * @param height px of the upright whole
     * @param reason for people; sizes and formats, never contents
     */
    record Cut(Picture sound, Box place, int width, int height, String reason) implements Decoding {
        public Cut {
            requireNonNull(reason, "reason");
            if (place.width() != sound.width() || place.height() != sound.height())
                throw new IllegalArgumentException(sound + " does not fill " + place);
            if (place.left() < 0 || place.top() < 0 || place.right() > width || place.bottom() > height)
                throw new IllegalArgumentException(place + " outside of " + width + " x " + height);
        }
    }

    /** @param reason for people; sizes and formats, never contents */
    record Refused(Cause cause, String reason) implements Decoding {
        public Refused {
            requireNonNull(cause, "cause");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Why there are no pixels. {@code TRUNCATED}: a sound header, but what follows is cut off, damaged or far too little
     * for so large a picture.
     */
    enum Cause { NOT_AN_IMAGE, TRUNCATED, TOO_LARGE, UNSUPPORTED }
}
