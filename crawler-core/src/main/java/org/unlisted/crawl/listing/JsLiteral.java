package org.unlisted.crawl.listing;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one JSON or JavaScript literal as pages have them: bare keys, single quotes, {@code undefined}, {@code !0},
 * comments, calls and functions in between (read as null), and text that breaks off in the middle (what was there until
 * then). Jackson's lenient features stop at the first of these that they do not know; this never throws. Depth, nodes
 * and time are bounded by the input, which is read once.
 */
final class JsLiteral {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 100;
    private static final int MOST = 400_000;

    private final String s;
    private final Map<String, JsonNode> names;
    private int at;
    private int nodes;

    /** Reads from a position; identifiers found in {@code names} are replaced by what they stand for. */
    JsLiteral(String source, int at, Map<String, JsonNode> names) {
        this.s = source;
        this.at = at;
        this.names = names;
    }

    static JsonNode read(String source) {
        return new JsLiteral(source, 0, Map.of()).value();
    }

    JsonNode value() {
        return value(0);
    }

    /** Behind the last character that was read. */
    int position() {
        return at;
    }

    private JsonNode value(int depth) {
        blanks();
        nodes++;
        if (at >= s.length()) return NODES.nullNode();
        char c = s.charAt(at);
        if (c == '{' || c == '[') {
            if (depth >= DEEPEST || nodes > MOST) {
                skipBalanced();
                return NODES.nullNode();
            }
            return c == '{' ? object(depth) : array(depth);
        }
        if (c == '"' || c == '\'' || c == '`') return concatenated();
        JsonNode simple = simple(c);
        blanks();
        if (at < s.length() && ",}]".indexOf(s.charAt(at)) < 0) { // an expression: not a literal
            if (depth > 0) skipExpression();
        }
        return simple;
    }

    private ObjectNode object(int depth) {
        ObjectNode node = NODES.objectNode();
        at++;
        while (true) {
            blanks();
            if (at >= s.length()) return node;
            char c = s.charAt(at);
            if (c == '}') {
                at++;
                return node;
            }
            if (c == ',' || c == ';') {
                at++;
                continue;
            }
            if (c == ']' || c == ')') return node; // not ours: broken text
            String key = key();
            blanks();
            if (at < s.length() && s.charAt(at) == ':') {
                at++;
                node.set(key, value(depth + 1));
            } else skipExpression(); // a method, a spread, a shorthand
        }
    }

    private ArrayNode array(int depth) {
        ArrayNode node = NODES.arrayNode();
        at++;
        while (true) {
            blanks();
            if (at >= s.length()) return node;
            char c = s.charAt(at);
            if (c == ']') {
                at++;
                return node;
            }
            if (c == ',') at++;
            else if (c == '}' || c == ')') return node;
            else {
                int before = at;
                node.add(value(depth + 1));
                if (at == before) at++;
            }
        }
    }

    private String key() {
        char c = s.charAt(at);
        if (c == '"' || c == '\'' || c == '`') return string();
        int from = at;
        while (at < s.length() && isName(s.charAt(at))) at++;
        if (at == from) at++;
        return s.substring(from, at);
    }

    /** A string, or several joined by a plus sign. */
    private JsonNode concatenated() {
        StringBuilder out = new StringBuilder(string());
        while (true) {
            int before = at;
            blanks();
            if (at >= s.length() || s.charAt(at) != '+') {
                at = before;
                blanks();
                if (at < s.length() && s.charAt(at) == '.') skipExpression(); // "a".concat(b)
                return NODES.stringNode(out.toString());
            }
            at++;
            blanks();
            if (at < s.length() && (s.charAt(at) == '"' || s.charAt(at) == '\'' || s.charAt(at) == '`')) out.append(string());
            else {
                skipExpression();
                return NODES.stringNode(out.toString());
            }
        }
    }

    /** The string literal at the position. */
    String string() {
        char quote = s.charAt(at++);
        int plain = at;
        while (plain < s.length() && s.charAt(plain) != quote && s.charAt(plain) != '\\') plain++;
        if (plain >= s.length() || s.charAt(plain) == quote) {
            String all = s.substring(at, plain);
            at = Math.min(s.length(), plain + 1);
            return all;
        }
        StringBuilder out = new StringBuilder(s.substring(at, plain));
        at = plain;
        while (at < s.length()) {
            char c = s.charAt(at++);
            if (c == quote) return out.toString();
            if (c != '\\' || at >= s.length()) out.append(c);
            else escape(out);
        }
        return out.toString();
    }

    private void escape(StringBuilder out) {
        char c = s.charAt(at++);
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'b', 'f', 'v' -> out.append(' ');
            case '\n' -> {}
            case 'u' -> code(out, s.startsWith("{", at) ? s.indexOf('}', at) - at + 1 : 4);
            case 'x' -> code(out, 2);
            default -> out.append(c);
        }
    }

    private void code(StringBuilder out, int length) {
        if (length < 2 || length > 8 || at + length > s.length()) return;
        String hex = s.substring(at, at + length).replace("{", "").replace("}", "");
        try {
            int code = Integer.parseInt(hex, 16);
            if (Character.isValidCodePoint(code)) out.appendCodePoint(code);
            at += length;
        } catch (NumberFormatException e) {
            out.append('u'); // not an escape after all
        }
    }

    private JsonNode simple(char c) {
        if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) return number();
        if (c == '!') {
            int from = at;
            while (at < s.length() && s.charAt(at) == '!') at++;
            if (at < s.length() && (s.charAt(at) == '0' || s.charAt(at) == '1')) {
                boolean odd = (at - from) % 2 == 1;
                return NODES.booleanNode((s.charAt(at++) == '0') == odd);
            }
            return NODES.nullNode();
        }
        int from = at;
        while (at < s.length() && isName(s.charAt(at))) at++;
        String name = s.substring(from, at);
        return switch (name) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            case "" -> {
                if (at < s.length() && ",}]".indexOf(s.charAt(at)) < 0) skipExpression();
                yield NODES.nullNode();
            }
            default -> names.getOrDefault(name, NODES.nullNode());
        };
    }

    private JsonNode number() {
        int from = at;
        while (at < s.length() && "+-.0123456789eExXabcdfABCDFn_".indexOf(s.charAt(at)) >= 0) at++;
        String digits = s.substring(from, at).replace("_", "");
        try {
            if (digits.length() <= 40 && digits.indexOf('x') < 0) {
                BigDecimal value = new BigDecimal(digits.endsWith("n") ? digits.substring(0, digits.length() - 1) : digits);
                if (Math.abs(value.scale()) <= 60) return NODES.numberNode(value);
            }
        } catch (NumberFormatException e) {
            return NODES.stringNode(digits); // 2026-09-12, unquoted
        }
        return NODES.stringNode(digits);
    }

    /** To the comma or bracket that ends it. */
    private void skipExpression() {
        int depth = 0;
        while (at < s.length()) {
            char c = s.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                string();
                continue;
            }
            if (c == '{' || c == '[' || c == '(') depth++;
            else if (c == '}' || c == ']' || c == ')') {
                if (depth == 0) return;
                depth--;
            } else if (c == ',' && depth == 0) return;
            at++;
        }
    }

    /** Over the bracket at the position and all that it holds. */
    void skipBalanced() {
        int depth = 0;
        while (at < s.length()) {
            char c = s.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                string();
                continue;
            }
            at++;
            if (c == '{' || c == '[' || c == '(') depth++;
            else if ((c == '}' || c == ']' || c == ')') && --depth <= 0) return;
        }
    }

    private void blanks() {
        while (at < s.length()) {
            char c = s.charAt(at);
            if (c == '/' && s.startsWith("/*", at)) {
                int end = s.indexOf("*/", at + 2);
                at = end < 0 ? s.length() : end + 2;
            } else if (c == '/' && s.startsWith("//", at)) {
                int end = s.indexOf('\n', at);
                at = end < 0 ? s.length() : end;
            } else if (c <= ' ' || c == '\u00A0' || c == '\uFEFF' || c == '\u2028' || c == '\u2029') at++;
            else return;
        }
    }

    private static boolean isName(char c) {
        return c == '_' || c == '$' || c == '-' || c == '.' || Character.isLetterOrDigit(c);
    }
}
