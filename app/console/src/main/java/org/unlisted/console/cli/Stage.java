package org.unlisted.console.cli;

import org.unlisted.sweep.protocol.SweepEvent;

/** Words for people for the stages of a sweep. */
final class Stage {

    private Stage() {}

    static String fetch(int round) {
        return name(new SweepEvent.Progress("fetch", round, 0, 0));
    }

    static String name(SweepEvent.Progress p) {
        String stage =
                switch (p.stage()) {
                    case "inject" -> "seeds";
                    case "generate" -> "choosing what to fetch";
                    case "fetch" -> "fetching";
                    case "parse" -> "reading pages";
                    case "update" -> "noting links";
                    case "import" -> "reading chat export";
                    case "match" -> "looking at pictures of offers";
                    default -> p.stage();
                };
        return p.round() > 0 ? "round " + p.round() + ", " + stage : stage;
    }
}
