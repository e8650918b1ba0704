package org.unlisted.crawl.offer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Simplified characters of traditional ones: those of ICU's {@code Traditional-Simplified} that are one UTF-16 unit. ICU
 * takes a third of a processor second to make its transliterator, this file a few milliseconds.
 */
final class SimplifiedHan {
    // Pairs of a traditional character and its simplified one, line breaks between some.
    private static final String FILE = "simplified-han.txt";

    private SimplifiedHan() {}

    /** A table of all UTF-16 units in which traditional characters are replaced and all others stay. */
    static char[] table() {
        char[] table = new char[1 << 16];
        for (int i = 0; i < table.length; i++) table[i] = (char) i;
        String pairs = pairs().replace("\n", "");
        for (int i = 0; i < pairs.length(); i += 2) table[pairs.charAt(i)] = pairs.charAt(i + 1);
        return table;
    }

    private static String pairs() {
        try (InputStream in = requireNonNull(SimplifiedHan.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
