package org.unlisted.sweep.plan;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unlisted.crawl.fetch.CanonicalUrl;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a plan from YAML. {@code ${NAME:default}} in a value is replaced by a variable. */
public final class PlanReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?}");
    private static final Set<String> PLAN_KEYS = Set.of("plan", "contact", "schedule", "sources");

    private final Path file;
    private final Map<String, String> variables;

    private PlanReader(Path file, Map<String, String> variables) {
        this.file = file;
        this.variables = variables;
    }

    /**
     * Reads and checks a plan.
     *
     * @param variables by name, before the defaults in the file
     * @throws PlanException if anything in it is not understood
     */
    public static Plan read(Path file, Map<String, String> variables) throws PlanException {
        return new PlanReader(file, variables).read();
    }

    private Plan read() throws PlanException {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(replaced(Files.readString(file)));
        } catch (IOException e) {
            throw wrong("cannot be read: " + (Files.exists(file) ? e.getMessage() : "there is no such file"));
        } catch (JacksonException e) {
            throw wrong("is not YAML: " + e.getOriginalMessage());
        }
        if (!root.isObject()) throw wrong("is empty: it needs plan, contact and sources");
        Keys keys = new Keys(root, "");
        keys.allow(PLAN_KEYS);
        String name = keys.text("plan");
        if (!name.matches("[a-z0-9-]{1,64}")) throw wrong("plan: '" + name + "' is not 1 to 64 of a-z 0-9 -");
        Optional<String> schedule = keys.find("schedule").map(JsonNode::asString);
        JsonNode sources = keys.get("sources");
        if (!sources.isArray() || sources.isEmpty()) throw wrong("sources: needs a list with one source at least");
        List<Source> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = source(new Keys(sources.get(i), "sources[" + i + "]."));
            if (!ids.add(source.id())) throw wrong("sources[" + i + "].id: '" + source.id() + "' is there twice");
            read.add(source);
        }
        String contact = keys.text("contact");
        if (!contact.matches("[ -~]+"))
            throw wrong("contact: '" + contact + "' goes into a header: write an address in plain ASCII");
        return new Plan(name, contact, schedule, read);
    }

    private Source source(Keys keys) throws PlanException {
        String id = keys.text("id");
        if (!id.matches("[a-z0-9-]{1,64}")) throw wrong(keys.at("id") + ": '" + id + "' is not 1 to 64 of a-z 0-9 -");
        String type = keys.text("type");
        return switch (type) {
            case "web" -> web(id, keys);
            case "chat-export", "telegram-export" -> { // the second is the name from when there was one format
                keys.allow(Set.of("id", "type", "path"));
                yield new Source.ChatExport(
                        id, file.toAbsolutePath().resolveSibling(keys.text("path")).normalize());
            }
            default -> throw wrong(keys.at("type") + ": '" + type + "' is not known; use web or chat-export");
        };
    }

    private Source web(String id, Keys keys) throws PlanException {
        keys.allow(Set.of(
                "id",
                "type",
                "seeds",
                "allowLoopback",
                "rounds",
                "maxPages",
                "maxImages",
                "delayMillis",
                "timeoutMillis"));
        JsonNode seeds = keys.get("seeds");
        if (!seeds.isArray() || seeds.isEmpty()) throw wrong(keys.at("seeds") + ": needs a list of addresses");
        List<URI> urls = new ArrayList<>();
        for (JsonNode seed : seeds) urls.add(seed(keys.at("seeds"), seed.asString()));
        return new Source.Web(
                id,
                urls,
                keys.flag("allowLoopback"),
                keys.number("rounds", 3, 1, 20),
                keys.number("maxPages", 500, 1, 1_000_000),
                keys.number("maxImages", 5_000, 0, 10_000_000),
                Duration.ofMillis(keys.number("delayMillis", 5_000, 0, 600_000)),
                Duration.ofMillis(keys.number("timeoutMillis", 10_000, 100, 120_000)));
    }

    private URI seed(String at, String text) throws PlanException {
        if (!text.matches("(?i)https?://.*")) throw wrong(at + ": '" + text + "' is outside http(s)");
        return CanonicalUrl.of(text).orElseThrow(() -> wrong(at + ": '" + text + "' is not an address"));
    }

    private String replaced(String text) throws PlanException {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String value = variables.getOrDefault(matcher.group(1), matcher.group(2));
            if (value == null) throw wrong("${" + matcher.group(1) + "} has no value and no default");
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }

    private PlanException wrong(String what) {
        return new PlanException("plan " + file + ": " + what);
    }

    /** One mapping of the file and the way to it. */
    private final class Keys {
        private final JsonNode node;
        private final String path;

        Keys(JsonNode node, String path) throws PlanException {
            if (!node.isObject()) throw wrong(path + " is not a mapping");
            this.node = node;
            this.path = path;
        }

        String at(String key) {
            return path + key;
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

        String text(String key) throws PlanException {
            String text = get(key).asString("").strip();
            if (text.isEmpty()) throw wrong(at(key) + " is empty");
            return text;
        }

        boolean flag(String key) throws PlanException {
            Optional<JsonNode> value = find(key);
            if (value.isPresent() && !value.get().isBoolean()) throw wrong(at(key) + ": use true or false");
            return value.isPresent() && value.get().booleanValue();
        }

        int number(String key, int otherwise, int min, int max) throws PlanException {
            Optional<JsonNode> value = find(key);
            if (value.isEmpty()) return otherwise;
            if (!value.get().isInt() || value.get().intValue() < min || value.get().intValue() > max)
                throw wrong(at(key) + ": use a whole number from " + min + " to " + max);
            return value.get().intValue();
        }
    }
}
