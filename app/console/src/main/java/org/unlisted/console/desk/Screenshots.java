package org.unlisted.console.desk;

import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.evidence.Part;

/** Renders a case's listing as it was captured. */
@FunctionalInterface
public interface Screenshots {

    /** No screenshots; the reason stands in the packet, so it names no person and no path. */
    static Screenshots none(String reason) {
        Part missing = new Part.Missing(reason);
        return _ -> missing;
    }

    /** A PNG of the listing with every face but the enrolee's covered, or why there is none. */
    Part of(Case confirmed);
}
