package org.unlisted.console.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A bundle to be scanned, by whom and why.
 *
 * @param paths        folders, archives, files
 * @param operator     a name
 * @param reason       in the operator's own words
 * @param fewConfirmed the operator has confirmed the reason for a handful of pictures
 * @param workers      processes that look for faces
 */
public record ScanTask(List<Path> paths, String operator, String reason, boolean fewConfirmed, int workers) {
    /** Of the machine's, each holds the models: more would need more than 1 GB. */
    public static final int MOST_WORKERS = 16;

    private static final int NAME = 100;
    private static final int REASON = 1_000;
    private static final int WORDS = 3;
    /** Of scripts that write no blanks between words. */
    private static final int CHARACTERS = 6;

    public ScanTask {
        paths = List.copyOf(paths);
        operator = requireNonNull(operator, "operator").strip();
        reason = requireNonNull(reason, "reason").strip();
        if (paths.isEmpty()) throw new IllegalArgumentException("nothing to scan");
        if (operator.isEmpty())
            throw new IllegalArgumentException("say who scans: --operator NAME; it goes to the audit log");
        if (operator.length() > NAME || operator.codePoints().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("--operator is a name of at most " + NAME + " characters");
        if (!says(reason))
            throw new IllegalArgumentException("say why in a few words: --reason TEXT; it goes to the audit log");
        if (reason.length() > REASON || reason.codePoints().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("--reason is one line of at most " + REASON + " characters");
        if (workers < 1 || workers > MOST_WORKERS)
            throw new IllegalArgumentException("--workers is between 1 and " + MOST_WORKERS);
    }

    /** Three different words, or as much in a script without blanks. */
    private static boolean says(String reason) {
        long words = Arrays.stream(reason.split("[^\\p{L}]+", -1))
                .filter(word -> word.length() > 1)
                .distinct()
                .count();
        long characters = reason.codePoints()
                .filter(Character::isIdeographic)
                .distinct()
                .count();
        return words >= WORDS || characters >= CHARACTERS;
    }

    /** The same, for the handful of pictures that it has turned out to be. */
    public ScanTask confirmed() {
        return new ScanTask(paths, operator, reason, true, workers);
    }
}
