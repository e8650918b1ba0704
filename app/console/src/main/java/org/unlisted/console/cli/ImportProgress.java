package org.unlisted.console.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar of megabytes on a terminal's standard error; nothing where the lines go to another program. */
final class ImportProgress implements AutoCloseable {
    private static final long MEGABYTE = 1 << 20;
    /** Smaller files are read before a bar is drawn. */
    private static final long WORTH_A_BAR = 8 * MEGABYTE;

    private final boolean terminal;
    private Optional<ProgressBar> bar = Optional.empty();
    private String file = "";

    private ImportProgress(boolean terminal) {
        this.terminal = terminal;
    }

    static ImportProgress ofTerminal() {
        return new ImportProgress(
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    void show(String name, long read, long total) {
        if (!terminal || total < WORTH_A_BAR) return;
        if (!name.equals(file)) {
            close();
            file = name;
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(name)
                    .setUnit(" MB", MEGABYTE)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .clearDisplayOnFinish()
                    .build());
        }
        bar.ifPresent(b -> b.stepTo(read));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
