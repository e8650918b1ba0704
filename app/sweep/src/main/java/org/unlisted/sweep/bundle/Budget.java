package org.unlisted.sweep.bundle;

import java.util.Optional;
import java.util.function.LongSupplier;

/** What may still be unpacked of an archive, and of all that it lies in. One thread at a time. */
final class Budget {
    private final Optional<Budget> outer;
    private final long maxEntries;
    private final LongSupplier maxBytes;
    private long entries;
    private long bytes;

    private Budget(Optional<Budget> outer, long maxEntries, LongSupplier maxBytes) {
        this.outer = outer;
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
    }

    static Budget ofBundle(BundleLimits limits) {
        return new Budget(Optional.empty(), limits.entries(), limits::bytes);
    }

    /**
     * @param packed bytes of the archive read so far
     */
    Budget ofArchive(BundleLimits limits, LongSupplier packed) {
        return new Budget(
                Optional.of(this),
                limits.archiveEntries(),
                () -> BundleLimits.FREE + limits.ratio() * packed.getAsLong());
    }

    void entry() throws Spent {
        entries++;
        if (entries > maxEntries) throw new Spent(this, "more than " + maxEntries + " files");
        if (outer.isPresent()) outer.get().entry();
    }

    void unpacked(int count) throws Spent {
        bytes += count;
        if (bytes > maxBytes.getAsLong())
            throw new Spent(this, outer.isPresent()
                    ? "unpacks to far more bytes than pictures do: an archive bomb"
                    : "more than " + (maxBytes.getAsLong() >> 30) + " GB unpacked");
        if (outer.isPresent()) outer.get().unpacked(count);
    }

    /** Thrown through the archives that lie in the one whose budget it is. */
    static final class Spent extends Unwinding {
        private static final long serialVersionUID = 1;
        private final transient Budget budget;

        Spent(Budget budget, String message) {
            super(message);
            this.budget = budget;
        }

        boolean of(Budget other) {
            return budget == other;
        }
    }
}
