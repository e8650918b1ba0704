package org.unlisted.console.report;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.Optional;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.sighting.Sighting;

/**
 * A case as the report shows it. Whoever is in the pictures of a dismissed case is a stranger: it never keeps any.
 *
 * @param crop     the face seen in the listing, of the {@link #strongest} sighting
 * @param portrait the person's own reference
 * @param covered  the whole picture of that sighting, every other face covered
 * @param packet   path of the evidence packet, relative to the report
 * @param notice   path of the notice, relative to the report
 */
public record ReportCase(
        Case reported,
        Optional<Picture> crop,
        Optional<Picture> portrait,
        Optional<Picture> covered,
        Optional<String> packet,
        Optional<String> notice) {

    public ReportCase {
        requireNonNull(reported, "reported");
        boolean stranger = reported.state() instanceof CaseState.Dismissed;
        crop = stranger ? Optional.empty() : crop;
        portrait = stranger ? Optional.empty() : portrait;
        covered = stranger ? Optional.empty() : covered;
        packet.ifPresent(ReportCase::link);
        notice.ifPresent(ReportCase::link);
    }

    /** The sighting that is the best evidence: of a bare face before a masked one, then by cosine: the one whose pictures a report shows. */
    public static Sighting strongest(Case of) {
        return of.sightings().stream()
                .max(Comparator.comparing((Sighting s) -> s.comparison().strength(), Comparator.reverseOrder())
                        .thenComparingDouble(s -> s.comparison().cosine()))
                .orElseThrow();
    }

    /**
     * A path as the address of a link.
     *
     * @throws IllegalArgumentException if the path is not relative
     */
    static String link(String path) {
        try {
            URI uri = new URI(null, null, path, null);
            if (!uri.isAbsolute() && uri.getRawAuthority() == null && !path.startsWith("/")) return uri.toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a path: " + path, e);
        }
        throw new IllegalArgumentException("not a relative path: " + path);
    }
}
