package org.unlisted.console.schedule;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.unlisted.console.home.Home;

/**
 * Held while a plan is swept, by the schedule as well as by the command line: two sweeps of one plan would double the
 * load on its sources. The operating system lets go of it when the process dies.
 */
public final class PlanLock implements AutoCloseable {
    private final String name;
    private final FileLock lock;

    private PlanLock(String name, FileLock lock) {
        this.name = name;
        this.lock = lock;
    }

    /** The lock, or nothing if some process is sweeping the plan. */
    public static Optional<PlanLock> tryAcquire(Home home, Path plan) throws IOException {
        String name = PlanName.of(plan);
        FileChannel channel = FileChannel.open(
                home.locks().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return Optional.of(new PlanLock(name, lock));
        } catch (OverlappingFileLockException e) {
            // held by another thread of this process
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** A name for the plan. */
    @Override
    public String toString() {
        return name;
    }

    /** Lets go. The file stays: removing it would let two processes lock two different files of one name. */
    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
