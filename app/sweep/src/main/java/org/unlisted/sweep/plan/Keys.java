package org.unlisted.sweep.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One mapping of a file and the way to it. Whatever is wrong is named by file and key. */
final class Keys {
    private final String file;
    private final JsonNode node;
    private final String path;

    /**
     * The mapping.
     *
     * @param file what messages begin with
     * @param path from the root, with a dot at its end; empty for the root
     */
    Keys(String file, JsonNode node, String path) throws PlanException {
        this.file = file;
        this.node = node;
        this.path = path;
        if (!node.isObject()) throw wrong(path.isEmpty() ? "is empty, or no mapping" : path.substring(0, path.length() - 1) + " is not a mapping");
    }

    PlanException wrong(String what) {
        return new PlanException(file + ": " + what);
    }

    String at(String key) {
        return path + key;
    }

    JsonNode node() {
        return node;
    }

    void allow(Set<String> known) throws PlanException {
        for (String key : node.propertyNames())
            if (!known.contains(key))
                throw wrong("unknown key '" + at(key) + "'; known here: "
                        + String.join(", ", known.stream().sorted().toList()));
    }

    JsonNode get(String key) throws PlanException {
        return find(key).orElseThrow(() -> wrong(at(key) + " is missing"));
    }

    Optional<JsonNode> find(String key) {
        return Optional.ofNullable(node.get(key)).filter(n -> !n.isNull());
    }

    /** The same place of the same file, with other content. */
    Keys with(JsonNode content) throws PlanException {
        return new Keys(file, content, path);
    }

    /** A mapping in a list. */
    Keys entry(String list, int index) throws PlanException {
        return new Keys(file, get(list).get(index), at(list) + "[" + index + "].");
    }

    /** A mapping within this one; empty where it is not there. */
    Keys inner(String key, Set<String> known) throws PlanException {
        Optional<JsonNode> value = find(key);
        Keys keys = new Keys(file, value.isPresent() ? value.get() : JsonNodeFactory.instance.objectNode(), at(key) + ".");
        keys.allow(known);
        return keys;
    }

    String text(String key) throws PlanException {
        JsonNode value = get(key);
        String text = value.isValueNode() ? value.asString("").strip() : "";
        if (text.isEmpty()) throw wrong(at(key) + " is empty");
        return text;
    }

    Optional<String> findText(String key) throws PlanException {
        return find(key).isPresent() ? Optional.of(text(key)) : Optional.empty();
    }

    List<String> texts(String key) throws PlanException {
        Optional<JsonNode> list = find(key);
        List<String> texts = new ArrayList<>();
        if (list.isEmpty()) return texts;
        if (!list.get().isArray()) throw wrong(at(key) + ": needs a list");
        for (JsonNode entry : list.get()) {
            String text = entry.isValueNode() ? entry.asString("").strip() : "";
            if (text.isEmpty()) throw wrong(at(key) + ": an entry is empty or no text");
            texts.add(text);
        }
        return texts;
    }

    boolean flag(String key, boolean otherwise) throws PlanException {
        Optional<JsonNode> value = find(key);
        if (value.isPresent() && !value.get().isBoolean()) throw wrong(at(key) + ": use true or false");
        return value.map(JsonNode::booleanValue).orElse(otherwise);
    }

    int number(String key, int otherwise, int min, int max) throws PlanException {
        Optional<JsonNode> value = find(key);
        if (value.isEmpty()) return otherwise;
        if (!value.get().isInt() || value.get().intValue() < min || value.get().intValue() > max)
            throw wrong(at(key) + ": use a whole number from " + min + " to " + max);
        return value.get().intValue();
    }

    long bytes(String key, long otherwise, long min, long max) throws PlanException {
        Optional<String> text = findText(key);
        if (text.isEmpty()) return otherwise;
        long bytes = Quantity.bytes(text.get())
                .orElseThrow(() -> wrong(at(key) + ": '" + text.get() + "' is no size; write 500MB, 2GB or 1TB"));
        if (bytes < min || bytes > max)
            throw wrong(at(key) + ": " + text.get() + " is outside " + Quantity.text(min) + " to " + Quantity.text(max));
        return bytes;
    }

    Duration duration(String key, Duration otherwise, Duration min, Duration max) throws PlanException {
        Optional<String> text = findText(key);
        if (text.isEmpty()) return otherwise;
        Duration duration = Quantity.duration(text.get())
                .orElseThrow(() -> wrong(at(key) + ": '" + text.get() + "' is no time; write 90s, 30m, 12h or 30d"));
        if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0)
            throw wrong(at(key) + ": " + text.get() + " is outside " + Quantity.text(min) + " to " + Quantity.text(max));
        return duration;
    }

    LocalDate date(String key) throws PlanException {
        String text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(at(key) + ": '" + text + "' is no date; write 2026-11-30");
        }
    }
}
