package org.unlisted.console.cli;

import java.io.IOException;
import java.util.Optional;
import org.unlisted.console.run.SweepStory;

/** Ctrl-C while a sweep runs: the report of what was done is written before this process goes. */
final class LastWord implements AutoCloseable {
    private static volatile boolean spoken;
    private final Thread hook;

    private LastWord(Thread hook) {
        this.hook = hook;
    }

    /** The command is over by Ctrl-C, and its report is written: there is nothing left to do or to explain. */
    static final class EndedEarly extends RuntimeException {
        private static final long serialVersionUID = 1;

        EndedEarly() {
            super("ended early");
        }
    }

    /** What is done and said at the end. */
    interface Word {
        /** Writes the report and returns a sentence. */
        String say() throws IOException;
    }

    static LastWord onInterrupt(SweepStory story, StoryReport report) {
        return onInterrupt(() -> {
            report.write(Optional.empty());
            return story.cases().size() + " cases and " + story.offers().size() + " offers so far are in "
                    + report.file();
        });
    }

    static LastWord onInterrupt(Word word) {
        Thread hook = new Thread(() -> write(word), "last word");
        Runtime.getRuntime().addShutdownHook(hook);
        return new LastWord(hook);
    }

    /** Whether Ctrl-C was pressed: what fails from now on is its consequence. */
    static boolean spoken() {
        return spoken;
    }

    private static void write(Word word) {
        spoken = true;
        try {
            System.err.println("\nunlisted: ended early; " + word.say());
        } catch (IOException e) {
            System.err.println("\nunlisted: ended early, and there is no report: " + Explanation.of(e));
        }
    }

    /**
     * The sweep is over: no last word is needed.
     *
     * @throws EndedEarly if it is being spoken: the report must not be written by two
     */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // Java's word for a shutdown under way
            try {
                hook.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new EndedEarly();
        }
    }
}
