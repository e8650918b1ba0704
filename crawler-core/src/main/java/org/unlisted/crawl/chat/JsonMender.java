package org.unlisted.crawl.chat;

import java.io.IOException;
import java.io.Reader;

/**
 * Passes JSON on and mends on the way what would end its reading, in constant memory:
 * <ul>
 *   <li>escapes that are none, such as {@code \x01} (Telegram Desktop, tdesktop #27571): the character they mean;
 *   <li>values without quotes, such as {@code "document_id": video_files/sticker (2).webm} (tdesktop #24961): quoted to
 *       the end of their line;
 *   <li>strings longer than {@link #LONGEST_STRING} characters: cut; containers deeper than {@link #DEEPEST}: null;
 *       numbers longer than {@link #LONGEST_NUMBER}: quoted.
 * </ul>
 * It does not check JSON: what is broken otherwise stays so. Not thread-safe.
 */
final class JsonMender extends Reader {
    static final int LONGEST_STRING = 12 << 20;
    static final int DEEPEST = 100;
    static final int LONGEST_NUMBER = 40;

    private static final int BUFFER = 1 << 15;
    private static final int LONGEST_BARE = 2000;

    private enum State {
        /** Between tokens. */
        OUTSIDE,
        /** In a string. */
        STRING,
        /** In a container that is too deep: its braces are counted, nothing is passed on. */
        DEEP,
        DEEP_STRING
    }

    private final Reader in;
    private final char[] source = new char[BUFFER];
    private int at;
    private int end;
    private final StringBuilder out = new StringBuilder(BUFFER + 64);
    private int taken;
    private State state = State.OUTSIDE;
    private int depth;
    private int deep;
    private int length;
    private boolean done;
    private long cutStrings;
    private long cutContainers;

    JsonMender(Reader in) {
        this.in = in;
    }

    /** Strings that were longer than they may be. */
    long cutStrings() {
        return cutStrings;
    }

    /** Containers that were deeper than they may be. */
    long cutContainers() {
        return cutContainers;
    }

    @Override
    public int read(char[] into, int offset, int count) throws IOException {
        if (count == 0) return 0;
        while (taken == out.length()) {
            if (done) return -1;
            out.setLength(0);
            taken = 0;
            while (out.length() < BUFFER && !done) step();
        }
        int n = Math.min(count, out.length() - taken);
        out.getChars(taken, taken + n, into, offset);
        taken += n;
        return n;
    }

    private void step() throws IOException {
        if (at == end && !fill()) {
            done = true;
            return;
        }
        switch (state) {
            case OUTSIDE -> outside();
            case STRING -> string();
            case DEEP -> deep();
            case DEEP_STRING -> deepString();
        }
    }

    private boolean fill() throws IOException {
        int n = in.read(source, 0, BUFFER);
        at = 0;
        end = Math.max(0, n);
        return n > 0;
    }

    /** The next character, or -1 at the end. */
    private int peek() throws IOException {
        return at < end || fill() ? source[at] : -1;
    }

    private void outside() throws IOException {
        char c = source[at];
        switch (c) {
            case '"' -> {
                at++;
                out.append(c);
                length = 0;
                state = State.STRING;
            }
            case '{', '[' -> {
                at++;
                if (depth < DEEPEST) {
                    depth++;
                    out.append(c);
                } else {
                    out.append("null");
                    cutContainers++;
                    deep = 1;
                    state = State.DEEP;
                }
            }
            case '}', ']' -> {
                at++;
                if (depth > 0) depth--;
                out.append(c);
            }
            case ',', ':', ' ', '\n', '\r', '\t' -> {
                at++;
                out.append(c);
            }
            default -> bare();
        }
    }

    /** A number, true, false, null: or something that should have been a string. */
    private void bare() throws IOException {
        StringBuilder token = new StringBuilder();
        for (int c = peek(); c >= 0 && ",:{}[]\" \n\r\t".indexOf(c) < 0; c = peek()) {
            at++;
            if (token.length() < LONGEST_BARE) token.append((char) c);
        }
        String word = token.toString();
        if (isLiteral(word)) {
            out.append(word);
            return;
        }
        boolean comma = false;
        for (int c = peek(); c >= 0 && "\n\r}]\"".indexOf(c) < 0; c = peek()) {
            at++;
            if (token.length() < LONGEST_BARE) token.append((char) c);
            if (c > ' ') comma = c == ',';
        }
        String line = token.toString().stripTrailing();
        out.append('"');
        for (char c : (comma && line.endsWith(",") ? line.substring(0, line.length() - 1) : line).toCharArray())
            out.append(c == '\\' || c < ' ' ? ' ' : c);
        out.append(comma ? "\"," : "\"");
    }

    private static boolean isLiteral(String word) {
        if (word.equals("true") || word.equals("false") || word.equals("null")) return true;
        if (word.length() < 18 && word.chars().allMatch(c -> c >= '0' && c <= '9'))
            return !word.startsWith("0") || word.length() == 1;
        return word.length() <= LONGEST_NUMBER && word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?");
    }

    private void string() throws IOException {
        int from = at;
        while (at < end && source[at] != '"' && source[at] != '\\') at++;
        pass(source, from, at - from);
        if (at == end) return;
        if (source[at] == '"') {
            at++;
            out.append('"');
            if (length > LONGEST_STRING) cutStrings++;
            state = State.OUTSIDE;
        } else escape();
    }

    private void pass(char[] chars, int from, int count) {
        int room = Math.max(0, LONGEST_STRING - length);
        out.append(chars, from, Math.min(room, count));
        // Not beyond one more than the limit: a string of gigabytes must not make the count negative.
        length = (int) Math.min(LONGEST_STRING + 1L, (long) length + count);
    }

    private void escape() throws IOException {
        at++; // the backslash
        int c = peek();
        if (c < 0) return;
        at++;
        switch (c) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> whole("\\" + (char) c);
            case 'u' -> hex(4, "u");
            case 'x' -> hex(2, "x");
            default -> whole(String.valueOf((char) c));
        }
    }

    private void hex(int digits, String name) throws IOException {
        StringBuilder code = new StringBuilder();
        for (int c = peek(); code.length() < digits && c >= 0 && Character.digit(c, 16) >= 0 && c < 128; c = peek()) {
            code.append((char) c);
            at++;
        }
        whole(code.length() == digits ? "\\u" + "0".repeat(4 - digits) + code : name + code);
    }

    /** An escape is cut before, never within. */
    private void whole(String escape) {
        if (length > LONGEST_STRING - escape.length()) length = LONGEST_STRING + 1;
        else pass(escape.toCharArray(), 0, escape.length());
    }

    private void deep() {
        char c = source[at++];
        if (c == '"') state = State.DEEP_STRING;
        else if (c == '{' || c == '[') deep++;
        else if ((c == '}' || c == ']') && --deep == 0) state = State.OUTSIDE;
    }

    private void deepString() throws IOException {
        char c = source[at++];
        if (c == '"') state = State.DEEP;
        else if (c == '\\' && peek() >= 0) at++;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
