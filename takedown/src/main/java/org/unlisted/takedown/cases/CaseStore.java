package org.unlisted.takedown.cases;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Keeps cases. At most one case for each enrolee and listing. */
public interface CaseStore {

    Optional<Case> find(CaseId id);

    /**
     * @param listing its URL, as in {@link org.unlisted.takedown.sighting.ListingRef#url()}
     */
    Optional<Case> find(String subject, URI listing);

    /** All of them, oldest first. */
    List<Case> list();

    /** Adds the case, or replaces the one with the same id. */
    void save(Case changed);
}
