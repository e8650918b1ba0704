package org.unlisted.sweep.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.unlisted.crawl.scope.Budget;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ready-made sources, a file each. All are off: a plan that uses one says that it is on, and when somebody checked the
 * site's terms.
 */
final class SourceFolder {
    /** For people; the program shows {@code terms} and reads none. */
    private static final Set<String> NOTES = Set.of("about", "language", "profile", "terms", "walls");
    /** What a plan may write beside {@code use}, but for the keys of a source. */
    private static final Set<String> BESIDE = Set.of("use", "with", "termsChecked");

    private final Path folder;

    SourceFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The keys of a source that a plan uses, with those beside it put over them.
     *
     * @param keys the plan's, whose {@code use} names the file and whose {@code enabled} is not false
     */
    Keys used(Keys keys, Map<String, String> variables) throws PlanException {
        Set<String> known = new HashSet<>(WebKeys.KNOWN);
        known.addAll(BESIDE);
        known.remove("type");
        keys.allow(known);
        PlanFile file = file(keys);
        checkTerms(keys, file);
        Keys ready = read(file, with(keys, file, variables));
        return keys.with(merged(ready.node(), keys.node()));
    }

    /** Reads and checks one file. */
    Keys read(PlanFile file, Map<String, String> variables) throws PlanException {
        Keys keys = file.read(variables);
        Set<String> known = new HashSet<>(WebKeys.KNOWN);
        known.addAll(NOTES);
        known.remove("id");
        keys.allow(known);
        if (!keys.text("type").equals("web")) throw keys.wrong("type: use web");
        if (keys.flag("enabled", true)) throw keys.wrong("enabled: a ready-made source is off: write false");
        for (String note : NOTES) keys.text(note);
        WebKeys.read("ready-made", keys, Budget.DEFAULT);
        return keys;
    }

    PlanFile file(Keys keys) throws PlanException {
        String name = keys.text("use");
        Path path = folder.resolve(name + ".yaml");
        if (!name.matches("[a-z0-9-]{1,64}") || !Files.isRegularFile(path))
            throw keys.wrong(keys.at("use") + ": there is no source '" + name + "' in " + folder + "; there are: "
                    + String.join(", ", names(keys)));
        return new PlanFile("source " + path, path);
    }

    private List<String> names(Keys keys) throws PlanException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw keys.wrong(keys.at("use") + ": the folder " + folder + " cannot be read");
        }
    }

    private static Map<String, String> with(Keys keys, PlanFile file, Map<String, String> variables)
            throws PlanException {
        Map<String, String> values = new HashMap<>(variables);
        Keys with = keys.inner("with", file.variables());
        for (String name : with.node().propertyNames()) {
            String value = with.text(name);
            if (!value.matches("[^\\p{Cntrl}\"'\\\\]{1,200}"))
                throw keys.wrong(with.at(name) + ": use up to 200 characters, without quotes");
            values.put(name, value);
        }
        return values;
    }

    private static void checkTerms(Keys keys, PlanFile file) throws PlanException {
        if (!keys.flag("enabled", false) || keys.find("termsChecked").isEmpty())
            throw keys.wrong(keys.at("use") + ": " + file.file() + " is off, and says: " + file.readUnfilled().text("terms")
                    + ". Once that is done, write beside use: enabled: true, and termsChecked: the day, such as 2026-11-30");
        LocalDate day = keys.date("termsChecked");
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1); // already today, east of Greenwich
        if (day.isAfter(tomorrow) || day.getYear() < 2020)
            throw keys.wrong(keys.at("termsChecked") + ": " + day + " is not a day on which this can have been checked");
    }

    /** One level deep: a plan may change one limit of a budget. */
    private static JsonNode merged(JsonNode ready, JsonNode own) {
        ObjectNode all = (ObjectNode) ready.deepCopy();
        all.remove(NOTES);
        for (Map.Entry<String, JsonNode> entry : own.properties()) {
            String key = entry.getKey();
            if (BESIDE.contains(key)) continue;
            JsonNode inner = all.get(key);
            if (inner instanceof ObjectNode object && entry.getValue() instanceof ObjectNode over) object.setAll(over);
            else all.set(key, entry.getValue());
            if (WebKeys.ALSO.containsKey(key) && all.get("budget") instanceof ObjectNode budget)
                budget.remove(WebKeys.ALSO.get(key));
        }
        return all;
    }
}
