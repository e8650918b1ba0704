package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostLimiterTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final HttpUrl SHOP = HttpUrl.get("https://shop.example/1");

    private Instant now = START;
    private final InstantSource source = () -> now;
    private final HostLimiter limiter = new HostLimiter(source.withZone(ZoneOffset.UTC), millis -> now = now.plusMillis(millis));

    private static Manners every(Duration delay) {
        return new Manners(delay, 8, Optional.empty(), false);
    }

    private Turn.Granted turn(HttpUrl url, Manners manners) throws InterruptedException {
        Turn turn = limiter.enter(url, manners);
        assertThat(turn).isInstanceOf(Turn.Granted.class);
        return (Turn.Granted) turn;
    }

    /** One call that takes so long, and is answered; when it started, in ms from the beginning. */
    private long call(Manners manners, Duration took) throws InterruptedException {
        try (Turn.Granted turn = turn(SHOP, manners)) {
            long started = Duration.between(START, now).toMillis();
            now = now.plus(took);
            turn.answered();
            return started;
        }
    }

    private Instant refused(Manners manners, Optional<Duration> retryAfter) throws InterruptedException {
        try (Turn.Granted turn = turn(SHOP, manners)) {
            return turn.refused(retryAfter, "HTTP 429");
        }
    }

    private Duration delay() {
        return limiter.delays().getOrDefault("shop.example", Duration.ZERO);
    }

    private void awaitWaiting(int callers) {
        Instant end = Instant.now().plusSeconds(30);
        while (limiter.waiting().getOrDefault("shop.example", 0) != callers) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void keepsTheDelayBetweenStarts() throws InterruptedException {
        Manners second = every(Duration.ofSeconds(1));
        assertThat(call(second, Duration.ofMillis(100))).isEqualTo(0);
        assertThat(call(second, Duration.ofMillis(100))).isEqualTo(1_000);
        assertThat(call(second, Duration.ofMillis(100))).isEqualTo(2_000);
    }

    @Test
    void holdsNobodyUpWithoutADelay() throws InterruptedException {
        for (int i = 0; i < 5; i++) assertThat(call(Manners.plain(), Duration.ofMillis(700))).isEqualTo(i * 700L);
        assertThat(limiter.delays()).isEmpty();
    }

    @Test
    void asksASlowHostNoFasterThanItAnswers() throws InterruptedException {
        Manners second = every(Duration.ofSeconds(1));
        call(second, Duration.ofSeconds(4));
        assertThat(delay()).isEqualTo(Duration.ofSeconds(4));
        for (int i = 0; i < 20; i++) call(second, Duration.ofMillis(200));
        assertThat(delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doublesTheDelayWithEachRefusalUpToABoundAndForgetsItWithGoodAnswers() throws InterruptedException {
        assertThat(refused(Manners.plain(), Optional.empty())).isEqualTo(START.plusSeconds(1));
        assertThat(refused(Manners.plain(), Optional.empty())).isEqualTo(START.plusSeconds(1 + 2));
        assertThat(refused(Manners.plain(), Optional.empty())).isEqualTo(START.plusSeconds(1 + 2 + 4));
        assertThat(delay()).isEqualTo(Duration.ofSeconds(4));

        call(Manners.plain(), Duration.ZERO);
        assertThat(delay()).isEqualTo(Duration.ofSeconds(3));
        for (int i = 0; i < 20; i++) call(Manners.plain(), Duration.ZERO);
        assertThat(limiter.delays()).isEmpty();

        for (int i = 0; i < 20; i++) {
            Instant until = refused(Manners.plain(), Optional.empty());
            now = until;
        }
        assertThat(delay()).isEqualTo(HostQueue.MAX_BACK_OFF);
    }

    @Test
    void slowsDownForTimeouts() throws InterruptedException {
        try (Turn.Granted turn = turn(SHOP, every(Duration.ofSeconds(2)))) {
            turn.timedOut();
        }
        assertThat(delay()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void doublesOnceForCallsThatRanSideBySide() throws InterruptedException {
        List<Turn.Granted> together = List.of(
                turn(SHOP, Manners.plain()), turn(SHOP, Manners.plain()), turn(SHOP, Manners.plain()));
        now = now.plusSeconds(1);
        for (Turn.Granted turn : together) {
            try (turn) {
                turn.refused(Optional.empty(), "HTTP 503");
            }
        }
        assertThat(delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitsOutAShortRetryAfterAndParksTheHostForALongOne() throws InterruptedException {
        refused(Manners.plain(), Optional.of(Duration.ofSeconds(30)));
        assertThat(call(Manners.plain(), Duration.ZERO)).isEqualTo(30_000);

        Instant until = refused(Manners.plain(), Optional.of(Duration.ofHours(1)));
        Instant asked = now;
        assertThat(limiter.enter(SHOP, Manners.plain())).isEqualTo(new Turn.Parked(until, "HTTP 429"));
        assertThat(now).isEqualTo(asked);
        now = until;
        turn(SHOP, Manners.plain()).close();
    }

    @Test
    void leavesOtherHostsAlone() throws InterruptedException {
        refused(Manners.plain(), Optional.of(Duration.ofHours(1)));
        turn(HttpUrl.get("https://other.example/"), Manners.plain()).close();
        turn(HttpUrl.get("https://shop.example:8443/"), Manners.plain()).close();
        assertThat(limiter.enter(HttpUrl.get("http://shop.example/"), Manners.plain())).isInstanceOf(Turn.Parked.class);
    }

    @Test
    void keepsTheCrawlDelayThatTheSiteAsksFor() throws InterruptedException {
        limiter.crawlDelay(URI.create("https://shop.example/"), Duration.ofSeconds(7));
        call(Manners.plain(), Duration.ZERO);
        assertThat(call(Manners.plain(), Duration.ZERO)).isEqualTo(7_000);
        limiter.crawlDelay(URI.create("https://shop.example/"), Duration.ZERO);
        call(Manners.plain(), Duration.ZERO);
        assertThat(limiter.delays()).isEmpty();
    }

    @Test
    void survivesAClockThatIsSetBack() throws InterruptedException {
        call(every(Duration.ofSeconds(1)), Duration.ZERO);
        now = START.minusSeconds(3_600);
        call(every(Duration.ofSeconds(1)), Duration.ZERO);
        assertThat(now).isEqualTo(START.minusSeconds(3_600).plusSeconds(1));
    }

    @Test
    void letsNoMoreInAtOnceThanTheSourceAllows() throws Exception {
        HostLimiter real = new HostLimiter(Clock.systemUTC(), Thread::sleep);
        Manners three = new Manners(Duration.ZERO, 3, Optional.empty(), false);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> all = IntStream.range(0, 16)
                    .mapToObj(t -> threads.submit(() -> {
                        int done = 0;
                        for (; done < 500; done++) {
                            try (Turn.Granted turn = (Turn.Granted) real.enter(SHOP, three)) {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                Thread.onSpinWait();
                                inside.decrementAndGet();
                                turn.answered();
                            }
                        }
                        return done;
                    }))
                    .toList();
            for (Future<Integer> one : all) assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(500);
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(real.waiting()).isEmpty();
    }

    @Test
    void tellsWhoWaitsAndLetsThemGoWhenTheHostIsParked() throws Exception {
        Manners one = new Manners(Duration.ZERO, 1, Optional.empty(), false);
        List<Future<Turn>> waiters = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3);
                Turn.Granted turn = turn(SHOP, one)) {
            for (int i = 0; i < 3; i++) waiters.add(threads.submit(() -> limiter.enter(SHOP, one)));
            awaitWaiting(3);
            turn.refused(Optional.of(Duration.ofHours(2)), "HTTP 503");
            for (Future<Turn> waiter : waiters)
                assertThat(waiter.get(30, TimeUnit.SECONDS)).isInstanceOf(Turn.Parked.class);
        }
        assertThat(limiter.waiting()).isEmpty();
    }

    @Test
    void keepsTheOthersInLineWhenAWaiterIsInterrupted() throws Exception {
        Manners one = new Manners(Duration.ZERO, 1, Optional.empty(), false);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Turn.Granted first = turn(SHOP, one);
            Future<?> quits = threads.submit(() -> limiter.enter(SHOP, one));
            awaitWaiting(1);
            Future<Turn> stays = threads.submit(() -> limiter.enter(SHOP, one));
            awaitWaiting(2);
            quits.cancel(true);
            awaitWaiting(1); // gone before the turn is free: otherwise it might still get it
            first.close();
            assertThat(stays.get(30, TimeUnit.SECONDS)).isInstanceOf(Turn.Granted.class);
        }
    }

    @Test
    void forgetsIdleHostsWhenThereAreManyAndNoParkedOne() throws InterruptedException {
        refused(Manners.plain(), Optional.of(Duration.ofHours(1)));
        for (int i = 0; i < 12_000; i++)
            turn(HttpUrl.get("http://h" + i + ".example/"), Manners.plain()).close();
        assertThat(limiter.hosts()).isLessThan(10_500);
        assertThat(limiter.enter(SHOP, Manners.plain())).isInstanceOf(Turn.Parked.class);
    }
}
