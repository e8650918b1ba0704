package org.unlisted.console.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.console.home.Home;

/** One run of one plan, as Quartz sees it. Quartz makes an instance for each run. */
@DisallowConcurrentExecution
final class PlannedSweep implements Job {
    static final String PLAN = "plan";
    private static final Logger LOG = LoggerFactory.getLogger(PlannedSweep.class);
    private final Home home;
    private final SweepStarter starter;
    private final RunningSweep running;

    PlannedSweep(Home home, SweepStarter starter, RunningSweep running) {
        this.home = home;
        this.starter = starter;
        this.running = running;
    }

    @Override
    public void execute(JobExecutionContext context) {
        Path plan = Path.of(context.getMergedJobDataMap().getString(PLAN));
        String name = PlanName.of(plan);
        Instant due = context.getScheduledFireTime().toInstant();
        try {
            sweep(plan, name, due);
        } catch (IOException e) {
            // the plan keeps its hours: what is unreachable tonight may be there tomorrow
            LOG.warn("event=sweep-failed plan={} reason=\"{}\"", name, e.getMessage());
        } catch (InterruptedException e) {
            // by RunningSweep: the thread is Quartz's own and is told to end by other means
            LOG.info("event=sweep-interrupted plan={}", name);
        }
    }

    private void sweep(Path plan, String name, Instant due) throws IOException, InterruptedException {
        Optional<PlanLock> lock = PlanLock.tryAcquire(home, plan);
        if (lock.isEmpty()) {
            LOG.warn("event=sweep-skipped plan={} reason=\"another process sweeps it\"", name);
            return;
        }
        try (PlanLock held = lock.get()) {
            Optional<String> refusal = running.enter(name, due);
            if (refusal.isPresent()) {
                LOG.info("event=sweep-skipped plan={} due={} reason=\"{}\"", name, due, refusal.get());
                return;
            }
            try {
                starter.sweep(plan);
                LOG.info("event=sweep-ended plan={} due={}", held, due);
            } finally {
                running.leave();
            }
        }
    }
}
