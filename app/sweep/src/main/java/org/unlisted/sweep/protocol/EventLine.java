package org.unlisted.sweep.protocol;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Orders and events as single lines of JSON, both ways. Thread-safe. */
public final class EventLine {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

    private EventLine() {}

    /** One line, without its end. */
    public static String of(SweepEvent event) {
        return MAPPER.writerFor(SweepEvent.class).writeValueAsString(event);
    }

    /** One line, without its end. */
    public static String of(SweepOrder order) {
        return MAPPER.writeValueAsString(order);
    }

    /**
     * Reads an event back.
     *
     * @throws IllegalArgumentException if the line is not an event of this protocol
     */
    public static SweepEvent event(String line) {
        return read(line, SweepEvent.class);
    }

    /**
     * Reads an order back.
     *
     * @throws IllegalArgumentException if the line is not an order; the message never repeats the line, it has keys
     */
    public static SweepOrder order(String line) {
        return read(line, SweepOrder.class);
    }

    private static <T> T read(String line, Class<T> type) {
        try {
            return MAPPER.readValue(line, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a line of the sweep protocol: " + e.getOriginalMessage());
        }
    }
}
