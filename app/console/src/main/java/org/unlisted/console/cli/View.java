package org.unlisted.console.cli;

import java.io.Console;
import java.time.InstantSource;
import java.util.Optional;
import org.unlisted.sweep.protocol.SweepEvent;

/** How a long command shows what it does. */
sealed interface View extends AutoCloseable permits JsonView, PlainView, TerminalView {

    /** Something of the console's own: enrolling, reviewing, sealing. */
    void step(String task, int done, int total);

    /** Something that the sweep's process reports. */
    void event(SweepEvent event);

    /** A sentence between the steps. */
    void say(String sentence);

    /** The last word of the command. */
    void end(EndTable summary);

    @Override
    void close();

    /** The view that fits: JSON lines where asked for, bars on a terminal, lines elsewhere. */
    static View of(boolean json) {
        if (json) return new JsonView(System.out);
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return terminal ? new TerminalView() : new PlainView(System.out, InstantSource.system());
    }
}
