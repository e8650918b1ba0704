package org.unlisted.console.cli;

import java.util.Locale;
import org.unlisted.sweep.protocol.SweepEvent;

/** Words for people for how a scan is doing. */
final class ScanLine {

    private ScanLine() {}

    /** For beside a bar, which shows how far it is. */
    static String beside(SweepEvent.Scanning scanning) {
        return String.format(
                Locale.ROOT,
                "%.1f img/s · %d faces · %d skipped",
                scanning.imagesPerSecond(),
                scanning.faces(),
                scanning.skipped());
    }

    static String died(SweepEvent.WorkerDied died) {
        String next = switch (died.next()) {
            case AGAIN -> "they are given to another";
            case ONE_BY_ONE -> "they are given to others one by one";
            case LEFT_OUT -> "left out";
        };
        String pictures = died.pictures() == 1 ? "1 picture" : died.pictures() + " pictures";
        return "a worker ended over " + pictures + " of batch " + died.batch() + " (" + died.how() + "): " + next;
    }
}
