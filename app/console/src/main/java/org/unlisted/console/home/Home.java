package org.unlisted.console.home;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One installation's state, by default {@code ./data}: every folder is for its owner's eyes only.
 *
 * <pre>
 * database/    H2 file: cases, people, sweeps, schedule; no picture, no vector
 * evidence/    sealed WARC records of pages and pictures with a candidate
 * references/  encrypted photos and references of the enrolled
 * work/        scratch space of running sweeps, one folder each
 * crawls/      what is known of each plan's addresses; of a sweep that was broken off also what it needs to go on
 * scans/       how far scans of bundles came that were broken off: keyed hashes and counts
 * captures/    pages as they were fetched, WARC, one folder a source
 * keys/        home.key, from which every other key is derived
 * locks/       one file for each plan that is being swept; hosts: when each host may be asked next
 * packets/     evidence packets of confirmed cases
 * notices/     notices ready to be sent
 * </pre>
 *
 * Thread-safe.
 */
public final class Home {
    private static final Object OPENING = new Object();
    private static final List<String> FOLDERS =
            List.of("database", "evidence", "references", "work", "crawls", "scans", "captures", "keys", "locks", "packets", "notices");
    private static final int PROBE_BYTES = 1 << 16;
    private final Path directory;
    private final MasterKey key;

    private Home(Path directory, MasterKey key) {
        this.directory = directory;
        this.key = key;
    }

    /**
     * Opens the home, makes what is missing, erases what sweeps that no longer run left in {@code work/}, and of broken-off
     * ones what nobody went on with: in {@code crawls/} for a day, in {@code scans/} for a week.
     *
     * @throws IOException if it cannot be written, or if its key is missing or another; the message names the folder
     */
    public static Home open(Path directory) throws IOException {
        return open(directory, System.getenv());
    }

    static Home open(Path directory, Map<String, String> environment) throws IOException {
        Path home = requireNonNull(directory, "directory").toAbsolutePath().normalize();
        try {
            OwnerOnly.createDirectories(home);
            for (String name : FOLDERS) {
                OwnerOnly.createDirectories(home.resolve(name));
                OwnerOnly.close(home.resolve(name));
            }
            probe(home.resolve("work"));
        } catch (IOException e) {
            throw new IOException("cannot write to " + home + ": " + Reasons.of(e), e);
        }
        // A thread cannot see another thread's file lock, a process cannot see the monitor: both are needed.
        synchronized (OPENING) {
            try (FileChannel lock = OwnerOnly.open(home.resolve("locks").resolve("home.lock"));
                    var held = lock.lock()) {
                requireNonNull(held, "lock");
                WorkFolder.eraseLeftovers(home.resolve("work"));
                StalePasses.erase(home.resolve("crawls"), Instant.now());
                StalePasses.eraseJournals(home.resolve("scans"), Instant.now());
                return new Home(home, MasterKey.open(home.resolve("keys"), environment));
            }
        }
    }

    /** A full disk lets folders be made but not files be filled: better to hear of it before a sweep than in it. */
    private static void probe(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "probe", "");
        try {
            Files.write(file, new byte[PROBE_BYTES], StandardOpenOption.SYNC);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    public Path directory() {
        return directory;
    }

    public Path database() {
        return directory.resolve("database");
    }

    public Path evidence() {
        return directory.resolve("evidence");
    }

    public Path references() {
        return directory.resolve("references");
    }

    /** The parent of all scratch folders; claim one with {@link #work(String)}. */
    public Path work() {
        return directory.resolve("work");
    }

    /**
     * What is known of a plan's addresses.
     *
     * @param planName {@code a-z 0-9 -}
     */
    public Path crawl(String planName) {
        if (!planName.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not a plan's name: " + planName);
        return directory.resolve("crawls").resolve(planName);
    }

    /** Journals of scans. */
    public Path scans() {
        return directory.resolve("scans");
    }

    /** Pages as they were fetched. */
    public Path captures() {
        return directory.resolve("captures");
    }

    public Path locks() {
        return directory.resolve("locks");
    }

    /** When hosts may be asked next, whichever process of this home asks. */
    public Path hosts() {
        return locks().resolve("hosts");
    }

    public Path packets() {
        return directory.resolve("packets");
    }

    public Path notices() {
        return directory.resolve("notices");
    }

    /**
     * A fresh scratch folder that is spared by {@link #open} as long as its owner runs.
     *
     * @param sweepId {@code a-z 0-9 -}
     */
    public WorkFolder work(String sweepId) throws IOException {
        return WorkFolder.claim(work(), sweepId);
    }

    /**
     * The key for one purpose, always the same in one home; two purposes share nothing.
     *
     * @param purpose for example {@code evidence}
     * @return 32 bytes, a fresh copy
     */
    public byte[] key(String purpose) {
        return key.derive(purpose);
    }

    /** Without its key. */
    @Override
    public String toString() {
        return "Home[" + directory + "]";
    }
}
