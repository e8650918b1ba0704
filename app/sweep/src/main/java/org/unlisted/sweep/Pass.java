package org.unlisted.sweep;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sweep over all sources of a plan, however many processes it takes. The file that names it is written before the
 * first request and deleted after the last event: where it is found, a process was broken off, and the next goes on with
 * what was done.
 */
final class Pass {
    /** Older ones are given up: what they found is no longer so, and pictures must not lie about. */
    static final Duration RESUMABLE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);
    private static final List<String> OF_A_PASS = List.of("pictures", "segments", "scan", "tmp");
    private static final String FILE = "pass.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Entry(String id, String settings, Instant begun) {}

    private final Path file;
    private final String id;
    private final boolean resumed;

    private Pass(Path file, String id, boolean resumed) {
        this.file = file;
        this.id = id;
        this.resumed = resumed;
    }

    /**
     * Goes on with the pass that was broken off, or begins one.
     *
     * @param folder   of the plan
     * @param id       for a new one
     * @param settings what the plan asks for: a pass under other settings is not gone on with
     */
    static Pass open(Path folder, String id, String settings, Instant now) throws IOException {
        requireNonNull(settings, "settings");
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        Optional<Entry> known = read(file);
        if (known.isPresent()
                && known.get().settings().equals(settings)
                && touched(folder, file).plus(RESUMABLE).isAfter(now)) {
            LOG.info("event=pass-resumed pass={} begun={}", known.get().id(), known.get().begun());
            return new Pass(file, known.get().id(), true);
        }
        Path written = folder.resolve(FILE + ".new");
        Files.write(written, JSON.writeValueAsBytes(new Entry(id, settings, now)));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Pass(file, id, false);
    }

    private static Optional<Entry> read(Path file) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Entry.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            LOG.warn("event=pass-unreadable file={}", file.getFileName());
            return Optional.empty();
        }
    }

    /** The last step of any source; a slow sweep may well be older than a day. */
    private static Instant touched(Path folder, Path file) throws IOException {
        Instant last = Files.getLastModifiedTime(file).toInstant();
        try (var sources = Files.newDirectoryStream(folder)) {
            for (Path source : sources) {
                Instant step = Files.getLastModifiedTime(source).toInstant();
                if (step.isAfter(last)) last = step;
            }
        }
        return last;
    }

    String id() {
        return id;
    }

    boolean resumed() {
        return resumed;
    }

    /** To be called when everything was told. What a source that failed has left goes too: pictures, above all. */
    void end() throws IOException {
        Files.deleteIfExists(file);
        Path folder = requireNonNull(file.getParent(), "folder of the plan");
        try (var sources = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path source : sources)
                for (String name : OF_A_PASS) ScratchFolder.erase(source.resolve(name));
        }
    }
}
