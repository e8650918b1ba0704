package org.unlisted.crawl.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.crawl.FetchSchedule;
import org.junit.jupiter.api.Test;

class ListingScheduleTest {
    private static final Text URL = new Text("http://a.example/1");
    private static final long NOW = 1_800_000_000_000L;
    private static final int DAY = 24 * 3_600;

    private static ListingSchedule schedule(String pass, boolean everything) {
        Configuration conf = new Configuration(false);
        conf.set(Keys.PASS, pass);
        conf.setBoolean(Keys.EVERYTHING, everything);
        conf.setLong(Keys.MIN_INTERVAL, 3_600);
        conf.setInt("db.fetch.interval.default", DAY);
        conf.setInt("db.fetch.interval.max", 30 * DAY);
        ListingSchedule schedule = new ListingSchedule();
        schedule.setConf(conf);
        return schedule;
    }

    private static CrawlDatum datum(int interval, int offers) {
        CrawlDatum datum = new CrawlDatum(CrawlDatum.STATUS_DB_FETCHED, interval);
        datum.getMetaData().put(Keys.COUNTED_OFFERS, new Text(Integer.toString(offers)));
        return datum;
    }

    private static int next(CrawlDatum datum, int state) {
        return schedule("p", false).setFetchSchedule(URL, datum, 0, 0, NOW, 0, state).getFetchInterval();
    }

    @Test
    void visitsWhatChangesMoreOftenMostOfAllWhereSomethingIsOffered() {
        assertThat(next(datum(DAY, 1), FetchSchedule.STATUS_MODIFIED)).isEqualTo(DAY / 2);
        assertThat(next(datum(DAY, 0), FetchSchedule.STATUS_MODIFIED)).isEqualTo((int) (DAY * 0.7f));
    }

    @Test
    void visitsWhatDoesNotChangeMoreSeldomButOffersOnceADay() {
        assertThat(next(datum(DAY, 0), FetchSchedule.STATUS_NOTMODIFIED)).isEqualTo(2 * DAY);
        assertThat(next(datum(DAY, 2), FetchSchedule.STATUS_NOTMODIFIED)).isEqualTo(DAY);
    }

    @Test
    void staysBetweenAnHourAndAMonth() {
        CrawlDatum busy = datum(DAY, 1);
        CrawlDatum dull = datum(DAY, 0);
        for (int i = 0; i < 20; i++) {
            next(busy, FetchSchedule.STATUS_MODIFIED);
            next(dull, FetchSchedule.STATUS_NOTMODIFIED);
        }
        assertThat(busy.getFetchInterval()).isEqualTo(3_600);
        assertThat(busy.getFetchTime()).isEqualTo(NOW + Duration.ofHours(1).toMillis());
        assertThat(dull.getFetchInterval()).isEqualTo(30 * DAY);
    }

    @Test
    void asksOnceInAPass() {
        CrawlDatum asked = schedule("one", true).setFetchSchedule(URL, datum(DAY, 0), 0, 0, NOW, 0, FetchSchedule.STATUS_UNKNOWN);
        assertThat(schedule("one", true).shouldFetch(URL, asked, NOW + 1)).isFalse();
        assertThat(schedule("two", true).shouldFetch(URL, asked, NOW + 1)).isTrue();
        assertThat(schedule("two", false).shouldFetch(URL, asked, NOW + 1)).isFalse();
        assertThat(schedule("two", false).shouldFetch(URL, asked, NOW + DAY * 1_000L)).isTrue();
    }

    @Test
    void asksABusyHostAgainWithinThePassWhenItsPatienceIsOver() {
        ListingSchedule schedule = schedule("one", true);
        CrawlDatum datum = datum(DAY, 0);
        datum.getMetaData().put(Keys.BUSY_UNTIL, new Text(Long.toString(NOW + 30_000)));
        schedule.setPageRetrySchedule(URL, datum, 0, 0, NOW);
        assertThat(schedule.shouldFetch(URL, datum, NOW + 1_000)).isFalse();
        assertThat(schedule.shouldFetch(URL, datum, NOW + 30_000)).isTrue();
        schedule.setPageRetrySchedule(URL, datum, 0, 0, NOW);
        schedule.setPageRetrySchedule(URL, datum, 0, 0, NOW);
        assertThat(schedule.shouldFetch(URL, datum, NOW + 30_000)).as("three tries are enough").isFalse();
    }

    @Test
    void asksForAPictureOnlyInThePassInWhichAnOfferShowsIt() {
        CrawlDatum picture = datum(DAY, 0);
        picture.getMetaData().put(Keys.WANTED, new Text("one"));
        assertThat(schedule("one", true).shouldFetch(URL, picture, NOW)).isTrue();
        assertThat(schedule("two", true).shouldFetch(URL, picture, NOW)).isFalse();
    }
}
