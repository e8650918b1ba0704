package org.unlisted.crawl.listing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data that a page carries for its own scripts: {@code window.__INITIAL_STATE__ = {…}}, {@code JSON.parse("…")},
 * Next's and Nuxt's, JSON scripts, JSON in attributes.
 */
final class ScriptStates {
    /** Characters of scripts looked at on one page. */
    private static final int MOST = 6_000_000;
    private static final int SHORTEST = 30;
    private static final int DEEPEST = 40;
    private static final String PARSE = "JSON.parse(";

    private final List<JsonNode> states = new ArrayList<>();
    private int budget = MOST;

    private ScriptStates() {}

    static List<JsonNode> of(PageMap map) {
        ScriptStates found = new ScriptStates();
        StringBuilder flight = new StringBuilder();
        for (Element script : map.scripts()) found.script(script, flight);
        if (!flight.isEmpty()) found.flight(flight.toString());
        for (Element e : map.states())
            for (String name : new String[] {"data-page", "data-props", "data-state", "data-initial-state", "data-react-props"}) {
                String value = e.attr(name).strip();
                if (value.length() > SHORTEST && (value.startsWith("{") || value.startsWith("["))) found.add(value);
            }
        return found.states.stream().map(NormalizedState::resolved).toList();
    }

    private void script(Element script, StringBuilder flight) {
        String type = script.attr("type").toLowerCase(Locale.ROOT);
        if (type.contains("ld+json")) return;
        String data = script.data();
        if (data.length() < SHORTEST || data.length() > budget || !mayHaveItems(data)) return;
        budget -= data.length();
        if (script.id().equals("__NUXT_DATA__")) states.add(revived(JsLiteral.read(data)));
        else if (type.contains("json")) add(data.strip());
        else if (type.isEmpty() || type.contains("javascript") || type.equals("module")) assignments(data, flight);
    }

    /** A page has dozens of scripts, and one with the data. */
    private static boolean mayHaveItems(String data) {
        boolean named = data.contains("itle") || data.contains("ubject") || data.contains("ame");
        return named && (data.contains("rice") || data.contains("desc") || data.contains("Desc") || data.contains("mount")
                || data.contains("ontent") || data.contains("body"));
    }

    private void add(String json) {
        String trimmed = json.startsWith("<!--") ? json.substring(4).strip() : json;
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) states.add(JsLiteral.read(trimmed));
        else if (trimmed.startsWith("%7B") || trimmed.startsWith("%5B")) percent(trimmed);
    }

    private void percent(String text) {
        try {
            String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (decoded.startsWith("{") || decoded.startsWith("[")) states.add(JsLiteral.read(decoded));
        } catch (IllegalArgumentException e) {
            return; // not percent-encoded
        }
    }

    /** What is assigned, and what is parsed, anywhere in the script; each stretch is read once. */
    private void assignments(String data, StringBuilder flight) {
        int at = 0;
        while (at < data.length()) {
            char c = data.charAt(at);
            if (c == '=') at = assigned(data, at);
            else if (c == 'J' && data.startsWith(PARSE, at)) at = parsed(data, at + PARSE.length());
            else if (c == '_' && data.startsWith("__next_f.push(", at)) at = flightPart(data, at + 14, flight);
            else at++;
        }
    }

    private int assigned(String data, int equals) {
        int at = equals + 1;
        boolean comparison = (at < data.length() && (data.charAt(at) == '=' || data.charAt(at) == '>'))
                || (equals > 0 && "=!<>".indexOf(data.charAt(equals - 1)) >= 0);
        if (comparison) return at;
        while (at < data.length() && Character.isWhitespace(data.charAt(at))) at++;
        if (at >= data.length()) return at;
        char c = data.charAt(at);
        if (c == '{' || c == '[') {
            JsLiteral literal = new JsLiteral(data, at, Map.of());
            JsonNode node = literal.value();
            if (literal.position() - at >= SHORTEST) states.add(node);
            return Math.max(at + 1, literal.position());
        }
        if (c == '"' || c == '\'') {
            JsLiteral literal = new JsLiteral(data, at, Map.of());
            String text = literal.string().strip();
            if (text.length() > SHORTEST) add(text);
            return literal.position();
        }
        if (c == '(' && data.startsWith("(function(", at)) return called(data, at);
        return at;
    }

    private int parsed(String data, int from) {
        int at = from;
        while (at < data.length() && Character.isWhitespace(data.charAt(at))) at++;
        for (String decoder : new String[] {"decodeURIComponent(", "decodeURI(", "unescape("})
            if (data.startsWith(decoder, at)) at += decoder.length();
        if (at >= data.length() || "\"'`".indexOf(data.charAt(at)) < 0) return at;
        JsLiteral literal = new JsLiteral(data, at, Map.of());
        add(literal.string().strip());
        return literal.position();
    }

    /** Nuxt 2: {@code (function(a,b){return {x:a}}(1,2))}. */
    private int called(String data, int from) {
        int open = data.indexOf('(', from + 1);
        int close = data.indexOf(')', open);
        int body = close < 0 ? -1 : data.indexOf('{', close);
        int result = body < 0 ? -1 : data.indexOf("return", body);
        if (result < 0 || close - open > 20_000) return from + 1;
        JsLiteral skipped = new JsLiteral(data, body, Map.of());
        skipped.skipBalanced();
        int arguments = data.indexOf('(', Math.max(skipped.position() - 1, body));
        Map<String, JsonNode> names = new HashMap<>();
        if (arguments >= 0) {
            JsonNode values = JsLiteral.read("[" + inside(data, arguments) + "]");
            String[] parameters = data.substring(open + 1, close).split(",", -1);
            for (int i = 0; i < parameters.length && i < values.size(); i++) names.put(parameters[i].strip(), values.get(i));
        }
        int value = result + "return".length();
        JsLiteral literal = new JsLiteral(data, value, names);
        states.add(literal.value());
        return Math.max(literal.position(), skipped.position());
    }

    private static String inside(String data, int bracket) {
        JsLiteral skipped = new JsLiteral(data, bracket, Map.of());
        skipped.skipBalanced();
        return data.substring(bracket + 1, Math.max(bracket + 1, skipped.position() - 1));
    }

    /** Next's app router streams its data as pieces of text. */
    private static int flightPart(String data, int from, StringBuilder flight) {
        JsLiteral literal = new JsLiteral(data, from, Map.of());
        JsonNode piece = literal.value();
        if (piece.isArray() && piece.path(1).isString()) flight.append(piece.path(1).asString());
        return Math.max(from, literal.position());
    }

    /** Lines of {@code id:JSON}. */
    private void flight(String text) {
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon < 0 || colon > 8 || colon + 1 >= line.length()) continue;
            char c = line.charAt(colon + 1);
            if ((c == '{' || c == '[') && mayHaveItems(line)) states.add(JsLiteral.read(line.substring(colon + 1)));
        }
    }

    /** Nuxt 3 writes its data flat: every number in an object is the place of its value in the array. */
    private static JsonNode revived(JsonNode flat) {
        return flat.isArray() && !flat.isEmpty() ? revived(flat, 0, 0, new int[] {100_000}) : flat;
    }

    private static JsonNode revived(JsonNode flat, int index, int depth, int[] budget) {
        JsonNode value = flat.path(index);
        if (depth > DEEPEST || --budget[0] < 0) return JsonNodeFactory.instance.nullNode();
        if (value.isObject()) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(p -> out.set(p.getKey(), referred(flat, p.getValue(), depth, budget)));
            return out;
        }
        if (!value.isArray()) return value;
        boolean wrapper = value.size() == 2 && value.path(0).isString();
        if (wrapper) return referred(flat, value.path(1), depth, budget); // ["Reactive", 1]
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        value.forEach(v -> out.add(referred(flat, v, depth, budget)));
        return out;
    }

    private static JsonNode referred(JsonNode flat, JsonNode reference, int depth, int[] budget) {
        return reference.isNumber() ? revived(flat, reference.asInt(-1), depth + 1, budget) : reference;
    }
}
