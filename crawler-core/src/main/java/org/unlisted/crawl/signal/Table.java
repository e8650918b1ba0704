package org.unlisted.crawl.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** The package's word lists: tab-separated, {@code #} begins a comment line. */
final class Table {
    private Table() {}

    static List<String[]> rows(String name, int columns) {
        List<String[]> rows = new ArrayList<>();
        for (String line : text(name).split("\n", -1)) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] row = line.split("\t", -1);
            if (row.length != columns) throw new IllegalStateException(name + ": not " + columns + " columns: " + line);
            rows.add(row);
        }
        return rows;
    }

    /** Entries by the first character of their word, in the order given; null for a character that starts none. */
    @SuppressWarnings("NullAway") // an array of 64 K lists is mostly absent, and that is its speed
    static <T> T[][] byFirst(List<T> entries, ToIntFunction<T> first, IntFunction<T[]> maker) {
        @SuppressWarnings("unchecked")
        T[][] table = (T[][]) java.lang.reflect.Array.newInstance(maker.apply(0).getClass(), 1 << Character.SIZE);
        entries.stream()
                .collect(java.util.stream.Collectors.groupingBy(first::applyAsInt))
                .forEach((c, list) -> table[c] = list.toArray(maker));
        return table;
    }

    private static String text(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing in this build");
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
