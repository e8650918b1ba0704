package org.unlisted.face.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of pictures of which somebody knows whether they show one person: lines {@code path_a,path_b,mated} below a
 * header, paths relative to the file, mated 1 or 0.
 */
record LabelledPairs(List<Pair> pairs) {

    private static final String HEADER = "path_a,path_b,mated";

    record Pair(Path a, Path b, boolean mated) {}

    LabelledPairs {
        pairs = List.copyOf(pairs);
    }

    /** @throws IllegalArgumentException naming file and line, if one cannot be understood */
    static LabelledPairs read(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER))
            throw new IllegalArgumentException(csv + ": the first line must be " + HEADER);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            String[] fields = lines.get(i).strip().split(",", -1);
            if (fields.length != 3 || !fields[2].matches("[01]"))
                throw new IllegalArgumentException(csv + ", line " + (i + 1) + ": not two paths and 1 or 0");
            for (String field : List.of(fields[0], fields[1]))
                if (!Files.isRegularFile(csv.resolveSibling(field)))
                    throw new IllegalArgumentException(csv + ", line " + (i + 1) + ": no file " + field
                            + " beside it: paths are relative to the CSV");
            pairs.add(new Pair(csv.resolveSibling(fields[0]), csv.resolveSibling(fields[1]), fields[2].equals("1")));
        }
        return new LabelledPairs(pairs);
    }

    /** The last two parts of a path: the same wherever the pictures lie. */
    String name(Path image) {
        Path folder = image.toAbsolutePath().normalize().getParent();
        Path parent = folder == null ? null : folder.getFileName();
        return (parent == null ? "" : parent + "/") + image.getFileName();
    }
}
