package org.unlisted.sweep.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.sweep.bundle.BundleItem;

/** A worker's process, seen from the scan. One thread at a time. */
final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** For one picture, or to load the models on a machine that has other things to do. */
    private static final long PATIENCE_SECONDS = 180;

    /** In what HotSpot prints: {@code #  SIGSEGV (0xb) at pc=…}, {@code # C  [libtorch_cpu.so+0x12]}. */
    private static final Pattern SIGNAL = Pattern.compile("# +(SIG[A-Z]+)");

    private static final Pattern FRAME = Pattern.compile("# (C +\\[[^\\]]*])");
    private static final int LAST_WORD = 10_000;
    private static final int SIGNALLED = 128;
    private static final long END_SECONDS = 10;

    private final Process process;
    private final DataOutputStream questions;
    private final BufferedReader answers;

    private Worker(Process process) {
        this.process = process;
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** The process is gone, and with it what it had. */
    static final class Died extends Exception {
        private static final long serialVersionUID = 1;

        Died(String how) {
            super(how);
        }

        String how() {
            return String.valueOf(getMessage());
        }
    }

    static Worker start(WorkerLaunch launch, WorkerOrder order) throws IOException, Died {
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .redirectError(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        Worker worker = new Worker(builder.start());
        try {
            WorkerWire.write(worker.questions, order);
            return worker;
        } catch (IOException e) {
            throw worker.died();
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Asks about files.
     *
     * @return an answer for each; for OPEN one
     * @throws Died        if the process ended meanwhile, or was ended because it took too long over one file
     * @throws IOException if it says that nothing of this scan can work
     */
    List<WorkerAnswer> ask(WorkerWire.Question question, List<BundleItem> items) throws IOException, Died {
        try {
            WorkerWire.write(questions, question, items);
        } catch (IOException e) {
            throw died();
        }
        int expected = question == WorkerWire.Question.OPEN ? 1 : items.size();
        List<WorkerAnswer> said = new ArrayList<>(expected);
        while (said.size() < expected) {
            WorkerAnswer answer = answer();
            if (answer instanceof WorkerAnswer.Failed(String message)) throw new IOException(message);
            said.add(answer);
        }
        return said;
    }

    private WorkerAnswer answer() throws Died {
        String line = line();
        try {
            return WorkerWire.answer(line);
        } catch (IOException e) {
            Optional<String> signal = lastWord(line);
            throw signal.isPresent() ? died("crashed by " + signal.get()) : died();
        }
    }

    /** A virtual machine that crashes prints why, and exits with code 1 where it may leave no core file. */
    private Optional<String> lastWord(String first) {
        StringBuilder said = new StringBuilder(first);
        try {
            for (String line = first; line.startsWith("#") && said.length() < LAST_WORD; line = line())
                said.append('\n').append(line);
        } catch (Died e) {
            LOG.debug("event=worker-silent pid={}", process.pid());
        }
        LOG.warn("event=worker-crashed pid={} frame=\"{}\"", process.pid(), first(FRAME, said).orElse("unknown"));
        return first(SIGNAL, said);
    }

    private static Optional<String> first(Pattern pattern, CharSequence text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).findFirst();
    }

    private String line() throws Died {
        CompletableFuture<Void> inTime = new CompletableFuture<Void>().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Void> watch = inTime.exceptionally(_ -> {
            LOG.warn("event=worker-stuck pid={}", process.pid());
            process.destroyForcibly();
            return null;
        });
        try {
            String line = answers.readLine();
            if (line != null) return line;
        } catch (IOException e) {
            LOG.debug("event=worker-pipe-broken pid={}", process.pid());
        } finally {
            inTime.complete(null);
            watch.cancel(false);
        }
        throw died();
    }

    /** How it ended, when it has. */
    private Died died() {
        close();
        return new Died(process.isAlive() ? "did not end" : how(process.exitValue()));
    }

    private Died died(String how) {
        close();
        return new Died(how);
    }

    static String how(int exit) {
        return exit > SIGNALLED ? "killed by signal " + (exit - SIGNALLED) : "exit code " + exit;
    }

    /** Ends the process, gently first. */
    @Override
    public void close() {
        try {
            questions.close();
        } catch (IOException e) {
            LOG.debug("event=worker-gone pid={}", process.pid());
        }
        try {
            if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) return;
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
