package org.unlisted.sweep.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file with {@code ${NAME:default}} in its values.
 *
 * @param name what messages begin with
 */
record PlanFile(String name, Path file) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?}");

    /** The root, with variables filled in. */
    Keys read(Map<String, String> variables) throws PlanException {
        return parsed(replaced(text(), variables));
    }

    /** The root as it is written, for notes that have no variables. */
    Keys readUnfilled() throws PlanException {
        return parsed(text());
    }

    private Keys parsed(String text) throws PlanException {
        try {
            return new Keys(name, new YAMLMapper().readTree(text), "");
        } catch (JacksonException e) {
            throw new PlanException(name + ": is not YAML: " + e.getOriginalMessage());
        }
    }

    /** Names of the variables in it. */
    Set<String> variables() throws PlanException {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(text());
        while (matcher.find()) names.add(matcher.group(1));
        return names;
    }

    private String text() throws PlanException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            String cause = Files.exists(file) ? e.getMessage() : "there is no such file";
            throw new PlanException(name + ": cannot be read: " + cause);
        }
    }

    private String replaced(String text, Map<String, String> variables) throws PlanException {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String value = variables.getOrDefault(matcher.group(1), matcher.group(2));
            if (value == null) throw new PlanException(name + ": ${" + matcher.group(1) + "} has no value and no default");
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }
}
