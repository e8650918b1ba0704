package org.unlisted.console.schedule;

import java.io.IOException;
import java.nio.file.Path;

/** Runs a sweep in a process of its own. */
public interface SweepStarter {

    /**
     * Returns when the sweep has ended. When the thread is interrupted, ends the process and gives up.
     *
     * @param plan absolute
     */
    void sweep(Path plan) throws IOException, InterruptedException;
}
