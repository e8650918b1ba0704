package org.unlisted.sweep.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unlisted.crawl.scope.Budget;
import tools.jackson.databind.JsonNode;

/** Reads a plan from YAML. {@code ${NAME:default}} in a value is replaced by a variable. */
public final class PlanReader {
    private static final Set<String> PLAN_KEYS = Set.of("plan", "contact", "owner", "schedule", "budgets", "sources");

    private final Path file;
    private final Map<String, String> variables;
    private final Optional<SourceFolder> folder;

    private PlanReader(Path file, Map<String, String> variables, Optional<SourceFolder> folder) {
        this.file = file;
        this.variables = variables;
        this.folder = folder;
    }

    /**
     * Reads and checks a plan that uses no ready-made source.
     *
     * @param variables by name, before the defaults in the file
     * @throws PlanException if anything in it is not understood
     */
    public static Plan read(Path file, Map<String, String> variables) throws PlanException {
        return new PlanReader(file, variables, Optional.empty()).read();
    }

    /**
     * Reads and checks a plan.
     *
     * @param variables     by name, before the defaults in the files
     * @param sourcesFolder of the ready-made sources: {@code config/sources}
     * @throws PlanException if anything in it, or in a source that it uses, is not understood
     */
    public static Plan read(Path file, Map<String, String> variables, Path sourcesFolder) throws PlanException {
        return new PlanReader(file, variables, Optional.of(new SourceFolder(sourcesFolder))).read();
    }

    private Plan read() throws PlanException {
        Keys keys = new PlanFile("plan " + file, file).read(variables);
        keys.allow(PLAN_KEYS);
        String name = keys.text("plan");
        if (!name.matches("[a-z0-9-]{1,64}")) throw keys.wrong("plan: '" + name + "' is not 1 to 64 of a-z 0-9 -");
        String contact = keys.text("contact");
        if (!contact.matches("[ -~]+"))
            throw keys.wrong("contact: '" + contact + "' goes into a header: write an address in plain ASCII");
        Optional<String> owner = keys.findText("owner");
        if (owner.filter(text -> text.matches("\\P{Cntrl}{1,200}")).isEmpty() && owner.isPresent())
            throw keys.wrong("owner: use one line of up to 200 characters");
        Budget usual = WebKeys.budget(keys.inner("budgets", WebKeys.BUDGET), Budget.DEFAULT);
        return new Plan(name, contact, owner, keys.findText("schedule"), sources(keys, usual));
    }

    private List<Source> sources(Keys keys, Budget usual) throws PlanException {
        JsonNode sources = keys.get("sources");
        if (!sources.isArray() || sources.isEmpty()) throw keys.wrong("sources: needs a list with one source at least");
        List<Source> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            Keys source = keys.entry("sources", i);
            String id = id(source);
            if (!ids.add(id)) throw keys.wrong(source.at("id") + ": '" + id + "' is there twice");
            source(id, source, usual).ifPresent(read::add);
        }
        if (read.isEmpty()) throw keys.wrong("sources: all of them say enabled: false");
        return read;
    }

    private static String id(Keys keys) throws PlanException {
        String id = keys.find("id").isEmpty() && keys.find("use").isPresent() ? keys.text("use") : keys.text("id");
        if (!id.matches("[a-z0-9-]{1,64}"))
            throw keys.wrong(keys.at("id") + ": '" + id + "' is not 1 to 64 of a-z 0-9 -");
        return id;
    }

    /** Empty for a source that is switched off. */
    private Optional<Source> source(String id, Keys keys, Budget usual) throws PlanException {
        if (keys.find("use").isPresent()) return used(id, keys, usual);
        String type = keys.text("type");
        Source source =
                switch (type) {
                    case "web" -> {
                        keys.allow(WebKeys.KNOWN);
                        yield WebKeys.read(id, keys, usual);
                    }
                    case "chat-export", "telegram-export" -> { // the second is the name from when there was one format
                        keys.allow(Set.of("id", "type", "path", "enabled"));
                        Path path = file.toAbsolutePath().resolveSibling(keys.text("path"));
                        yield new Source.ChatExport(id, path.normalize());
                    }
                    default ->
                        throw keys.wrong(keys.at("type") + ": '" + type + "' is not known; use web or chat-export");
                };
        return keys.flag("enabled", true) ? Optional.of(source) : Optional.empty();
    }

    private Optional<Source> used(String id, Keys keys, Budget usual) throws PlanException {
        SourceFolder ready = folder.orElseThrow(
                () -> keys.wrong(keys.at("use") + ": no folder of ready-made sources is known here"));
        if (!keys.flag("enabled", true)) { // its variables need no values yet
            ready.file(keys);
            return Optional.empty();
        }
        return Optional.of(WebKeys.read(id, ready.used(keys, variables), usual));
    }
}
