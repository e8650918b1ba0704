package org.unlisted.sweep.scan;

import java.io.IOException;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.Sighting;

/** Whoever a scan reports to; called by one thread at a time. */
public interface ScanListener {

    /** Started, Scanning, Skipped, WorkerDied, and Done at last. Never a sighting. */
    void event(SweepEvent event);

    /**
     * Files a sighting. The same one may come twice, where a process was killed between this and its journal.
     *
     * @return the number of its case
     */
    String file(Sighting sighting) throws IOException;
}
