package org.unlisted.console.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts to be read, from a file or standard input: JSON lines with the fields {@code id} and {@code text}, and if wanted
 * {@code title}, {@code price_text} and {@code lang}; anything that does not begin like JSON is one plain text.
 *
 * <p>One line is held at a time. Broken UTF-8 becomes U+FFFD.
 */
final class TextLines {
    // UTF-16 units of one line; a longer one is no text that somebody wrote.
    private static final int LONGEST = 64 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** One text; fields that are not there are empty. */
    record Item(String id, String title, String text, Optional<String> priceText, Optional<String> language) {}

    private TextLines() {}

    /**
     * Hands over the texts in order.
     *
     * @param name    of the whole, the id of a plain text
     * @param skipped the number of a line and why it cannot be read; the others go on
     */
    static void read(InputStream in, String name, Consumer<Item> texts, BiConsumer<Integer, String> skipped)
            throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        int number = 0;
        while (true) {
            Line line = line(reader);
            if (line.ended()) return;
            number++;
            String text = number == 1 && line.text().startsWith("\uFEFF") ? line.text().substring(1) : line.text();
            if (line.tooLong()) skipped.accept(number, "is longer than " + LONGEST + " characters");
            else if (number == 1 && !looksLikeJson(text) && !text.isBlank()) {
                texts.accept(new Item(name, "", plain(text, reader), Optional.empty(), Optional.empty()));
                return;
            } else if (!text.isBlank()) item(text, number, texts, skipped);
        }
    }

    private static boolean looksLikeJson(String line) {
        return line.stripLeading().startsWith("{");
    }

    private static String plain(String first, BufferedReader reader) throws IOException {
        StringBuilder text = new StringBuilder(first);
        for (Line next = line(reader); !next.ended() && text.length() < LONGEST; next = line(reader))
            text.append('\n').append(next.text());
        return text.toString();
    }

    private static void item(String line, int number, Consumer<Item> texts, BiConsumer<Integer, String> skipped) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            skipped.accept(number, "is not JSON: " + e.getOriginalMessage());
            return;
        }
        if (!node.isObject() || (!node.path("text").isString() && !node.path("title").isString())) {
            skipped.accept(number, "has no text: an object needs the field \"text\"");
            return;
        }
        texts.accept(new Item(
                node.path("id").isValueNode() && !node.path("id").isNull() ? node.path("id").asString() : String.valueOf(number),
                node.path("title").asString(""),
                node.path("text").asString(""),
                field(node, "price_text"),
                field(node, "lang").or(() -> field(node, "language"))));
    }

    private static Optional<String> field(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("")).filter(s -> !s.isBlank());
    }

    /** A line, of which no more than the longest allowed is held. */
    private static Line line(BufferedReader reader) throws IOException {
        int c = reader.read();
        if (c < 0) return new Line("", false, true);
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (text.length() < LONGEST) text.append((char) c);
            else tooLong = true;
        }
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == '\r') text.setLength(end - 1);
        return new Line(text.toString(), tooLong, false);
    }

    private record Line(String text, boolean tooLong, boolean ended) {}
}
