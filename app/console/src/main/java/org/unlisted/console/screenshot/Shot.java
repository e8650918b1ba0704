package org.unlisted.console.screenshot;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** What came of rendering a page. */
public sealed interface Shot {

    /** A picture of the page. */
    final class Taken implements Shot {
        private final byte[] png;

        Taken(byte[] png) {
            this.png = png.clone();
        }

        /** A copy of the PNG file: the browser's window width, as tall as the page. */
        public byte[] png() {
            return png.clone();
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Taken t && Arrays.equals(png, t.png);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(png);
        }

        @Override
        public String toString() {
            return "Taken[" + png.length + " bytes]";
        }
    }

    /**
     * No picture.
     *
     * @param reason a sentence for people
     */
    record NotTaken(String reason) implements Shot {
        public NotTaken {
            requireNonNull(reason, "reason");
        }
    }
}
