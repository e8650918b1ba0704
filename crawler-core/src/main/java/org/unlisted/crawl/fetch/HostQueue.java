package org.unlisted.crawl.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The calls to one host: how many run, when the next may start. The gap between starts is the longest of what the source's
 * manners and the site's crawl-delay say, of the host's usual response time (where there is a gap at all), and of a back-off
 * that doubles with each refusal or timeout and shrinks with each good answer. Guarded by its own monitor.
 */
final class HostQueue {
    /** Waits up to this long are waited out by the caller's thread; longer ones are reported to it. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Duration MAX_BACK_OFF = Duration.ofMinutes(5);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final long FORGOTTEN = 50; // ms: a smaller back-off is none
    private static final double NEWEST = 0.3; // weight of the newest response time in the moving average

    private final String host;
    private final HostLimiter limiter;
    private final Clock clock;

    private int present; // waiting or running, and who is about to be either
    private int running;
    private long lastStart = Long.MIN_VALUE / 2; // ms since the epoch, as all times here
    private long notBefore = Long.MIN_VALUE / 2;
    private String reason = "";
    private long base; // ms, what manners and crawl-delay ask for, at the last call
    private long crawlDelay;
    private long backOff;
    private long backedOffAt = Long.MIN_VALUE / 2;
    private double latency;

    HostQueue(String host, HostLimiter limiter) {
        this.host = host;
        this.limiter = limiter;
        this.clock = limiter.clock();
    }

    /** Announces a caller, so that the limiter does not forget this queue under it. */
    synchronized void arrive() {
        present++;
    }

    /** Waits for a turn; whoever calls has announced itself. */
    Turn enter(Manners manners) throws InterruptedException {
        boolean granted = false;
        try {
            while (true) {
                long wait;
                synchronized (this) {
                    long now = clock.millis();
                    if (notBefore - now > PATIENCE.toMillis())
                        return new Turn.Parked(Instant.ofEpochMilli(notBefore), reason);
                    if (running >= manners.parallel()) {
                        wait();
                        continue;
                    }
                    base = Math.max(manners.delay().toMillis(), crawlDelay);
                    lastStart = Math.min(lastStart, now); // the machine's clock may have been set back
                    wait = Math.max(notBefore, lastStart + gap()) - now;
                    if (wait <= 0) wait = elsewhere(now);
                    if (notBefore - now > PATIENCE.toMillis()) continue; // said elsewhere
                    if (wait <= 0) {
                        running++;
                        lastStart = now;
                        granted = true;
                        return new Turn.Granted(this, now);
                    }
                }
                limiter.sleeper().sleep(wait);
            }
        } finally {
            if (!granted) giveUp();
        }
    }

    /** How long other processes want nobody to ask, in ms; where they do not, the turn is ours in their eyes too. */
    private long elsewhere(long now) {
        long gap = gap();
        if (gap == 0) return 0;
        HostTable.Pause pause =
                limiter.table().map(table -> table.take(host, now, gap)).orElse(HostTable.Pause.NONE);
        if (pause.asked() && pause.millis() > PATIENCE.toMillis()) {
            notBefore = now + pause.millis();
            reason = "another sweep on this machine was asked for patience";
        }
        return pause.millis();
    }

    /** Who does not go in after all hands the wake-up on that it may have had. */
    private synchronized void giveUp() {
        present--;
        notify();
    }

    synchronized void leave() {
        present--;
        running--;
        notify();
    }

    synchronized void answered(long startedAt) {
        double took = Math.max(0, clock.millis() - startedAt);
        latency = latency == 0 ? took : NEWEST * took + (1 - NEWEST) * latency;
        backOff = backOff * 3 / 4;
        if (backOff < FORGOTTEN) backOff = 0;
    }

    /** Calls that ran side by side into the same trouble double the back-off once. */
    synchronized Instant troubled(long startedAt, Duration retryAfter, String why) {
        long now = clock.millis();
        if (startedAt >= backedOffAt) {
            backOff = Math.clamp(2 * gap(), FIRST_BACK_OFF.toMillis(), MAX_BACK_OFF.toMillis());
            backedOffAt = now;
        }
        notBefore = Math.max(notBefore, now + Math.max(backOff, retryAfter.toMillis()));
        reason = why;
        limiter.table().ifPresent(table -> table.quiet(host, now, notBefore - now));
        notifyAll(); // those who wait for a turn may have to hear that there is none
        return Instant.ofEpochMilli(notBefore);
    }

    synchronized void crawlDelay(Duration delay) {
        crawlDelay = delay.toMillis();
    }

    synchronized int waiting() {
        return present - running;
    }

    synchronized Duration delay() {
        return Duration.ofMillis(gap());
    }

    /** Nobody is here and nothing is remembered that the next caller must know. */
    synchronized boolean idle() {
        return present == 0 && backOff == 0 && notBefore <= clock.millis() && lastStart + gap() <= clock.millis();
    }

    private long gap() {
        long asked = Math.max(base, backOff);
        return asked == 0 ? 0 : Math.max(asked, Math.min((long) latency, MAX_BACK_OFF.toMillis()));
    }
}
