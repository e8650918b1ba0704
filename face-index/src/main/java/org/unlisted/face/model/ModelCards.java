package org.unlisted.face.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The models in use: exactly one card for each role. */
public final class ModelCards {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private final Map<Role, ModelCard> cards;

    private ModelCards(Map<Role, ModelCard> cards) {
        this.cards = cards;
    }

    /**
     * Reads every {@code *.yaml} in a directory.
     *
     * @throws IllegalArgumentException if a card has an unknown key, lacks one or contradicts itself, or if a role has
     * no
     *     card or two; names the file
     */
    public static ModelCards read(Path dir) throws IOException {
        Map<Role, ModelCard> cards = new EnumMap<>(Role.class);
        for (Path file : yamlFiles(dir)) {
            ModelCard card = parse(file);
            if (cards.put(card.role(), card) != null)
                throw new IllegalArgumentException(file + ": a second card for the role " + card.role());
        }
        for (Role role : Role.values())
            if (!cards.containsKey(role)) throw new IllegalArgumentException(dir + ": no card for the role " + role);
        return new ModelCards(cards);
    }

    /** The card of a role. */
    public ModelCard get(Role role) {
        ModelCard card = cards.get(role);
        if (card == null) throw new IllegalStateException("checked when read: " + role);
        return card;
    }

    /** All cards, in the order of the roles. */
    public List<ModelCard> list() {
        return List.copyOf(cards.values());
    }

    /**
     * The model file of a role, its SHA-256 checked against the card.
     *
     * @throws IOException if it is missing or differs; names the file, and both hashes
     */
    public Path verifiedFile(Role role, Path models) throws IOException {
        ModelCard card = get(role);
        Path file = models.resolve(card.file());
        if (!Files.isRegularFile(file)) throw new NoSuchFileException(file.toString(), null, "the build makes it");
        String actual = Sha256.of(file);
        if (!actual.equals(card.sha256()))
            throw new IOException(file + " has SHA-256 " + actual + ", but its card pins " + card.sha256());
        return file;
    }

    private static List<Path> yamlFiles(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static ModelCard parse(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return YAML.readValue(bytes, ModelCard.class);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(file + ": unknown key \"" + e.getPropertyName() + "\"", e);
        } catch (DatabindException e) {
            String key = e.getPath().isEmpty() ? "" : e.getPath().getLast().getPropertyName() + ": ";
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(file + ": " + key + firstLine(cause), e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + firstLine(e), e);
        }
    }

    private static String firstLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
