package org.unlisted.console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.sweep.protocol.SweepEvent;

class JdbcSweepsTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final SweepEvent.Done DONE =
            new SweepEvent.Done(40, 31, 8, 20, 35, 9, Map.of("robots", 1, "login", 2), Map.of("leaks", 4), 33.5, 812);

    @TempDir
    Path dir;

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void remembersHowASweepEndedAndWhatItLeftOut(Databases kind) throws Exception {
        List<SweepEvent.Skipped> skipped = List.of(
                new SweepEvent.Skipped("market", "http://market.example/a?b=1", "robots", "robots.txt forbids it"),
                new SweepEvent.Skipped("chat", "聊天/photo_1.jpg", "truncated", "ends\nearly"));
        SweepRun.Ending ending = new SweepRun.Ending(START.plusSeconds(34), DONE);
        try (Database database = Database.open(kind.url(dir))) {
            JdbcSweeps sweeps = new JdbcSweeps(database);
            sweeps.started("s-2", Path.of("plans/b.yaml"), START.plusSeconds(1));
            sweeps.started("s-1", Path.of("plans/a.yaml"), START);
            sweeps.finished("s-1", ending, skipped);
            assertThat(new JdbcSweeps(database).list())
                    .containsExactly(
                            new SweepRun("s-1", Path.of("plans/a.yaml"), START, Optional.of(ending), skipped),
                            new SweepRun(
                                    "s-2", Path.of("plans/b.yaml"), START.plusSeconds(1), Optional.empty(), List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void endsOnlyWhatWasStarted(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            SweepRun.Ending failed = new SweepRun.Ending(START, new SweepEvent.Failed("no such plan"));
            assertThatThrownBy(() -> new JdbcSweeps(database).finished("s-9", failed, List.of()))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("no sweep s-9");
        }
    }

    @Test
    void doesNotTakeProgressForAnEnding() {
        assertThatThrownBy(() -> new SweepRun.Ending(START, new SweepEvent.Progress("fetch", 1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sweep does not end with Progress");
    }
}
