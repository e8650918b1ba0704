package org.unlisted.crawl.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What an object of an export says around its messages: names, versions, and which keys it has. */
final class Frame {
    /** Small objects in which exporters say what they are and which chat this is. */
    private static final Set<String> TOLD =
            Set.of("chatlab", "meta", "metadata", "chatInfo", "chunked", "guild", "channel", "weflow", "session");

    private static final int MOST_KEYS = 40;
    private static final int LONGEST_VALUE = 500;

    private final Map<String, JsonNode> objects = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final List<String> keys = new ArrayList<>();

    /** The name of the file without its ending: the name of a chat that has no other. */
    private final String file;

    Frame(String file) {
        this.file = file;
    }

    static Frame of(String file, JsonNode object) {
        Frame frame = new Frame(file);
        object.properties().forEach(field -> {
            frame.key(field.getKey());
            if (TOLD.contains(field.getKey())) frame.objects.put(field.getKey(), field.getValue());
        });
        return frame;
    }

    void put(String key, JsonNode object) {
        objects.put(key, object);
    }

    String file() {
        return file;
    }

    void key(String name) {
        if (keys.size() < MOST_KEYS) keys.add(Remarks.plain(name, 30));
    }

    List<String> keys() {
        return keys;
    }

    /** Whether the object that the parser stands on was taken; if not it is still to be skipped. */
    boolean take(String key, JsonParser json) {
        if (!TOLD.contains(key)) return false;
        objects.put(key, JsonTrees.read(json).node());
        return true;
    }

    /** @param data an AIL feeder's message, which is as long as it is */
    void take(String key, String value, boolean data) {
        if (values.size() < MOST_KEYS && (data || value.length() <= LONGEST_VALUE)) values.put(key, value);
    }

    boolean has(String object) {
        return objects.containsKey(object);
    }

    JsonNode object(String key) {
        return objects.getOrDefault(key, MissingNode.getInstance());
    }

    boolean says(String key) {
        return values.containsKey(key);
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }
}
