package org.unlisted.console.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.home.WorkFolder;
import org.unlisted.sweep.SweepMain;
import org.unlisted.sweep.protocol.EventLine;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.sweep.protocol.SweepOrder;

/**
 * One sweep in a process of its own. Why: Nutch registers URL handlers for the whole JVM, keeps heap for each job, and
 * a crash in native code of the models must not take the console along (docs/adr/0002).
 */
public final class SweepProcess {
    private static final Logger LOG = LoggerFactory.getLogger(SweepProcess.class);
    private static final long PATIENCE_SECONDS = 10;

    private final SweepOrder order;
    private final WorkFolder work;
    private final Path log;

    /**
     * Prepares a process.
     *
     * @param work claimed for this sweep; the process's id is written there
     * @param log  where the process writes what it does: ids and counts
     */
    public SweepProcess(SweepOrder order, WorkFolder work, Path log) {
        this.order = requireNonNull(order, "order");
        this.work = requireNonNull(work, "work");
        this.log = requireNonNull(log, "log");
    }

    /**
     * Runs the sweep to its end.
     *
     * @param listener called with each event, in this thread
     * @return the last event: Done or Failed, also where the process died without a word
     */
    public SweepEvent run(Consumer<SweepEvent> listener) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(SweepMachine.environment());
        Process process = builder.start();
        Thread atExit = new Thread(() -> end(process), "end sweep");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            work.usedBy(process.toHandle());
            OutputStream orders = process.getOutputStream(); // stays open: its end tells the process that we are gone
            orders.write((EventLine.of(order) + "\n").getBytes(UTF_8));
            orders.flush();
            SweepEvent last = listen(process, listener);
            orders.close();
            return last;
        } finally {
            end(process);
            removeHook(atExit);
        }
    }

    private SweepEvent listen(Process process, Consumer<SweepEvent> listener) throws IOException {
        SweepEvent last = new SweepEvent.Failed("the sweep's process ended without a word; its log is " + log);
        try (BufferedReader events = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                SweepEvent event = EventLine.event(line);
                listener.accept(event);
                if (event instanceof SweepEvent.Done || event instanceof SweepEvent.Failed) return event;
            }
        }
        listener.accept(last);
        return last;
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SweepMachine.flags());
        command.add("-DUNLISTED_LOG=" + log);
        String classPath = order.crawl().cluster().isPresent() ? jobClassPath() : System.getProperty("java.class.path");
        command.addAll(SweepMachine.learnt(classPath));
        command.add("-cp");
        command.add(classPath);
        command.add(SweepMain.class.getName());
        return command;
    }

    /** Where jobs go to a cluster, Nutch's classes must come out of the jar that goes with them. */
    private static String jobClassPath() throws IOException {
        Path job = AppFolder.ofLauncher().job();
        Path jar = job.resolve("unlisted-job.jar");
        if (!Files.isRegularFile(jar)) throw new IOException("no job jar for a cluster: " + jar + " is made by the build");
        return String.join(File.pathSeparator, jar.toString(), job.resolve("lib") + "/*", job.toString());
    }

    /** Asks first: the process erases its scratch folder when it is asked. */
    private static void end(Process process) {
        process.destroy();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.warn("event=sweep-killed pid={}", process.pid());
        process.destroyForcibly();
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("event=shutdown-under-way");
        }
    }
}
