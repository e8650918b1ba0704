package org.unlisted.console.hunt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A plan as its author wrote it, from which single sources are taken with all their settings, also those that only the
 * plan's reader understands.
 */
final class OriginalPlan {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?}");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final ObjectNode root;

    private OriginalPlan(ObjectNode root) {
        this.root = root;
    }

    /** Reads a plan; empty where it is gone or no YAML. */
    static Optional<OriginalPlan> find(Path file, Map<String, String> variables) {
        try {
            JsonNode root = YAML.readTree(replaced(Files.readString(file), variables));
            return root instanceof ObjectNode object ? Optional.of(new OriginalPlan(object)) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** A copy of the settings that are the whole plan's. */
    ObjectNode head() {
        ObjectNode head = root.deepCopy();
        head.remove("sources");
        return head;
    }

    /** A copy of a source on the web that is not turned off. */
    Optional<ObjectNode> source(String id) {
        for (JsonNode source : root.path("sources"))
            if (source instanceof ObjectNode web
                    && web.path("id").asString("").equals(id)
                    && web.path("type").asString("web").equals("web")
                    && web.path("enabled").asBoolean(true)) return Optional.of(web.deepCopy());
        return Optional.empty();
    }

    /** Before it is parsed, as the plan's reader does it: a number may come out of a variable. */
    private static String replaced(String text, Map<String, String> variables) {
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.replaceAll(m -> {
            String value = variables.getOrDefault(m.group(1), m.group(2));
            return Matcher.quoteReplacement(value == null ? m.group() : value);
        });
    }
}
