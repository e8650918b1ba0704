package org.unlisted.face.calibrate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is in which labelled picture: one person a folder, as test sets are laid out, unless the pairs themselves say that a
 * folder holds two people. Then nothing is known of pictures that no pair compares.
 */
final class Identities {

    private final boolean byFolder;
    private final Map<Path, Integer> numbers = new HashMap<>();
    private final Map<Path, Integer> images = new HashMap<>();

    Identities(LabelledPairs labelled) {
        byFolder = labelled.pairs().stream().noneMatch(p -> !p.mated() && folder(p.a()).equals(folder(p.b())))
                && labelled.pairs().stream().noneMatch(p -> p.mated() && !folder(p.a()).equals(folder(p.b())));
    }

    /** Whether pictures of different folders are known to show different people. */
    boolean areKnown() {
        return byFolder;
    }

    /** Equal for pictures in one folder. */
    int of(Path image) {
        return numbers.computeIfAbsent(folder(image), _ -> numbers.size());
    }

    /** A number of its own for each picture. */
    int image(Path image) {
        return images.computeIfAbsent(image, _ -> images.size());
    }

    private static Path folder(Path image) {
        return image.toAbsolutePath().resolveSibling("").normalize();
    }
}
