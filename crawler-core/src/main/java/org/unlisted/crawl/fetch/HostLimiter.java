package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * Who may ask which host when. All sweeps of a process share one, so that two of them are not twice as much to a site; by
 * a {@link HostTable} also those of other processes.
 * A host's http and https on their usual ports are one machine; other ports count as their own. Thread-safe.
 */
public final class HostLimiter {
    private static final HostLimiter OF_PROCESS = new HostLimiter(Clock.systemUTC(), Thread::sleep);
    private static final int MANY = 10_000; // hosts, at about 200 bytes; above it those with nothing to remember go

    /** Waits; tests move their clock instead. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(long millis) throws InterruptedException;
    }

    private final Clock clock;
    private final Sleeper sleeper;
    private final ConcurrentHashMap<String, HostQueue> hosts = new ConcurrentHashMap<>();
    private volatile Optional<HostTable> table = Optional.empty();

    public HostLimiter(Clock clock, Sleeper sleeper) {
        this.clock = requireNonNull(clock, "clock");
        this.sleeper = requireNonNull(sleeper, "sleeper");
    }

    /** The one that every client shares unless it is given another. */
    public static HostLimiter ofProcess() {
        return OF_PROCESS;
    }

    /** From now on delays, where there are any, are kept together with the other processes that use the table. */
    public void share(HostTable shared) {
        table = Optional.of(shared);
    }

    Turn enter(HttpUrl url, Manners manners) throws InterruptedException {
        if (hosts.size() > MANY) forgetIdle();
        HostQueue queue = requireNonNull(hosts.compute(key(url), (host, known) -> {
            HostQueue found = known == null ? new HostQueue(host, this) : known;
            found.arrive();
            return found;
        }));
        return queue.enter(manners);
    }

    /** What the site's robots.txt asks for; zero where it asks for nothing. */
    void crawlDelay(URI url, Duration delay) {
        String host = key(HttpUrl.get(url.toString()));
        if (!delay.isZero() || hosts.containsKey(host))
            hosts.computeIfAbsent(host, h -> new HostQueue(h, this)).crawlDelay(delay);
    }

    /** Callers that wait now, by host; hosts without any are left out. For a display. */
    public Map<String, Integer> waiting() {
        Map<String, Integer> all = new TreeMap<>();
        hosts.forEach((host, queue) -> {
            int waiting = queue.waiting();
            if (waiting > 0) all.put(host, waiting);
        });
        return all;
    }

    /** The gap between two starts as it is now, by host; hosts without any are left out. */
    public Map<String, Duration> delays() {
        Map<String, Duration> all = new TreeMap<>();
        hosts.forEach((host, queue) -> {
            Duration delay = queue.delay();
            if (!delay.isZero()) all.put(host, delay);
        });
        return all;
    }

    Clock clock() {
        return clock;
    }

    Sleeper sleeper() {
        return sleeper;
    }

    Optional<HostTable> table() {
        return table;
    }

    /** How many are remembered. */
    int hosts() {
        return hosts.size();
    }

    private void forgetIdle() {
        for (String host : hosts.keySet()) hosts.computeIfPresent(host, (h, queue) -> queue.idle() ? null : queue);
    }

    private static String key(HttpUrl url) {
        return url.port() == 80 || url.port() == 443 ? url.host() : url.host() + ":" + url.port();
    }
}
