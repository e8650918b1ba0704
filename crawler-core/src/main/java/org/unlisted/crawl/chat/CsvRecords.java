package org.unlisted.crawl.chat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Records of a CSV file, RFC 4180, whose fields may hold line breaks in quotes. A quote that is never closed costs its
 * own line and no other. Not thread-safe.
 */
final class CsvRecords {
    /** A message is never longer; a quote that is still open by then was never closed. */
    private static final int MOST_LINES = 500;

    private static final int LONGEST = 1 << 20;

    private final Lines lines;
    private final Deque<Lines.Line> again = new ArrayDeque<>();

    CsvRecords(Lines lines) {
        this.lines = lines;
    }

    /** @param whole false where a quote is not closed or the line too long: the fields are a guess */
    record Row(long line, List<String> fields, boolean whole) {}

    Optional<Row> next() throws IOException {
        Optional<Lines.Line> first = line();
        if (first.isEmpty()) return Optional.empty();
        long number = first.get().number();
        List<Lines.Line> taken = new ArrayList<>(List.of(first.get()));
        StringBuilder text = new StringBuilder(first.get().text());
        boolean whole = first.get().whole() && text.length() <= LONGEST;
        long quotes = quotes(first.get().text());
        while (whole && quotes % 2 != 0) {
            boolean room = taken.size() < MOST_LINES && text.length() < LONGEST;
            Optional<Lines.Line> more = room ? line() : Optional.empty();
            if (more.isEmpty()) {
                for (int i = taken.size() - 1; i > 0; i--) again.addFirst(taken.get(i));
                return Optional.of(new Row(number, fields(cut(first.get().text())), false));
            }
            taken.add(more.get());
            text.append('\n').append(more.get().text());
            quotes += quotes(more.get().text());
        }
        return Optional.of(new Row(number, fields(whole ? text.toString() : cut(text.toString())), whole));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private Optional<Lines.Line> line() throws IOException {
        return again.isEmpty() ? lines.next() : Optional.of(again.removeFirst());
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '"').count();
    }

    private static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                field.append('"');
                i++;
            } else if (c == '"' && (quoted || field.isEmpty())) quoted = !quoted;
            else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else field.append(c);
        }
        fields.add(field.toString());
        return fields;
    }
}
