package org.unlisted.crawl.chat;

import java.io.Reader;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads parts of a JSON document into trees of a bounded size. */
final class JsonTrees {
    /** A message has some hundred; what has more is no message. */
    private static final int MOST_NODES = 20_000;

    private static final int MOST_CHARS = JsonMender.LONGEST_STRING + (1 << 20);

    /** Large, and of no use here: other people's reactions, avatars in base64, markup of what is there as text. */
    private static final Set<String> LEFT_OUT = Set.of(
            "reactions",
            "rawMessage",
            "html",
            "avatar",
            "avatarBase64",
            "avatars",
            "text_entities",
            "inline_bot_buttons",
            "inlineEmojis",
            "mentions",
            "participants",
            "senders",
            "ai_analysis");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The limits of {@link JsonMender} come first; Jackson's own would end the reading. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(2 * JsonMender.LONGEST_STRING)
                            .maxNameLength(2 * JsonMender.LONGEST_STRING)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build())
            .build();

    private JsonTrees() {}

    static JsonParser parser(Reader mended) {
        return MAPPER.createParser(mended);
    }

    /**
     * A tree, and whether it is all that was there.
     *
     * @param whole false where it was too large and the rest was left out
     */
    record Tree(JsonNode node, boolean whole) {}

    /** The value that the parser stands on; afterwards it stands on that value's end. */
    static Tree read(JsonParser json) {
        Budget budget = new Budget();
        JsonNode node = value(json, budget);
        return new Tree(node, !budget.spent());
    }

    private static final class Budget {
        private int nodes = MOST_NODES;
        private int chars = MOST_CHARS;

        boolean spent() {
            return nodes < 0 || chars < 0;
        }

        boolean take(int characters) {
            nodes--;
            chars -= Math.min(characters, MOST_CHARS);
            return !spent();
        }
    }

    private static JsonNode value(JsonParser json, Budget budget) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json, budget);
            case START_ARRAY -> array(json, budget);
            case VALUE_STRING -> {
                String text = json.getString();
                yield budget.take(text.length()) ? NODES.stringNode(text) : NODES.nullNode();
            }
            case VALUE_NUMBER_INT -> {
                budget.take(1);
                String digits = json.getString();
                yield digits.length() <= 18 ? NODES.numberNode(Long.parseLong(digits)) : NODES.stringNode(digits);
            }
            case VALUE_NUMBER_FLOAT -> {
                budget.take(1);
                double number = json.getValueAsDouble(0);
                yield Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                budget.take(1);
                yield NODES.booleanNode(json.currentToken() == JsonToken.VALUE_TRUE);
            }
            case null, default -> {
                budget.take(1);
                yield NODES.nullNode();
            }
        };
    }

    private static JsonNode object(JsonParser json, Budget budget) {
        ObjectNode node = NODES.objectNode();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (LEFT_OUT.contains(name) || !budget.take(name.length())) json.skipChildren();
            else node.set(name, value(json, budget));
        }
        return node;
    }

    private static JsonNode array(JsonParser json, Budget budget) {
        ArrayNode node = NODES.arrayNode();
        while (json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
            if (budget.spent()) json.skipChildren();
            else node.add(value(json, budget));
        }
        return node;
    }
}
