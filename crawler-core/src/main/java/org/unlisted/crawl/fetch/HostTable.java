package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When hosts may be asked next, for all processes of a machine that open the same file: a sweep by hand and one by
 * schedule are together no more to a site than either alone.
 *
 * <p>The file never grows beyond 256 KB: a host has one of 8,192 places, by its hash, and takes it from another that has the
 * same. Names are not in it. Each look at a place holds an operating system's lock of that place alone, for less than a
 * millisecond; it ends with its process. A file that cannot be used keeps nobody waiting: it is as if there were none.
 * Thread-safe; one table a process for each file, since closing one of two would free the locks of both.
 */
public final class HostTable {
    private static final Logger LOG = LoggerFactory.getLogger(HostTable.class);
    private static final int PLACES = 8_192;
    private static final int PLACE_BYTES = 4 * Long.BYTES;

    private static final int MOST_TRIES = 200;
    private static final int TRY_MILLIS = 5; // a second in all: then whoever holds the lock was stopped while it did

    private final RandomAccessFile file; // not a channel: an interrupted thread would close that
    private boolean usable = true;

    private HostTable(RandomAccessFile file) {
        this.file = file;
    }

    /** Opens the file, made if absent; it stays open until the process ends. */
    public static HostTable open(Path file) throws IOException {
        return new HostTable(new RandomAccessFile(requireNonNull(file, "file").toFile(), "rw"));
    }

    /**
     * Why not now.
     *
     * @param millis to wait; 0: go
     * @param asked  the host wants it, not only the delay between two calls
     */
    record Pause(long millis, boolean asked) {
        static final Pause NONE = new Pause(0, false);
    }

    /**
     * One host's record. Times in ms since the epoch.
     *
     * @param host  hash of its name; 0 in a place that was never taken
     * @param next  when the delay between two calls is over
     * @param quiet until when the host wants to be left alone
     */
    private record Place(long host, long next, long quiet, long written) {
        static final Place FREE = new Place(0, 0, 0, 0);

        /** A clock that was set back makes nobody wait for longer than was meant when this was written. */
        Place at(long now) {
            long ahead = Math.max(written - now, 0);
            long latest = now + RetryAfter.MAX.toMillis();
            return new Place(host, Math.min(next - ahead, latest), Math.min(quiet - ahead, latest), now);
        }

        Pause pause() {
            long left = Math.max(Math.max(next, quiet) - written, 0);
            return new Pause(left, left > 0 && quiet >= next);
        }

        Place taken(long gap) {
            return pause().millis() > 0 ? this : new Place(host, written + gap, quiet, written);
        }

        Place quietFor(long millis) {
            return new Place(host, next, Math.max(quiet, written + millis), written);
        }
    }

    /**
     * Takes the host's turn where it is free.
     *
     * @param now ms since the epoch
     * @param gap ms for which nobody is to ask after this call
     */
    Pause take(String host, long now, long gap) {
        return change(hash(host), now, place -> place.taken(gap));
    }

    /** The host wants nobody to ask for so many milliseconds. */
    void quiet(String host, long now, long millis) {
        change(hash(host), now, place -> place.quietFor(millis));
    }

    /** What held before the change. */
    private synchronized Pause change(long host, long now, UnaryOperator<Place> change) {
        if (!usable) return Pause.NONE;
        try {
            Optional<FileLock> lock = lock(host);
            if (lock.isEmpty()) return Pause.NONE;
            try (FileLock _ = lock.get()) {
                Place found = read(host);
                Place place = (found.host() == host ? found : new Place(host, 0, 0, now)).at(now);
                write(change.apply(place));
                return place.pause();
            }
        } catch (IOException e) {
            usable = false;
            LOG.warn("event=host-table-given-up cause={}", e.toString());
            return Pause.NONE;
        }
    }

    private Optional<FileLock> lock(long host) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                FileLock lock = file.getChannel().tryLock(offset(host), PLACE_BYTES, false);
                if (lock != null) return Optional.of(lock);
            } catch (OverlappingFileLockException e) {
                LOG.debug("event=host-table-twice"); // another table of this process holds it: as good as another process
            }
            try {
                Thread.sleep(TRY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        LOG.warn("event=host-table-locked millis={}", MOST_TRIES * TRY_MILLIS);
        return Optional.empty();
    }

    private Place read(long host) throws IOException {
        if (file.length() < offset(host) + PLACE_BYTES) return Place.FREE;
        byte[] bytes = new byte[PLACE_BYTES];
        file.seek(offset(host));
        file.readFully(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Place(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    private void write(Place place) throws IOException {
        file.seek(offset(place.host()));
        file.write(ByteBuffer.allocate(PLACE_BYTES)
                .putLong(place.host())
                .putLong(place.next())
                .putLong(place.quiet())
                .putLong(place.written())
                .array());
    }

    private static long offset(long host) {
        return (long) Math.floorMod(host, PLACES) * PLACE_BYTES;
    }

    private static long hash(String host) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
