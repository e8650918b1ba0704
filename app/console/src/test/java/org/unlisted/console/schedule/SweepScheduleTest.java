package org.unlisted.console.schedule;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.console.home.Home;
import org.unlisted.console.storage.Database;
import org.unlisted.console.storage.Databases;

class SweepScheduleTest {
    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String ON_NEW_YEAR = "0 0 4 1 1 ?";

    @TempDir
    Path dir;

    private final List<Path> runs = new CopyOnWriteArrayList<>();
    private Home home;
    private Path plan;

    @BeforeEach
    void openHome() throws IOException {
        home = Home.open(dir.resolve("home"));
        plan = dir.resolve("plan.yaml");
    }

    @Test
    void sweepsAtThePlansHours() throws Exception {
        try (Database database = Database.open(Databases.H2.url(dir));
                SweepSchedule schedule = SweepSchedule.open(home, database, runs::add)) {
            schedule.plan(plan, EVERY_SECOND);
            schedule.start();
            await().atMost(30, SECONDS).until(() -> runs.size() >= 2);
            assertThat(runs).containsOnly(plan);
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void makesUpOnceForRunsMissedWhileDown(Databases kind) throws Exception {
        String url = kind.url(dir);
        try (Database database = Database.open(url);
                SweepSchedule schedule = SweepSchedule.open(home, database, runs::add)) {
            schedule.plan(plan, ON_NEW_YEAR);
        }
        try (Database database = Database.open(url)) {
            wasDueThreeYearsInARow(database);
            try (SweepSchedule schedule = SweepSchedule.open(home, database, runs::add)) {
                schedule.plan(plan, ON_NEW_YEAR); // as at every start of the console: must not hide the missed run
                assertThat(nextRunIsAhead(schedule)).isFalse();
                schedule.start();
                await().atMost(30, SECONDS).until(() -> !runs.isEmpty() && nextRunIsAhead(schedule));
                await().during(Duration.ofSeconds(1)).atMost(10, SECONDS).until(() -> runs.size() == 1);
            }
        }
        assertThat(runs).containsExactly(plan);
    }

    @Test
    void beginsABrokenOffSweepAgainTogetherWithTheMissedOnesJustOnce() throws Exception {
        try (Database database = Database.open(Databases.H2.url(dir))) {
            try (SweepSchedule schedule = SweepSchedule.open(home, database, runs::add)) {
                schedule.plan(plan, ON_NEW_YEAR);
            }
            wasDueThreeYearsInARow(database);
            wasRunningWhenTheConsoleDied(database);
            try (SweepSchedule schedule = SweepSchedule.open(home, database, runs::add)) {
                schedule.start();
                await().atMost(30, SECONDS).until(() -> !runs.isEmpty() && nextRunIsAhead(schedule));
                await().during(Duration.ofSeconds(1)).atMost(10, SECONDS).until(() -> runs.size() == 1);
            }
        }
    }

    @Test
    void neverLetsTwoSweepsOverlap() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        SweepStarter slow = started -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Instant end = now().plusMillis(1200); // longer than the interval
            await().pollInterval(Duration.ofMillis(50)).until(() -> now().isAfter(end));
            now.decrementAndGet();
            ended.incrementAndGet();
        };
        try (Database database = Database.open(Databases.H2.url(dir));
                SweepSchedule schedule = SweepSchedule.open(home, database, slow)) {
            schedule.plan(plan, EVERY_SECOND);
            schedule.plan(dir.resolve("other.yaml"), EVERY_SECOND);
            schedule.start();
            await().atMost(30, SECONDS).until(() -> ended.get() >= 2);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void leavesAPlanAloneThatSomebodyElseSweeps() throws Exception {
        try (Database database = Database.open(Databases.H2.url(dir));
                SweepSchedule schedule = SweepSchedule.open(home, database, runs::add)) {
            Path other = dir.resolve("other.yaml");
            try (PlanLock held = PlanLock.tryAcquire(home, plan).orElseThrow()) {
                assertThat(held).isNotNull();
                schedule.plan(plan, EVERY_SECOND);
                schedule.plan(other, EVERY_SECOND);
                schedule.start();
                await().atMost(30, SECONDS).until(() -> runs.size() >= 2);
                assertThat(runs).containsOnly(other);
            }
            await().atMost(30, SECONDS).until(() -> runs.contains(plan));
        }
    }

    @Test
    void interruptsTheSweepWhenClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        SweepStarter endless = started -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };
        try (Database database = Database.open(Databases.H2.url(dir))) {
            try (SweepSchedule schedule = SweepSchedule.open(home, database, endless)) {
                schedule.plan(plan, EVERY_SECOND);
                schedule.start();
                assertThat(begun.await(30, SECONDS)).isTrue();
            }
            assertThat(interrupted.getCount()).isZero();
        }
    }

    @Test
    void goesOnAfterASweepThatFailed() throws Exception {
        SweepStarter failing = started -> {
            runs.add(started);
            throw new IOException("market.example is unreachable");
        };
        try (Database database = Database.open(Databases.H2.url(dir));
                SweepSchedule schedule = SweepSchedule.open(home, database, failing)) {
            schedule.plan(plan, EVERY_SECOND);
            schedule.start();
            await().atMost(30, SECONDS).until(() -> runs.size() >= 2);
        }
    }

    @Test
    void changesAndForgetsHours() throws Exception {
        try (Database database = Database.open(Databases.H2.url(dir));
                SweepSchedule schedule = SweepSchedule.open(home, database, runs::add)) {
            schedule.plan(plan, EVERY_SECOND);
            schedule.plan(plan, ON_NEW_YEAR);
            assertThat(schedule.list()).singleElement().satisfies(run -> {
                assertThat(run.plan()).isEqualTo(plan.toAbsolutePath());
                assertThat(run.cron()).isEqualTo(ON_NEW_YEAR);
                assertThat(run.next()).hasValueSatisfying(next -> assertThat(next).isAfter(now()));
            });
            schedule.remove(plan);
            assertThat(schedule.list()).isEmpty();
        }
    }

    @Test
    void saysWhatIsWrongWithAnExpression() throws Exception {
        try (Database database = Database.open(Databases.H2.url(dir));
                SweepSchedule schedule = SweepSchedule.open(home, database, runs::add)) {
            assertThatThrownBy(() -> schedule.plan(plan, "every day"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not a cron expression: every day");
            assertThat(schedule.list()).isEmpty();
        }
    }

    private static boolean nextRunIsAhead(SweepSchedule schedule) throws IOException {
        return schedule.list().getFirst().next().filter(next -> next.isAfter(now())).isPresent();
    }

    private static void wasDueThreeYearsInARow(Database database) {
        database.jdbc()
                .sql("UPDATE qrtz_triggers SET next_fire_time = :due, start_time = :due")
                .param("due", now().minus(Duration.ofDays(3 * 365)).toEpochMilli())
                .update();
    }

    /** The row that Quartz leaves behind when its process is killed during a run. */
    private static void wasRunningWhenTheConsoleDied(Database database) {
        database.jdbc()
                .sql("""
                        INSERT INTO qrtz_fired_triggers (sched_name, entry_id, trigger_name, trigger_group,
                            instance_name, fired_time, sched_time, priority, state, job_name, job_group,
                            is_nonconcurrent, requests_recovery)
                        SELECT sched_name, 'e1', trigger_name, trigger_group, 'unlisted', :due, :due, 5, 'EXECUTING',
                            job_name, job_group, TRUE, TRUE FROM qrtz_triggers""")
                .param("due", now().minus(Duration.ofHours(1)).toEpochMilli())
                .update();
    }

    private static Instant now() {
        return Instant.now();
    }
}
