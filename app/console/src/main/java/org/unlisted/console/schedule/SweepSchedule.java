package org.unlisted.console.schedule;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;
import org.unlisted.console.home.Home;
import org.unlisted.console.storage.Database;

/**
 * Plans and their hours, kept by Quartz in the database. Sweeps run one after another on a single thread, because two
 * sweeps would double the rate at every host they share. A run that was missed while nobody was there is made up for
 * once at {@link #start}, however many were missed; one that was broken off is begun again. At most one schedule lives
 * in a process. Thread-safe.
 */
public final class SweepSchedule implements AutoCloseable {
    private static final String NAME = "unlisted";
    private static final String GROUP = "sweeps";
    // ms; later than this a run counts as missed and is made up for once instead of once for each time it was due
    private static final int MISFIRE_THRESHOLD = 1000;
    private final Scheduler scheduler;
    private final RunningSweep running;

    private SweepSchedule(Scheduler scheduler, RunningSweep running) {
        this.scheduler = scheduler;
        this.running = running;
    }

    /**
     * Opens the schedule without starting it.
     *
     * @throws IOException           if the database refuses
     * @throws IllegalStateException if this process has a schedule open
     */
    public static SweepSchedule open(Home home, Database database, SweepStarter starter) throws IOException {
        requireNonNull(starter, "starter");
        // The factory would hand out the other one, with its database.
        if (SchedulerRepository.getInstance().lookup(NAME) != null)
            throw new IllegalStateException("this process has a schedule open");
        String dataSource = NAME + "-" + UUID.randomUUID();
        PooledConnections connections = new PooledConnections(database.dataSource());
        DBConnectionManager.getInstance().addConnectionProvider(dataSource, connections);
        RunningSweep running = new RunningSweep(Clock.systemUTC());
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings(dataSource, database.isServer())).getScheduler();
            scheduler.setJobFactory((_, _) -> new PlannedSweep(home, starter, running));
            return new SweepSchedule(scheduler, running);
        } catch (SchedulerException e) {
            throw new IOException("cannot open the schedule: " + e.getMessage(), e);
        }
    }

    private static Properties settings(String dataSource, boolean clustered) {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", NAME),
                Map.entry("org.quartz.scheduler.instanceId", clustered ? "AUTO" : NAME),
                Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                Map.entry("org.quartz.threadPool.threadCount", "1"),
                Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                // reads BYTEA by getBytes, which H2 and PostgreSQL both understand
                Map.entry(
                        "org.quartz.jobStore.driverDelegateClass",
                        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
                Map.entry("org.quartz.jobStore.useProperties", "true"),
                Map.entry("org.quartz.jobStore.dataSource", dataSource),
                Map.entry("org.quartz.jobStore.isClustered", Boolean.toString(clustered)),
                Map.entry("org.quartz.jobStore.misfireThreshold", Integer.toString(MISFIRE_THRESHOLD))));
        return settings;
    }

    /**
     * Has the plan swept at these hours, of the system's time zone. A plan that has these hours already keeps the run
     * it missed.
     *
     * @param cron as in {@link PlannedRun}
     * @throws IllegalArgumentException if the expression is not one; the message says where
     */
    public void plan(Path planFile, String cron) throws IOException {
        CronExpression hours = read(cron);
        String name = PlanName.of(planFile);
        TriggerKey key = TriggerKey.triggerKey(name, GROUP);
        try {
            if (scheduler.getTrigger(key) instanceof CronTrigger known
                    && known.getCronExpression().equals(hours.getCronExpression())) return;
            JobDetail job = JobBuilder.newJob(PlannedSweep.class)
                    .withIdentity(name, GROUP)
                    .usingJobData(PlannedSweep.PLAN, PlanName.absolute(planFile).toString())
                    .requestRecovery()
                    .storeDurably()
                    .build();
            scheduler.addJob(job, true);
            CronTrigger trigger = TriggerBuilder.newTrigger()
                    .withIdentity(key)
                    .forJob(job)
                    .withSchedule(
                            CronScheduleBuilder.cronSchedule(hours).withMisfireHandlingInstructionFireAndProceed())
                    .build();
            if (scheduler.checkExists(key)) scheduler.rescheduleJob(key, trigger);
            else scheduler.scheduleJob(trigger);
        } catch (SchedulerException e) {
            throw new IOException("cannot schedule " + planFile + ": " + e.getMessage(), e);
        }
    }

    private static CronExpression read(String cron) {
        try {
            return new CronExpression(cron);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a cron expression: " + cron + ": " + e.getMessage(), e);
        }
    }

    /** Takes the plan off the schedule; a sweep that runs is not touched. */
    public void remove(Path planFile) throws IOException {
        try {
            scheduler.deleteJob(JobKey.jobKey(PlanName.of(planFile), GROUP));
        } catch (SchedulerException e) {
            throw new IOException("cannot unschedule " + planFile + ": " + e.getMessage(), e);
        }
    }

    /** Every plan on the schedule. */
    public List<PlannedRun> list() throws IOException {
        try {
            List<PlannedRun> runs = new ArrayList<>();
            for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
                if (!(scheduler.getTrigger(key) instanceof CronTrigger trigger)) continue;
                String plan = scheduler.getJobDetail(trigger.getJobKey()).getJobDataMap().getString(PlannedSweep.PLAN);
                Optional<Instant> next = Optional.ofNullable(trigger.getNextFireTime()).map(Date::toInstant);
                runs.add(new PlannedRun(Path.of(plan), trigger.getCronExpression(), next));
            }
            return runs;
        } catch (SchedulerException e) {
            throw new IOException("cannot read the schedule: " + e.getMessage(), e);
        }
    }

    /** Begins to keep the hours, first of all those that were missed. */
    public void start() throws IOException {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IOException("cannot start the schedule: " + e.getMessage(), e);
        }
    }

    /** Interrupts the sweep that runs and waits for its end. */
    @Override
    public void close() throws IOException {
        running.close();
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IOException("cannot close the schedule: " + e.getMessage(), e);
        }
    }
}
