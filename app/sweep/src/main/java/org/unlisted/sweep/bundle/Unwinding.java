package org.unlisted.sweep.bundle;

import java.io.IOException;

/** Ends more than the archive that is being read: not one of its faults, and not to be taken for one. */
abstract class Unwinding extends IOException {
    private static final long serialVersionUID = 1;

    Unwinding(String message) {
        super(message);
    }

    /** The visitor could not go on. */
    static final class OfVisitor extends Unwinding {
        private static final long serialVersionUID = 1;
        private final IOException failure;

        OfVisitor(IOException failure) {
            super(String.valueOf(failure.getMessage()));
            this.failure = failure;
        }

        IOException failure() {
            return failure;
        }
    }
}
