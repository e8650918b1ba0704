package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.face.gallery.EnroleeId;

/**
 * References at rest: one encrypted file an enrolee, so that erasing somebody is deleting one file. Embeddings go in
 * and come out only as a snapshot that is encrypted again. Thread-safe; one vault a directory.
 */
public final class ReferenceVault {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceVault.class);
    private static final String SUFFIX = ".ref";

    private final Path dir;
    private final SealedFile sealed;

    /**
     * @param dir made if absent
     * @param key 32 bytes
     */
    public ReferenceVault(Path dir, byte[] key) throws IOException {
        this.dir = requireNonNull(dir, "dir");
        this.sealed = new SealedFile(key);
        Files.createDirectories(dir);
        for (Path part : filesEnding(SUFFIX + SealedFile.UNFINISHED)) Files.deleteIfExists(part);
    }

    /** Keeps the references of an enrolee, in place of earlier ones. */
    public synchronized void store(ReferenceSet references) throws IOException {
        EnroleeId id = references.enroleeId();
        sealed.write(file(id), context(id), ReferenceFormat.write(references));
        LOG.info("event=references-stored enrolee={} references={}", id, references.size());
    }

    /**
     * Deletes everything kept of an enrolee.
     *
     * @return whether there was anything
     */
    public synchronized boolean erase(EnroleeId id) throws IOException {
        boolean erased = Files.deleteIfExists(file(id));
        LOG.info("event=references-erased enrolee={} found={}", id, erased);
        return erased;
    }

    /** Everybody enrolled, sorted. */
    public synchronized List<EnroleeId> enrolees() throws IOException {
        return filesEnding(SUFFIX).stream()
                .map(f -> f.getFileName().toString())
                .map(n -> new EnroleeId(n.substring(0, n.length() - SUFFIX.length())))
                .toList();
    }

    /** The portrait to show beside a candidate, JPEG; empty if the enrolee is unknown. */
    public synchronized Optional<byte[]> portrait(EnroleeId id) throws IOException {
        return Files.exists(file(id)) ? Optional.of(load(id).portrait()) : Optional.empty();
    }

    /** Version of the model that made an enrolee's references; empty if the enrolee is unknown. */
    public synchronized Optional<String> model(EnroleeId id) throws IOException {
        return Files.exists(file(id)) ? Optional.of(load(id).model()) : Optional.empty();
    }

    /**
     * Writes all references, without photos and portraits, to one file encrypted with a key of its own.
     *
     * @param key   32 bytes
     * @param model version whose references are wanted: those of another one cannot be compared
     * @return how many were left out because another model made their references
     */
    public synchronized int writeSnapshot(Path file, byte[] key, String model) throws IOException {
        return writeSnapshot(file, key, model, enrolees());
    }

    /** As {@link #writeSnapshot(Path, byte[], String)}, of these people alone; who is no longer enrolled is not in it. */
    public synchronized int writeSnapshot(Path file, byte[] key, String model, Collection<EnroleeId> people)
            throws IOException {
        List<ReferenceSet> sets = new ArrayList<>();
        int leftOut = 0;
        for (EnroleeId id : people) {
            if (!Files.exists(file(id))) continue;
            ReferenceSet set = load(id).forSearch();
            if (set.model().equals(model)) sets.add(set);
            else leftOut++;
        }
        ReferenceSnapshot.write(file, key, sets);
        LOG.info("event=snapshot-written enrolees={} left-out={} model={}", sets.size(), leftOut, model);
        return leftOut;
    }

    /** Keeps new references in place of old ones, unless the enrolee has been erased in the meantime. */
    synchronized boolean replace(ReferenceSet references) throws IOException {
        if (!Files.exists(file(references.enroleeId()))) return false;
        store(references);
        return true;
    }

    synchronized Optional<ReferenceSet> find(EnroleeId id) throws IOException {
        return Files.exists(file(id)) ? Optional.of(load(id)) : Optional.empty();
    }

    private ReferenceSet load(EnroleeId id) throws IOException {
        return ReferenceFormat.read(sealed.read(file(id), context(id)), file(id));
    }

    private List<Path> filesEnding(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private Path file(EnroleeId id) {
        return dir.resolve(id + SUFFIX);
    }

    /** Bound to the id: a file renamed to somebody else's does not open. */
    private static String context(EnroleeId id) {
        return "unlisted references of " + id;
    }
}
