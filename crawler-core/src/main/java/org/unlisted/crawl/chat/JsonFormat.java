package org.unlisted.crawl.chat;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One exporter's JSON: how to tell it, and how to read one of its messages. Implementations keep no state. */
interface JsonFormat {
    String name();

    /** Whether what stands around the messages is this exporter's. */
    boolean claims(Frame frame);

    /** Whether a message has this exporter's fields. */
    boolean fits(Frame frame, JsonNode message);

    Reading read(Frame frame, JsonNode message);

    /** The version of the format, where the file says it. */
    default Optional<String> version(Frame frame) {
        return Optional.empty();
    }

    /** Versions whose fields are known. */
    default boolean knows(String version) {
        return true;
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
