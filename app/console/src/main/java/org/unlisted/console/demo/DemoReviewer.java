package org.unlisted.console.demo;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.Review;

/**
 * Stands in for the people who review cases when the samples run unattended. It knows the answers: it never looks at a
 * picture and decides nothing outside the samples.
 */
public final class DemoReviewer {
    /** Signs its reviews; every page that shows one says what it is. */
    public static final String NAME = "demo reviewer (automatic, samples only)";

    private static final String SIDE_BY_SIDE = "reviewed side by side";

    private final Expected expected;
    private final URI origin;
    private final UnaryOperator<String> person;

    /**
     * Reviews cases of one market.
     *
     * @param origin where the market is served, such as {@code http://127.0.0.1:8080}
     * @param person from a case's subject to the id of the sample person
     */
    public DemoReviewer(Expected expected, URI origin, UnaryOperator<String> person) {
        this.expected = requireNonNull(expected, "expected");
        this.origin = requireNonNull(origin, "origin");
        this.person = requireNonNull(person, "person");
    }

    /** What the reviewer says of a case. */
    public sealed interface Decision {
        record Confirm(Review review) implements Decision {}

        record Dismiss(Review review) implements Decision {}

        /** Nobody may decide yet: masked faces alone are too little, whoever they belong to. */
        record Leave() implements Decision {}
    }

    /**
     * Confirms who is expected, or allowed, in the case's listing; dismisses everybody else. Leaves what rests on masked
     * faces of somebody who is there.
     */
    public Decision decide(Case reviewed, Instant at) {
        String who = person.apply(reviewed.subject());
        URI where = reviewed.listing().url();
        Stream<String> reasons = Stream.concat(
                expected.found().stream()
                        .filter(f -> at(f.listing(), where) && f.person().equals(who))
                        .map(_ -> "the same person: " + SIDE_BY_SIDE + ", sample " + who),
                expected.mayBeFound().stream()
                        .filter(f -> at(f.listing(), where) && f.person().equals(who))
                        .map(f -> "the same person: " + SIDE_BY_SIDE + ", sample " + who + " (" + f.why() + ")"));
        Optional<String> same = reasons.findFirst();
        if (same.isPresent() && reviewed.restsOnMasksAlone()) return new Decision.Leave();
        return same
                .<Decision>map(reason -> new Decision.Confirm(new Review(NAME, at, reason)))
                .orElseGet(() -> new Decision.Dismiss(new Review(NAME, at, whyNot(who, where))));
    }

    private String whyNot(String who, URI where) {
        String stranger = expected.near().stream()
                .filter(n -> at(n.listing(), where) && n.person().equals(who))
                .map(n -> "sample stranger " + n.stranger())
                .findFirst()
                .orElse("a sample stranger");
        return "not the person: " + SIDE_BY_SIDE + ", " + stranger;
    }

    private boolean at(String listing, URI where) {
        return Expected.on(origin, listing).equals(where);
    }
}
