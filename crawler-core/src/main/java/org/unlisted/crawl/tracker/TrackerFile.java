package org.unlisted.crawl.tracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One YAML file: a list of trackers. All comments, or empty, is no tracker. */
final class TrackerFile {
    private static final Set<String> KEYS = new TreeSet<>(
            Set.of("id", "owner", "languages", "note", "query", "label", "pause"));
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Path file;

    TrackerFile(Path file) {
        this.file = file;
    }

    List<Tracker> read() throws IOException {
        JsonNode root;
        try {
            root = YAML.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw wrong("is not YAML: " + e.getOriginalMessage());
        }
        if (root.isMissingNode() || root.isNull()) return List.of();
        if (!root.isArray()) throw wrong("holds no list: begin each tracker with '- id: '");
        List<Tracker> trackers = new ArrayList<>();
        for (int i = 0; i < root.size(); i++) trackers.add(tracker(root.get(i), i + 1));
        return trackers;
    }

    /** Something wrong with a tracker of this file. */
    TrackerException wrong(String id, String what) {
        return wrong("tracker '" + id + "': " + what);
    }

    private TrackerException wrong(String what) {
        return new TrackerException("tracker file " + file + ": " + what);
    }

    /** @param number from 1, for a tracker that has no id to be named by */
    private Tracker tracker(JsonNode node, int number) throws TrackerException {
        if (!node.isObject()) throw wrong("tracker number " + number + " is no mapping: write id: and query: under it");
        String id = node.path("id").asString("number " + number);
        for (String key : node.propertyNames())
            if (!KEYS.contains(key))
                throw wrong(id, "unknown key '" + key + "'; known are " + String.join(", ", KEYS));
        try {
            return new Tracker(
                    need(node, "id"),
                    find(node, "owner"),
                    languages(node.path("languages")),
                    find(node, "note"),
                    need(node, "query"),
                    find(node, "label").orElse(Tracker.REVIEW),
                    pause(node.path("pause")));
        } catch (IllegalArgumentException e) {
            throw wrong(id, String.valueOf(e.getMessage()));
        }
    }

    private static String need(JsonNode node, String key) {
        return find(node, key).orElseThrow(() -> new IllegalArgumentException(key + " is missing: write it"));
    }

    private static Optional<String> find(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) return Optional.empty();
        if (!value.isString() || value.stringValue().isBlank())
            throw new IllegalArgumentException(key + ": use a text, in quotes if it looks like a number");
        return Optional.of(value.stringValue().strip());
    }

    private static List<String> languages(JsonNode value) {
        if (value.isMissingNode()) return List.of();
        if (!value.isArray()) throw new IllegalArgumentException("languages: use a list such as [zh, vi]");
        List<String> languages = new ArrayList<>();
        for (JsonNode language : value) languages.add(language.asString(""));
        return languages;
    }

    private static boolean pause(JsonNode value) {
        if (value.isMissingNode()) return false;
        if (!value.isBoolean()) throw new IllegalArgumentException("pause: use true or false");
        return value.booleanValue();
    }
}
