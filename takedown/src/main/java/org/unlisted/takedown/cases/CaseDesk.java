package org.unlisted.takedown.cases;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.takedown.sighting.Sighting;

/**
 * Where sightings become cases and reviewers decide. The only way from one state to another. Thread-safe, as long as
 * one desk alone writes to the store.
 */
public final class CaseDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);
    private final CaseStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public CaseDesk(CaseStore store, Clock clock) {
        this.store = requireNonNull(store, "store");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Joins the sighting to the case of its enrolee and listing, or opens one. A sighting filed before changes nothing.
     * A decision holds for the pictures that the reviewer saw: a new picture in a dismissed or confirmed case puts it
     * back under review, the same picture found again does not.
     */
    public synchronized Case file(Sighting sighting) {
        return store.find(sighting.subject(), sighting.listing().url())
                .map(known -> join(known, sighting))
                .orElseGet(() -> open(sighting));
    }

    /**
     * A reviewer sees the enrolee in the listing.
     *
     * @throws IllegalStateException  if the case is not under review, or rests on masked faces alone
     * @throws NoSuchElementException if there is no such case
     */
    public synchronized Case confirm(CaseId id, Review review) {
        Case known = underReview(id, "confirmed");
        if (known.restsOnMasksAlone())
            throw new IllegalStateException("case " + id + " rests on masked faces alone: it cannot be confirmed before a"
                    + " sighting of the same person without a mask joins it");
        return decide(known, new CaseState.Confirmed(review));
    }

    /**
     * A reviewer sees somebody else, or no offer.
     *
     * @throws IllegalArgumentException if the review gives no reason
     * @throws IllegalStateException    if the case is not under review
     * @throws NoSuchElementException   if there is no such case
     */
    public synchronized Case dismiss(CaseId id, Review review) {
        return decide(underReview(id, "dismissed"), new CaseState.Dismissed(review));
    }

    /**
     * A person handed the notice to its recipient, now.
     *
     * @throws IllegalStateException  if the case is not confirmed
     * @throws NoSuchElementException if there is no such case
     */
    public synchronized Case notice(CaseId id) {
        Case known = get(id);
        return switch (known.state()) {
            case CaseState.Confirmed(Review review) -> decide(known, new CaseState.Noticed(review, clock.instant()));
            case CaseState.UnderReview _, CaseState.Dismissed _, CaseState.Noticed _ ->
                throw refusal(known, "noticed");
        };
    }

    private Case open(Sighting sighting) {
        var now = clock.instant();
        var opened = new Case(
                freeId(now.atOffset(ZoneOffset.UTC).getYear()),
                sighting.subject(),
                sighting.listing(),
                List.of(sighting),
                new CaseState.UnderReview(),
                now);
        store.save(opened);
        LOG.info("event=case-opened case={} sighting={}", opened.id(), sighting.id());
        return opened;
    }

    private CaseId freeId(int year) {
        CaseId id = CaseId.draw(year, random);
        while (store.find(id).isPresent()) id = CaseId.draw(year, random);
        return id;
    }

    private Case join(Case known, Sighting sighting) {
        if (known.holds(sighting.id())) return known;
        boolean newImage = !known.showsImage(sighting.image().sha256());
        Case joined =
                switch (known.state()) {
                    case CaseState.UnderReview _ -> known.with(sighting).at(sighting.listing());
                    case CaseState.Dismissed _, CaseState.Confirmed _ ->
                        newImage ? reopen(known, sighting) : known.with(sighting);
                    case CaseState.Noticed _ -> known.with(sighting);
                };
        store.save(joined);
        LOG.info("event=sighting-joined case={} sighting={} state={}",
                joined.id(), sighting.id(), joined.state().word());
        return joined;
    }

    private static Case reopen(Case known, Sighting sighting) {
        LOG.info("event=case-reopened case={} sighting={} was={}", known.id(), sighting.id(), known.state().word());
        return known.with(sighting).at(sighting.listing()).in(new CaseState.UnderReview());
    }

    private Case decide(Case known, CaseState next) {
        Case decided = known.in(next);
        store.save(decided);
        LOG.info("event=case-decided case={} state={}", decided.id(), next.word());
        return decided;
    }

    private Case underReview(CaseId id, String wanted) {
        Case known = get(id);
        return switch (known.state()) {
            case CaseState.UnderReview _ -> known;
            case CaseState.Confirmed _, CaseState.Dismissed _, CaseState.Noticed _ -> throw refusal(known, wanted);
        };
    }

    private Case get(CaseId id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("no case " + id));
    }

    private static IllegalStateException refusal(Case known, String wanted) {
        return new IllegalStateException(
                "case " + known.id() + " is " + known.state().word() + ": cannot be " + wanted);
    }
}
