package org.unlisted.sweep.bundle;

import java.io.IOException;

/** Whoever walks through a bundle. */
public interface BundleVisitor {

    /**
     * Whether the content of a file is to be read, and an archive that lies in another to be opened.
     *
     * @param name safe to show
     * @param size bytes as the folder or archive says; -1 where it does not
     */
    boolean wants(String name, long size);

    /**
     * A file was read.
     *
     * @throws Enough to end the walk
     */
    void found(BundleItem item) throws IOException;

    /** Something was left out; the walk goes on. */
    void refused(Refused refused);

    /** The visitor has seen what it came for. */
    final class Enough extends Unwinding {
        private static final long serialVersionUID = 1;

        public Enough() {
            super("enough seen");
        }
    }
}
