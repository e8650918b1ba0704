package org.unlisted.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sweep said, in an order that does not depend on which task was faster.
 *
 * @param cosines  by subject, listing and picture
 * @param offers   listings, sorted
 * @param skipped  reason and item, sorted
 * @param counts   of the last line
 */
record SweepResult(Map<String, Double> cosines, List<String> offers, List<String> skipped, Map<String, Integer> counts) {
    private static final List<String> COUNTS = List.of("pages", "listings", "offers", "images", "faces", "candidates");

    static SweepResult of(List<String> lines) throws JsonProcessingException {
        Map<String, Double> cosines = new TreeMap<>();
        List<String> offers = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : lines) {
            JsonNode event = new ObjectMapper().readTree(line);
            switch (event.path("event").asText()) {
                case "sighting" -> {
                    JsonNode sighting = event.path("sighting");
                    cosines.put(
                            String.join(
                                    " ",
                                    sighting.path("subject").asText(),
                                    sighting.path("listing").path("url").asText(),
                                    sighting.path("image").path("sha256").asText()),
                            sighting.path("comparison").path("cosine").asDouble());
                }
                case "offer" -> offers.add(event.path("listing").path("url").asText());
                case "skipped" ->
                    skipped.add(event.path("reason").asText() + " " + event.path("item").asText());
                case "done" -> COUNTS.forEach(name -> counts.put(name, event.path(name).asInt()));
                default -> {}
            }
        }
        return new SweepResult(cosines, offers.stream().sorted().toList(), skipped.stream().sorted().toList(), counts);
    }
}
