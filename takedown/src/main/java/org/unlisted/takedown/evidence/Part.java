package org.unlisted.takedown.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** A part of a packet that may be lacking: there, or the reason why not. */
public sealed interface Part {

    /** There. Immutable; the bytes are copied in and out. */
    final class Held implements Part {
        private final byte[] bytes;

        public Held(byte[] bytes) {
            if (bytes.length == 0) throw new IllegalArgumentException("an empty part: say why it is missing instead");
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Held h && Arrays.equals(bytes, h.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Held[" + bytes.length + " bytes]";
        }
    }

    /**
     * Not there.
     *
     * @param reason goes into the packet: a sentence without names and paths
     */
    record Missing(String reason) implements Part {
        public Missing {
            if (requireNonNull(reason, "reason").isBlank())
                throw new IllegalArgumentException("a part is missing for no reason");
        }
    }
}
