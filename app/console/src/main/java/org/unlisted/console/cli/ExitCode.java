package org.unlisted.console.cli;

/** What the program ends with. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** Finished, but something was left out; the report names it. */
    static final int SKIPPED = 3;

    /** By Ctrl-C: what a shell reports for it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
