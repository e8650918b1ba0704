package org.unlisted.crawl.nutch;

import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.nutch.crawl.AbstractFetchSchedule;
import org.apache.nutch.crawl.CrawlDatum;
import org.jspecify.annotations.Nullable;

/**
 * When an address is asked for again. Once in a pass at most, but for hosts that asked for patience. Between passes a page
 * that changed is visited more often than before, most of all where something was offered; one that did not, more seldom;
 * between the plan's bounds, hourly to monthly by default.
 */
public final class ListingSchedule extends AbstractFetchSchedule {
    /** Of the interval before. */
    private static final float SOONER = 0.5f;

    private static final float SOON = 0.7f;
    private static final float LATER = 1.5f;
    private static final float MUCH_LATER = 2f;
    /** An offer that stands is looked at once a day at least. */
    private static final float DAY_SECONDS = 24 * 3_600;

    private static final float GONE = 2f;
    /** For a host that is busy, within one pass. */
    private static final int TRIES = 3;

    private static final long RETRY_MILLIS = Duration.ofHours(1).toMillis();
    private static final int DOUBLINGS = 6;

    private String pass = "";
    private boolean everything;
    private int minInterval = 3_600;

    @Override
    public void setConf(@Nullable Configuration conf) {
        super.setConf(conf);
        if (conf == null) return;
        pass = conf.get(Keys.PASS, "");
        everything = conf.getBoolean(Keys.EVERYTHING, false);
        minInterval = Math.toIntExact(conf.getLong(Keys.MIN_INTERVAL, minInterval));
    }

    @Override
    public boolean shouldFetch(Text url, CrawlDatum datum, long now) {
        boolean asked = pass.equals(text(datum, Keys.ASKED));
        if (asked) return waited(datum, now);
        boolean picture = datum.getMetaData().containsKey(Keys.WANTED);
        if (picture && !pass.equals(text(datum, Keys.WANTED))) return false; // no offer of this pass shows it
        return everything || pass.equals(text(datum, Keys.DUE)) || datum.getFetchTime() <= now;
    }

    private static boolean waited(CrawlDatum datum, long now) {
        String until = text(datum, Keys.BUSY_UNTIL);
        return !until.isEmpty() && datum.getRetriesSinceFetch() < TRIES && Long.parseLong(until) <= now;
    }

    @Override
    public CrawlDatum setFetchSchedule(
            Text url,
            CrawlDatum datum,
            long previousFetch,
            long previousChange,
            long fetched,
            long changed,
            int state) {
        CrawlDatum next = super.setFetchSchedule(url, datum, previousFetch, previousChange, fetched, changed, state);
        String counted = text(next, Keys.COUNTED_OFFERS);
        boolean offers = !counted.isEmpty() && !counted.equals("0");
        float interval = next.getFetchInterval();
        if (state == STATUS_MODIFIED) interval *= offers ? SOONER : SOON;
        else if (state == STATUS_NOTMODIFIED)
            interval = offers ? Math.min(interval * LATER, DAY_SECONDS) : interval * MUCH_LATER;
        else if (offers) interval *= SOONER;
        next.getMetaData().remove(Keys.BUSY_UNTIL);
        return asked(next, fetched, interval);
    }

    @Override
    public CrawlDatum setPageGoneSchedule(
            Text url, CrawlDatum datum, long previousFetch, long previousChange, long fetched) {
        return asked(datum, fetched, datum.getFetchInterval() * GONE);
    }

    @Override
    public CrawlDatum setPageRetrySchedule(
            Text url, CrawlDatum datum, long previousFetch, long previousChange, long fetched) {
        int tries = datum.getRetriesSinceFetch() + 1;
        datum.setRetriesSinceFetch(tries);
        datum.getMetaData().put(Keys.ASKED, new Text(pass));
        datum.setFetchTime(fetched + (RETRY_MILLIS << Math.min(tries - 1, DOUBLINGS)));
        return datum;
    }

    private CrawlDatum asked(CrawlDatum datum, long fetched, float interval) {
        datum.getMetaData().put(Keys.ASKED, new Text(pass));
        datum.setFetchInterval(Math.clamp(interval, minInterval, maxInterval));
        datum.setFetchTime(fetched + datum.getFetchInterval() * 1_000L);
        return datum;
    }

    /** Empty where it is absent. */
    static String text(CrawlDatum datum, Text key) {
        Writable value = datum.getMetaData().get(key);
        return value == null ? "" : value.toString();
    }
}
