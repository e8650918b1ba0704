package org.unlisted.takedown.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.Sighting;
import org.unlisted.takedown.sighting.Strength;

/**
 * One enrolee, one listing.
 *
 * @param subject   id of the enrolee; never leaves the organisation
 * @param listing   as last seen before a reviewer decided
 * @param sightings in order of filing; never empty
 */
public record Case(
        CaseId id, String subject, ListingRef listing, List<Sighting> sightings, CaseState state, Instant openedAt) {

    public Case {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(listing, "listing");
        sightings = List.copyOf(sightings);
        requireNonNull(state, "state");
        requireNonNull(openedAt, "openedAt");
        if (sightings.isEmpty()) throw new IllegalArgumentException("case " + id + " without a sighting");
        for (Sighting s : sightings) {
            if (!s.subject().equals(subject) || !s.listing().url().equals(listing.url()))
                throw new IllegalArgumentException("sighting " + s.id() + " does not belong to case " + id);
        }
    }

    Case in(CaseState next) {
        return new Case(id, subject, listing, sightings, next, openedAt);
    }

    Case at(ListingRef newer) {
        return new Case(id, subject, newer, sightings, state, openedAt);
    }

    Case with(Sighting sighting) {
        var all = new ArrayList<>(sightings);
        all.add(sighting);
        return new Case(id, subject, listing, all, state, openedAt);
    }

    boolean holds(String sightingId) {
        return sightings.stream().anyMatch(s -> s.id().equals(sightingId));
    }

    boolean showsImage(String sha256) {
        return sightings.stream().anyMatch(s -> s.image().sha256().equals(sha256));
    }

    /** Whether every sighting shows a covered face: too little to accuse anybody, or to alarm the enrolee. */
    public boolean restsOnMasksAlone() {
        return sightings.stream().allMatch(s -> s.comparison().strength() == Strength.MASKED);
    }
}
