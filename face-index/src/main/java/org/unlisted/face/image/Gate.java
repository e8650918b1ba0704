package org.unlisted.face.image;

import java.util.Optional;

/** Who gets past: decided by what headers say, before anything is allocated. */
record Gate(ImageLimits limits) {

    /** @param bytes of the file that is said to hold the picture */
    Optional<Decoding.Refused> refusal(Format format, long width, long height, int bytes) {
        if (width < 1 || height < 1)
            return refuse(Decoding.Cause.NOT_AN_IMAGE, "%s without any pixels".formatted(format.title()));
        if (limits.exceededBy(width, height)) return refuse(
                Decoding.Cause.TOO_LARGE,
                "%s of %,d x %,d px, at most %,d px a side and %,d px in all are read; hand it in smaller"
                        .formatted(format.title(), width, height, limits.maxSide(), limits.maxPixels()));
        if (format.canHold(width * height, bytes)) return Optional.empty();
        return refuse(
                Decoding.Cause.TRUNCATED,
                "%s that says it is %,d x %,d px, but its %,d bytes cannot hold as many"
                        .formatted(format.title(), width, height, bytes));
    }

    private static Optional<Decoding.Refused> refuse(Decoding.Cause cause, String reason) {
        return Optional.of(new Decoding.Refused(cause, reason));
    }
}
