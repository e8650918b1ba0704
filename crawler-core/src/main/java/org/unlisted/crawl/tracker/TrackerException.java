package org.unlisted.crawl.tracker;

import java.io.IOException;

/** A tracker file that is not understood. The message names the file, the tracker, and what to do. */
public final class TrackerException extends IOException {
    private static final long serialVersionUID = 1;

    TrackerException(String message) {
        super(message);
    }
}
