package org.unlisted.sweep.scan;

import java.nio.file.Path;
import java.time.Instant;
import org.unlisted.sweep.protocol.SweepKey;

/** An order for a worker that opens nothing. */
final class Orders {

    private Orders() {}

    static WorkerOrder in(Path dir) {
        SweepKey key = new SweepKey(new byte[32]);
        return new WorkerOrder(Instant.parse("2026-12-01T00:00:00Z"), dir, dir, dir, dir, key, key);
    }
}
