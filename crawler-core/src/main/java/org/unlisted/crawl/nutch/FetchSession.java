package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;

/**
 * What the fetcher threads of one task share: its captures, what is left of the source's budget, and which sites have
 * refused. Nutch keeps our protocol from job to job, so that it finds the session of the moment by the source's name.
 * Thread-safe.
 */
final class FetchSession implements AutoCloseable {
    /** Refusals one after another by which a site is left alone: three that are certain, ten that are not. */
    private static final int ENOUGH_WALLS = 30;

    private static final int CERTAIN = 10;
    private static final int PERHAPS = 3;

    private static final Map<String, FetchSession> OPEN = new ConcurrentHashMap<>();

    final CaptureFiles captures;
    final FetchMeter meter;
    private final String source;
    private final long deadline;
    private final AtomicLong bytesLeft;
    private final Map<String, AtomicInteger> walls = new ConcurrentHashMap<>();

    private FetchSession(Configuration conf, String name) {
        source = conf.get(Keys.SOURCE);
        captures = new CaptureFiles(conf, name);
        meter = FetchMeter.of(source);
        deadline = conf.getLong(Keys.DEADLINE, Long.MAX_VALUE);
        bytesLeft = new AtomicLong(conf.getLong(Keys.BYTES_LEFT, Long.MAX_VALUE));
    }

    static FetchSession open(TaskAttemptContext context) {
        Configuration conf = context.getConfiguration();
        TaskAttemptID id = context.getTaskAttemptID();
        String name = conf.get(Keys.CAPTURE_NAME) + "-" + id.getTaskID().getId() + "-" + id.getId();
        FetchSession session = new FetchSession(conf, name);
        OPEN.put(session.source, session);
        return session;
    }

    /** The session of the source whose fetch job runs in this process. */
    static FetchSession of(String source) {
        FetchSession session = OPEN.get(source);
        if (session == null) throw new IllegalStateException("no fetch of " + source + " is under way");
        return session;
    }

    /** Why nothing more is asked for; empty while there is budget. */
    Optional<String> spent() {
        if (System.currentTimeMillis() > deadline) return Optional.of("the source's time is used up");
        if (bytesLeft.get() <= 0) return Optional.of("the source's bytes are used up");
        return Optional.empty();
    }

    void read(int bytes) {
        bytesLeft.addAndGet(-bytes);
        meter.bytes.addAndGet(bytes);
    }

    boolean refuses(String origin) {
        AtomicInteger count = walls.get(origin);
        return count != null && count.get() >= ENOUGH_WALLS;
    }

    /**
     * An answer that refuses.
     *
     * @param certain not just a status that one page may have for itself
     */
    void wall(String origin, boolean certain) {
        walls.computeIfAbsent(origin, o -> new AtomicInteger()).addAndGet(certain ? CERTAIN : PERHAPS);
    }

    /** An answer that is no wall: what stood in the way before was one page's matter. */
    void open(String origin) {
        AtomicInteger count = walls.get(origin);
        if (count != null && count.get() < ENOUGH_WALLS) count.set(0);
    }

    @Override
    public void close() throws IOException {
        OPEN.remove(source, this);
        captures.close();
    }
}
