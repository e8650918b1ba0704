package org.unlisted.crawl.listing;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cache that keeps every object once and refers to it by key, as Apollo's does: {@code {"__ref": "User:5"}}, in older
 * versions {@code {"type": "id", "id": "User:5"}}. Read as the tree that was meant.
 */
final class NormalizedState {
    private static final String ROOT = "ROOT_QUERY";
    /** An item, its seller, the seller's picture. */
    private static final int DEEPEST = 4;
    private static final int MOST_DOWN = 5;

    private final JsonNode cache;
    private int budget = 20_000;

    private NormalizedState(JsonNode cache) {
        this.cache = cache;
    }

    /** The state with what its objects refer to put in; itself where there is no such cache. */
    static JsonNode resolved(JsonNode state) {
        return cache(state, 0).map(c -> new NormalizedState(c).whole()).orElse(state);
    }

    private static Optional<JsonNode> cache(JsonNode state, int depth) {
        if (!state.isObject() || depth > MOST_DOWN) return Optional.empty();
        if (state.has(ROOT)) return Optional.of(state);
        for (Map.Entry<String, JsonNode> field : state.properties()) {
            Optional<JsonNode> inner = cache(field.getValue(), depth + 1);
            if (inner.isPresent()) return inner;
        }
        return Optional.empty();
    }

    private JsonNode whole() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : cache.properties())
            out.set(field.getKey(), field.getKey().startsWith(ROOT) ? field.getValue() : filled(field.getValue(), 0));
        return out;
    }

    private JsonNode filled(JsonNode node, int depth) {
        if (--budget < 0 || !node.isContainer()) return node;
        if (node.isArray()) {
            ArrayNode out = JsonNodeFactory.instance.arrayNode();
            for (JsonNode child : node) out.add(filled(child, depth));
            return out;
        }
        String key = node.path("__ref").asString("");
        if (key.isEmpty() && node.path("type").asString("").equals("id")) key = node.path("id").asString("");
        if (!key.isEmpty() && cache.path(key).isObject()) return depth < DEEPEST ? filled(cache.path(key), depth + 1) : node;
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) out.set(field.getKey(), filled(field.getValue(), depth));
        return out;
    }
}
