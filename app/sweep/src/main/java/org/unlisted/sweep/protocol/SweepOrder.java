package org.unlisted.sweep.protocol;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a sweep's process needs. It travels by standard input, never by the command line, because it carries keys.
 *
 * @param sweepId     {@code a-z 0-9 -}
 * @param plan        the plan file
 * @param variables   values for {@code ${NAME}} in the plan
 * @param work        scratch folder of this sweep alone: erased when the process ends
 * @param crawl       where and how web sources are crawled
 * @param evidence    folder for sealed records of pages and pictures with a candidate
 * @param snapshot    the encrypted gallery
 * @param modelCards  {@code config/models}
 * @param models      folder of the converted models
 * @param lexicon     {@code config/lexicon}
 * @param trackers    {@code config/trackers}; need not be there
 * @param sites       {@code config/sites}
 * @param snapshotKey opens {@code snapshot}
 * @param evidenceKey seals what goes to {@code evidence}
 * @param contactKey  names contacts of sellers
 */
public record SweepOrder(
        String sweepId,
        Path plan,
        Map<String, String> variables,
        Path work,
        Crawl crawl,
        Path evidence,
        Path snapshot,
        Path modelCards,
        Path models,
        Path lexicon,
        Path trackers,
        Path sites,
        SweepKey snapshotKey,
        SweepKey evidenceKey,
        SweepKey contactKey) {

    public SweepOrder {
        if (!sweepId.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not a sweep id: " + sweepId);
        requireNonNull(plan, "plan");
        variables = Map.copyOf(variables);
        requireNonNull(work, "work");
        requireNonNull(crawl, "crawl");
        requireNonNull(evidence, "evidence");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(modelCards, "modelCards");
        requireNonNull(models, "models");
        requireNonNull(lexicon, "lexicon");
        requireNonNull(trackers, "trackers");
        requireNonNull(sites, "sites");
        requireNonNull(snapshotKey, "snapshotKey");
        requireNonNull(evidenceKey, "evidenceKey");
        requireNonNull(contactKey, "contactKey");
    }

    /**
     * How the web sources of a plan are crawled.
     *
     * @param state      folder of this plan alone, kept from sweep to sweep
     * @param captures   folder for captures of pages, one subfolder a source
     * @param hosts      file by which all sweeps on this machine keep their delays together
     * @param everything asks for all that is in scope, due or not
     * @param due        addresses that are due whatever their schedule says
     * @param catalogue  {@code config/sources}
     * @param gallery    tells one set of enrolled people from another; says nothing about them
     * @param cluster    folder with a Hadoop cluster's configuration; empty for this machine
     */
    public record Crawl(
            Path state,
            Path captures,
            Path hosts,
            boolean everything,
            List<URI> due,
            Path catalogue,
            String gallery,
            Optional<Path> cluster) {
        public Crawl {
            requireNonNull(state, "state");
            requireNonNull(captures, "captures");
            requireNonNull(hosts, "hosts");
            due = List.copyOf(due);
            requireNonNull(catalogue, "catalogue");
            requireNonNull(gallery, "gallery");
            requireNonNull(cluster, "cluster");
        }
    }

    /** Without paths and keys. */
    @Override
    public String toString() {
        return "SweepOrder[" + sweepId + "]";
    }
}
