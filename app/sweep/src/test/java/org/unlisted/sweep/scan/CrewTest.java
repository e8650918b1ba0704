package org.unlisted.sweep.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.match.ItemFinding;
import org.unlisted.sweep.protocol.SweepEvent.WorkerDied;

class CrewTest {
    private static final Look ONE_FACE = new Look.Done(new ItemFinding(1, 1, List.of(), List.of()));

    @TempDir
    Path dir;

    private final List<WorkerDied> deaths = new ArrayList<>();
    private Path log = Path.of("");

    @BeforeEach
    void aLog() {
        log = dir.resolve("log");
    }

    private Crew crew() {
        return new Crew(FakeWorker.launch(log), Orders.in(dir), 1, deaths::add);
    }

    private static BundleItem item(String name, String content) {
        return new BundleItem("bundle", name, content.getBytes(UTF_8));
    }

    @Test
    void oneWorkerAnswersForEachFileOfBatchAfterBatch() throws Exception {
        try (Crew crew = crew()) {
            assertThat(crew.open()).isEqualTo(new WorkerAnswer.Opened(1, 2));
            assertThat(crew.look(1, List.of(item("a", "x"), item("b", "y")))).containsExactly(ONE_FACE, ONE_FACE);
            assertThat(crew.look(2, List.of(item("c", "z")))).containsExactly(ONE_FACE);
            assertThat(crew.peakRssMb()).isPositive();
        }
        assertThat(deaths).isEmpty();
    }

    @Test
    void aWorkerKilledInTheMiddleCostsItsBatchASecondAttempt() throws Exception {
        List<BundleItem> batch = List.of(item("a", "x"), item("b", FakeWorker.SLOW), item("c", "x"));
        try (Crew crew = crew()) {
            Callable<List<Look>> looking = () -> crew.look(7, batch);
            FutureTask<List<Look>> look = new FutureTask<>(looking);
            Thread.ofPlatform().start(look);
            while (!Files.exists(log) || !Files.readString(log).contains("looked b")) Thread.sleep(20);
            long pid = FakeWorker.running().orElseThrow().pid();

            assertThat(new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor()).isZero();

            assertThat(look.get()).containsExactly(ONE_FACE, ONE_FACE, ONE_FACE);
        }
        assertThat(deaths).containsExactly(new WorkerDied(7, 3, "killed by signal 9", WorkerDied.Next.AGAIN));
    }

    @Test
    void aPictureThatKillsWorkersLosesItselfAlone() throws Exception {
        List<BundleItem> batch = List.of(item("a", "x"), item("b", FakeWorker.KILLS), item("c", "x"));
        List<Look> looks;
        try (Crew crew = crew()) {
            looks = crew.look(1, batch);
            assertThat(crew.look(2, List.of(item("d", "x")))).containsExactly(ONE_FACE);
        }
        assertThat(looks.getFirst()).isEqualTo(ONE_FACE);
        assertThat(looks.getLast()).isEqualTo(ONE_FACE);
        assertThat(looks.get(1)).isInstanceOf(Look.Lost.class);
        assertThat(deaths)
                .extracting(WorkerDied::next)
                .containsExactly(WorkerDied.Next.AGAIN, WorkerDied.Next.ONE_BY_ONE, WorkerDied.Next.LEFT_OUT);
        assertThat(deaths).extracting(WorkerDied::how).containsOnly("crashed by SIGSEGV");
    }

    @Test
    void aWorkerThatCannotStartEndsTheScan() {
        WorkerLaunch broken = new WorkerLaunch(List.of("false"), Map.of(), log);
        try (Crew crew = new Crew(broken, Orders.in(dir), 1, deaths::add)) {
            assertThatThrownBy(crew::open)
                    .isInstanceOf(java.io.IOException.class)
                    .hasMessageContaining("does not start")
                    .hasMessageContaining(log.toString());
        }
    }

    @Test
    void closingEndsTheWorkers() throws Exception {
        Crew crew = crew();
        crew.open();
        ProcessHandle worker = FakeWorker.running().orElseThrow();
        crew.close();
        assertThat(worker.isAlive()).isFalse();
    }
}
