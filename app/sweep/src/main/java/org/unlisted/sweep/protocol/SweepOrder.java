package org.unlisted.sweep.protocol;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All that a sweep's process needs. It travels by standard input, never by the command line, because it carries keys.
 *
 * @param sweepId     {@code a-z 0-9 -}
 * @param plan        the plan file; empty path for a handed-in bundle
 * @param bundle      files and folders of a handed-in bundle; empty for a plan
 * @param variables   values for {@code ${NAME}} in the plan
 * @param work        scratch folder of this sweep alone: erased when the process ends
 * @param evidence    folder for sealed records of pages and pictures with a candidate
 * @param snapshot    the encrypted gallery
 * @param modelCards  {@code config/models}
 * @param models      folder of the converted models
 * @param snapshotKey 32 bytes, AES-256
 * @param evidenceKey 32 bytes, AES-256
 */
public record SweepOrder(
        String sweepId,
        Path plan,
        List<Path> bundle,
        Map<String, String> variables,
        Path work,
        Path evidence,
        Path snapshot,
        Path modelCards,
        Path models,
        byte[] snapshotKey,
        byte[] evidenceKey) {

    public SweepOrder {
        if (!sweepId.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not a sweep id: " + sweepId);
        requireNonNull(plan, "plan");
        bundle = List.copyOf(bundle);
        variables = Map.copyOf(variables);
        requireNonNull(work, "work");
        requireNonNull(evidence, "evidence");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(modelCards, "modelCards");
        requireNonNull(models, "models");
        snapshotKey = key(snapshotKey, "snapshotKey");
        evidenceKey = key(evidenceKey, "evidenceKey");
    }

    private static byte[] key(byte[] key, String name) {
        if (key.length != 32) throw new IllegalArgumentException(name + " has " + key.length + " bytes instead of 32");
        return key.clone();
    }

    @Override
    public byte[] snapshotKey() {
        return snapshotKey.clone();
    }

    @Override
    public byte[] evidenceKey() {
        return evidenceKey.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SweepOrder s
                && sweepId.equals(s.sweepId)
                && plan.equals(s.plan)
                && bundle.equals(s.bundle)
                && variables.equals(s.variables)
                && work.equals(s.work)
                && evidence.equals(s.evidence)
                && snapshot.equals(s.snapshot)
                && modelCards.equals(s.modelCards)
                && models.equals(s.models)
                && Arrays.equals(snapshotKey, s.snapshotKey)
                && Arrays.equals(evidenceKey, s.evidenceKey);
    }

    @Override
    public int hashCode() {
        return sweepId.hashCode();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SweepOrder[" + sweepId + "]";
    }
}
