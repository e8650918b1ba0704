package org.unlisted.crawl.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What {@link HostLimiter} says to somebody who wants to ask a host. */
sealed interface Turn {

    /** Not now, and not soon: the host asked to be left alone. */
    record Parked(Instant until, String reason) implements Turn {}

    /** Go. Closing it lets the next one in; what is reported before sets the pace. */
    final class Granted implements Turn, AutoCloseable {
        private final HostQueue queue;
        private final long startedAt; // ms since the epoch
        private boolean closed;

        Granted(HostQueue queue, long startedAt) {
            this.queue = queue;
            this.startedAt = startedAt;
        }

        /** The host answered as it should. */
        void answered() {
            queue.answered(startedAt);
        }

        /** The host did not answer in time. */
        void timedOut() {
            queue.troubled(startedAt, Duration.ZERO, "no answer in time");
        }

        /**
         * The host answered that it has enough.
         *
         * @return when it may be asked again
         */
        Instant refused(Optional<Duration> retryAfter, String reason) {
            return queue.troubled(startedAt, retryAfter.orElse(Duration.ZERO), reason);
        }

        @Override
        public void close() {
            if (closed) return;
            closed = true;
            queue.leave();
        }
    }
}
