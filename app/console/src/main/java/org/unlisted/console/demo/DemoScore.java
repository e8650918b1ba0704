package org.unlisted.console.demo;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.sighting.ListingRef;

/**
 * How a sweep of the sample market compares with {@code expected.json}, after review. Every list is sorted, for people.
 *
 * @param found            expected people with a confirmed case
 * @param missed           expected people without one
 * @param strangersMatched confirmed cases of people who are not there
 * @param nearMissCases    cases on a page that is no offer, whatever was decided
 * @param skippedDiffers   items left out though they should not be, and the other way round; empty when all agree
 * @param offersRead       offers read with every field right
 * @param offersDiffer     offers not read, read though there is none, and fields read wrong
 */
public record DemoScore(
        List<String> found,
        List<String> missed,
        List<String> strangersMatched,
        List<String> nearMissCases,
        List<String> skippedDiffers,
        int offersRead,
        List<String> offersDiffer) {

    public DemoScore {
        found = List.copyOf(found);
        missed = List.copyOf(missed);
        strangersMatched = List.copyOf(strangersMatched);
        nearMissCases = List.copyOf(nearMissCases);
        skippedDiffers = List.copyOf(skippedDiffers);
        offersDiffer = List.copyOf(offersDiffer);
    }

    /** Everybody found, nobody else, no case on a near-miss, and nothing skipped but what should be. */
    public boolean asExpected() {
        return missed.isEmpty() && strangersMatched.isEmpty() && nearMissCases.isEmpty() && skippedDiffers.isEmpty();
    }

    /**
     * Compares.
     *
     * @param origin where the market was served
     * @param person from a case's subject to the id of the sample person
     * @param cases  after review
     */
    public static DemoScore of(
            Expected expected,
            URI origin,
            UnaryOperator<String> person,
            Collection<Case> cases,
            Collection<SweepEvent.Skipped> skipped,
            Collection<ListingRef> offers) {
        Set<String> confirmed = keys(cases.stream()
                .filter(DemoScore::confirmed)
                .map(c -> pair(c.listing().url(), person.apply(c.subject()))));
        Set<String> wanted = keys(
                expected.found().stream().map(f -> pair(Expected.on(origin, f.listing()), f.person())));
        Set<String> allowed = keys(Stream.concat(
                wanted.stream(),
                expected.mayBeFound().stream().map(f -> pair(Expected.on(origin, f.listing()), f.person()))));
        Set<URI> nearMisses = expected.nearMisses().stream()
                .map(n -> Expected.on(origin, n.listing()))
                .collect(Collectors.toSet());
        var read = OfferComparison.of(expected.offers(), origin, offers);
        return new DemoScore(
                wanted.stream().filter(confirmed::contains).toList(),
                wanted.stream().filter(key -> !confirmed.contains(key)).toList(),
                confirmed.stream().filter(key -> !allowed.contains(key)).toList(),
                List.copyOf(keys(cases.stream()
                        .filter(c -> nearMisses.contains(c.listing().url()))
                        .map(c -> pair(c.listing().url(), person.apply(c.subject()))))),
                SkippedComparison.differences(expected.skipped(), origin, skipped),
                read.right(),
                read.differences());
    }

    private static boolean confirmed(Case known) {
        return switch (known.state()) {
            case CaseState.Confirmed _, CaseState.Noticed _ -> true;
            case CaseState.UnderReview _, CaseState.Dismissed _ -> false;
        };
    }

    private static String pair(URI listing, String person) {
        return listing + " " + person;
    }

    private static Set<String> keys(Stream<String> all) {
        return all.collect(Collectors.toCollection(TreeSet::new));
    }
}
