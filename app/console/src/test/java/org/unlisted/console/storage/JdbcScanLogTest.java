package org.unlisted.console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcScanLogTest {
    private static final byte[] KEY = new byte[32];
    private static final Instant AT = Instant.parse("2026-12-01T10:00:00.123456789Z");

    @TempDir
    Path dir;

    private static ScanLogEntry entry(int second, ScanLogEntry.Step step) {
        return new ScanLogEntry(
                "b-1",
                AT.plusSeconds(second),
                step,
                "Nguyễn N.",
                "警方移交的泄露照片包",
                step == ScanLogEntry.Step.STARTED,
                "ab".repeat(32),
                new ScanLogEntry.Counts(1_000, second, 2, 3, 4, 5));
    }

    private static final List<ScanLogEntry> THREE = List.of(
            entry(0, ScanLogEntry.Step.STARTED), entry(1, ScanLogEntry.Step.RESUMED), entry(2, ScanLogEntry.Step.DONE));

    private static JdbcScanLog written(Database database) {
        JdbcScanLog log = new JdbcScanLog(database, KEY);
        THREE.forEach(log::append);
        return log;
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void keepsWhatWasWrittenInItsOrder(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            assertThat(new JdbcScanLog(database, KEY).list()).isEmpty();
            assertThat(written(database).list()).isEqualTo(THREE);
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void findsOutWhatSomebodyElseHasDoneToIt(Databases kind) throws Exception {
        for (String tampering : List.of(
                "UPDATE scan_log SET operator = 'somebody else' WHERE number = 1",
                "UPDATE scan_log SET images = 0 WHERE number = 3",
                "DELETE FROM scan_log WHERE number = 1",
                "DELETE FROM scan_log WHERE number = 2"))
            try (Database database = Database.open(kind.url(dir))) {
                database.jdbc().sql("DELETE FROM scan_log").update();
                JdbcScanLog log = written(database);
                database.jdbc().sql(tampering).update();
                assertThatThrownBy(log::list).as(tampering).isInstanceOf(IllegalStateException.class);
            }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void aForeignKeySealsNothing(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            written(database);
            byte[] foreign = KEY.clone();
            foreign[0] = 1;
            assertThatThrownBy(() -> new JdbcScanLog(database, foreign).list())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("tampered");
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void severalMayWriteAtOnce(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            JdbcScanLog log = new JdbcScanLog(database, KEY);
            List<Callable<Boolean>> writes = IntStream.range(0, 12)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        log.append(entry(i, ScanLogEntry.Step.DONE));
                        return true;
                    })
                    .toList();
            for (var written : threads.invokeAll(writes)) assertThat(written.get()).isTrue();
            assertThat(log.list()).hasSize(12);
        }
    }
}
