package org.unlisted.console.desk;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseDesk;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.cases.CaseStore;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.sighting.Sighting;

/**
 * From a sighting to papers, by a reviewer's decision. Sealed records are kept as long as a case needs them that was not
 * dismissed, and not a decision longer: what a reviewer took for somebody else is a stranger's picture. Thread-safe, as
 * long as one desk alone works in a home.
 */
public final class SightingDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SightingDesk.class);
    private final CaseStore store;
    private final CaseDesk cases;
    private final EvidenceVault vault;
    private final CasePapers papers;
    private final Clock clock;

    public SightingDesk(CaseStore store, EvidenceVault vault, CasePapers papers, Clock clock) {
        this.store = requireNonNull(store, "store");
        this.cases = new CaseDesk(store, clock);
        this.vault = requireNonNull(vault, "vault");
        this.papers = requireNonNull(papers, "papers");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Joins the sighting to its case, or opens one. Its records are kept where the case needs them: not where the same
     * picture was dismissed before, nor where the sighting is known with an older record.
     *
     * @param sealed where the sweep sealed them, with the key of this desk's vault; stays as it is
     */
    public synchronized Case received(Sighting sighting, EvidenceVault sealed) throws IOException {
        Case filed = cases.file(sighting);
        if (needsEvidence(filed) && filed.sightings().contains(sighting))
            for (String name : names(List.of(sighting))) vault.seal(sealed.open(name)); // the same key gives the same name
        return filed;
    }

    /**
     * A reviewer sees the enrolee in the listing: packs the evidence and writes the notice.
     *
     * @param reason in the reviewer's own words; may be empty
     * @throws IOException            if the papers could not be written; the case stays confirmed, {@link #papers} tries
     *                                again
     * @throws IllegalStateException  if the case is not under review
     * @throws NoSuchElementException if there is no such case
     */
    public synchronized Papers confirm(CaseId id, String reviewer, String reason) throws IOException {
        return papers.write(cases.confirm(id, new Review(reviewer, clock.instant(), reason)));
    }

    /**
     * Writes the papers of a confirmed case once more.
     *
     * @throws IllegalStateException  if the case is not confirmed
     * @throws NoSuchElementException if there is no such case
     */
    public synchronized Papers papers(CaseId id) throws IOException {
        Case wanted = store.find(id).orElseThrow(() -> new NoSuchElementException("no case " + id));
        return switch (wanted.state()) {
            case CaseState.Confirmed _ -> papers.write(wanted);
            case CaseState.UnderReview _, CaseState.Dismissed _, CaseState.Noticed _ ->
                throw new IllegalStateException("case " + id + " is " + wanted.state().word() + ", not confirmed");
        };
    }

    /**
     * A reviewer sees somebody else, or no offer: erases the evidence that no other case needs.
     *
     * @param reason in the reviewer's own words; not blank
     * @throws IllegalStateException  if the case is not under review
     * @throws NoSuchElementException if there is no such case
     */
    public synchronized Case dismiss(CaseId id, String reviewer, String reason) throws IOException {
        Case dismissed = cases.dismiss(id, new Review(reviewer, clock.instant(), reason));
        eraseUnneeded(dismissed);
        return dismissed;
    }

    private void eraseUnneeded(Case dismissed) throws IOException {
        Set<String> unneeded = names(dismissed.sightings());
        store.list().stream()
                .filter(SightingDesk::needsEvidence)
                .forEach(other -> unneeded.removeAll(names(other.sightings())));
        for (String name : unneeded) vault.erase(name);
        LOG.info("event=evidence-erased case={} records={}", dismissed.id(), unneeded.size());
    }

    private static boolean needsEvidence(Case known) {
        return switch (known.state()) {
            case CaseState.UnderReview _, CaseState.Confirmed _, CaseState.Noticed _ -> true;
            case CaseState.Dismissed _ -> false;
        };
    }

    private static Set<String> names(List<Sighting> sightings) {
        Set<String> names = new HashSet<>();
        for (Sighting sighting : sightings) {
            names.add(sighting.pageEvidence());
            names.add(sighting.image().evidence());
        }
        return names;
    }
}
