package org.unlisted.takedown.notice;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A language's part of {@code words.yaml}: what facts are called in a notice.
 *
 * @param kinds      by name of {@link org.unlisted.takedown.sighting.OfferFacts#kind()}; has OTHER
 * @param and        between kinds
 * @param basis      by name of {@link org.unlisted.takedown.sighting.OfferFacts#basis()}; {@code {}} stands for the
 *                   amount
 * @param amounts    by currency; {@code {}} stands for the number
 * @param noCurrency an amount whose currency the listing does not state
 * @param date       a {@link java.time.format.DateTimeFormatter} pattern
 * @param time       likewise
 */
record Phrases(
        Map<String, String> kinds,
        String and,
        Map<String, String> basis,
        Map<String, String> amounts,
        String noCurrency,
        String date,
        String time) {

    Phrases {
        kinds = Map.copyOf(kinds);
        if (!kinds.containsKey("OTHER")) throw new IllegalArgumentException("kinds has no OTHER");
        requireNonNull(and, "and");
        basis = Map.copyOf(basis);
        amounts = Map.copyOf(amounts);
        requireNonNull(noCurrency, "noCurrency");
        requireNonNull(date, "date");
        requireNonNull(time, "time");
    }

    /**
     * @param kind one or several names, joined by {@code +}
     */
    String kinds(String kind) {
        return Arrays.stream(kind.split("\\+"))
                .map(k -> kinds.getOrDefault(k, kinds.getOrDefault("OTHER", k)))
                .distinct()
                .collect(Collectors.joining(and));
    }
}
