package org.unlisted.face.scan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a picture of an offer turned out to show. */
public sealed interface ImageScan {

    /**
     * @param width  px, upright
     * @param height px, upright
     * @param faces  every face found, best detection first; in memory only while the picture is handled
     */
    record Scanned(int width, int height, List<FoundFace> faces) implements ImageScan {
        public Scanned {
            faces = List.copyOf(faces);
        }

        /** Whether somebody enrolled may be in the picture. If not, the picture is to be forgotten. */
        public boolean hasCandidates() {
            return faces.stream().anyMatch(FoundFace.Known.class::isInstance);
        }
    }

    /** Truncated, too large, not a picture: the reason is for people, without file contents. */
    record Refused(Cause cause, String reason) implements ImageScan {
        public Refused {
            requireNonNull(cause, "cause");
            requireNonNull(reason, "reason");
        }

        /** Counted in a sweep's report. */
        public enum Cause { NOT_AN_IMAGE, TRUNCATED, TOO_LARGE, UNSUPPORTED }
    }
}
