package org.unlisted.console.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.unlisted.console.web.ConsoleApp;

/** The console in this process until Ctrl-C. */
final class ConsoleUntilInterrupted {
    /** For everything that the command opened to be closed in order: a sweep under way ends first. */
    private static final long PATIENCE_MILLIS = 20_000;

    private static volatile boolean ending;
    private final Installation installation;
    private final int port;

    ConsoleUntilInterrupted(Installation installation, int port) {
        this.installation = installation;
        this.port = port;
    }

    /** Whether Ctrl-C was pressed: the JVM is ending by itself, and {@code System.exit} would wait for ever. */
    static boolean ending() {
        return ending;
    }

    /** Returns when the process is asked to end; the hook then waits for this thread. */
    void run() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        Thread command = Thread.currentThread();
        try (ConsoleApp console = ConsoleApp.start(installation.cases(), installation.pictures(), installation.metrics(), port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, command), "end console"));
            System.out.println("Console: " + console.url() + "   (Ctrl-C ends it)");
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(CountDownLatch asked, Thread command) {
        ending = true;
        asked.countDown();
        try {
            command.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
