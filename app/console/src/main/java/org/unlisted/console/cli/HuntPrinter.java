package org.unlisted.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.unlisted.crawl.hunt.HuntHit;
import org.unlisted.crawl.hunt.HuntListener;
import org.unlisted.crawl.hunt.HuntTally;

/** Prints hits as they come: JSON lines or a table on standard output, what cannot be read on standard error. */
final class HuntPrinter implements HuntListener, AutoCloseable {
    private final boolean json;
    private final boolean newOnly;
    private final PrintStream out;
    private final ImportProgress progress = ImportProgress.ofTerminal();
    private boolean headed;

    HuntPrinter(boolean json, boolean newOnly, PrintStream out) {
        this.json = json;
        this.newOnly = newOnly;
        // JSON is UTF-8, whatever the terminal is.
        this.out = json ? new PrintStream(out, true, StandardCharsets.UTF_8) : out;
    }

    @Override
    public void hit(HuntHit hit) {
        if (newOnly && !hit.fresh()) return;
        if (!json && !headed) print(HuntTable.head());
        headed = true;
        print(json ? HuntJson.line(hit) : HuntTable.row(hit));
    }

    @Override
    public void unreadable(String item, String why) {
        System.err.println("unlisted: " + item + ": " + why + "; left out");
    }

    @Override
    public void progress(long done, long total, long pages) {
        progress.show("hunting", done, total);
    }

    /** The last line, and the exit code. */
    int end(HuntTally tally) {
        progress.close();
        print(json ? HuntJson.counts(tally) : HuntTable.end(tally));
        return tally.unreadable() == 0 ? ExitCode.DONE : ExitCode.SKIPPED;
    }

    /** Who reads no further wants no more of it: a hunt may take an hour. */
    private void print(String line) {
        out.println(line);
        if (out.checkError())
            throw new UncheckedIOException(new IOException("standard output was closed before the last line"));
    }

    @Override
    public void close() {
        progress.close();
    }
}
