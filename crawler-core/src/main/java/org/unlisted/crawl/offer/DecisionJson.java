package org.unlisted.crawl.offer;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a {@link Decision} token by token: an object mapper takes half a processor second to begin with. */
final class DecisionJson {
    private final JsonParser json;

    private DecisionJson(JsonParser json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException for a key that is unknown, missing or twice there, or a value of another type */
    static Decision read(byte[] bytes) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            return new DecisionJson(json).decision();
        }
    }

    /** Reads the value of a key. */
    private interface Member {
        void read(String key);
    }

    private Decision decision() {
        String[] source = {""};
        Map<OfferLabel, Decision.Score> scores = new EnumMap<>(OfferLabel.class);
        members(List.of("source", "scores"), key -> {
            if (key.equals("source")) source[0] = text();
            else if (key.equals("scores")) members(List.of(), label -> scores.put(OfferLabel.valueOf(label), score()));
            else throw new IllegalArgumentException("unknown key " + key);
        });
        return new Decision(source[0], scores);
    }

    private Decision.Score score() {
        double[] bias = {0};
        Map<String, Double> weights = new HashMap<>();
        members(List.of("bias", "weights"), key -> {
            if (key.equals("bias")) bias[0] = number();
            else if (key.equals("weights")) members(List.of(), name -> weights.put(name, number()));
            else throw new IllegalArgumentException("unknown key " + key);
        });
        return new Decision.Score(bias[0], weights);
    }

    private void members(List<String> required, Member member) {
        expect(JsonToken.START_OBJECT);
        Set<String> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            expect(JsonToken.PROPERTY_NAME);
            String key = json.currentName();
            if (!seen.add(key)) throw new IllegalArgumentException("key " + key + " is there twice");
            json.nextToken();
            member.read(key);
        }
        for (String key : required) if (!seen.contains(key)) throw new IllegalArgumentException("no key " + key);
    }

    private String text() {
        expect(JsonToken.VALUE_STRING);
        return json.getString();
    }

    private double number() {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) expect(JsonToken.VALUE_NUMBER_FLOAT);
        return json.getDoubleValue();
    }

    private void expect(JsonToken token) {
        if (json.currentToken() != token)
            throw new IllegalArgumentException(token + " expected, not " + json.currentToken() + ", in line " + json.currentLocation().getLineNr());
    }
}
