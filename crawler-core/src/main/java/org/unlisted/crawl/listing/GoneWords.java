package org.unlisted.crawl.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What sites say of an item that is no longer on offer, as a whole: a line of its own, or the value of a field.
 *
 * @param removed taken down, by whom ever
 * @param sold    to somebody else; its page may well show everything still
 */
record GoneWords(Set<String> removed, Set<String> sold) {
    private static final Set<String> KEYS = Set.of("removed", "sold");
    private static final Pattern ROUND_IT = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern BETWEEN = Pattern.compile("[\\s_-]+");

    GoneWords {
        removed = Set.copyOf(removed);
        sold = Set.copyOf(sold);
    }

    static GoneWords none() {
        return new GoneWords(Set.of(), Set.of());
    }

    /**
     * Reads a file of {@code removed} and {@code sold}, each with a list of words a language; none where it does not exist.
     *
     * @throws IllegalArgumentException names the file and what is wrong in it
     */
    static GoneWords load(Path file) throws IOException {
        if (!Files.exists(file)) return none();
        try {
            JsonNode root = YAMLMapper.builder().build().readTree(Files.readString(file));
            for (Map.Entry<String, JsonNode> field : root.properties())
                if (!KEYS.contains(field.getKey())) throw new IllegalArgumentException("unknown key " + field.getKey());
            return new GoneWords(words(root.path("removed")), words(root.path("sold")));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Set<String> words(JsonNode languages) {
        Set<String> words = new HashSet<>();
        for (Map.Entry<String, JsonNode> language : languages.properties())
            for (JsonNode word : language.getValue()) {
                if (!word.isString() || folded(word.asString()).isEmpty())
                    throw new IllegalArgumentException(language.getKey() + " has something that is no word: " + word);
                words.add(folded(word.asString()));
            }
        return words;
    }

    boolean isRemoved(String said) {
        return removed.contains(folded(said));
    }

    boolean isSold(String said) {
        return sold.contains(folded(said));
    }

    private static String folded(String said) {
        String bare = ROUND_IT.matcher(said).replaceAll("").toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(bare).replaceAll(" ");
    }
}
