package org.unlisted.sweep.scan;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import org.unlisted.sweep.protocol.SweepKey;

/**
 * All that a worker needs. It travels by standard input, never by the command line, because it carries keys.
 *
 * @param handedInAt  when the bundle was handed in
 * @param modelCards  {@code config/models}
 * @param models      folder of the converted models
 * @param snapshot    the encrypted gallery
 * @param evidence    folder for sealed records of pictures with a candidate
 * @param snapshotKey opens {@code snapshot}
 * @param evidenceKey seals what goes to {@code evidence}
 */
public record WorkerOrder(
        Instant handedInAt,
        Path modelCards,
        Path models,
        Path snapshot,
        Path evidence,
        SweepKey snapshotKey,
        SweepKey evidenceKey) {
    public WorkerOrder {
        requireNonNull(handedInAt, "handedInAt");
        requireNonNull(modelCards, "modelCards");
        requireNonNull(models, "models");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(evidence, "evidence");
        requireNonNull(snapshotKey, "snapshotKey");
        requireNonNull(evidenceKey, "evidenceKey");
    }

    /** Without paths and keys. */
    @Override
    public String toString() {
        return "WorkerOrder[" + handedInAt + "]";
    }
}
