package org.unlisted.takedown.evidence;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.sighting.OfferFacts;
import org.unlisted.takedown.sighting.Region;

/**
 * {@code data/packet.json}: what a packet says about itself and its case. No enrolee id, no name, no reviewer's words:
 * platforms forward what they are sent to the uploader.
 *
 * @param capturedAt when the listing was first seen
 * @param files      every payload file but this one
 * @param failures   parts that should be there and are not
 */
record PacketIndex(
        String schema,
        UUID packetId,
        CaseId caseId,
        Instant capturedAt,
        Instant sealedAt,
        Method method,
        ListingFacts listing,
        Match match,
        List<FileEntry> files,
        List<Failure> failures) {

    static final String SCHEMA = "unlisted-evidence-packet/1";
    static final String PATH = "data/packet.json";

    PacketIndex {
        files = List.copyOf(files);
        failures = List.copyOf(failures);
    }

    record Method(String tool, String version) {}

    /** Also {@code data/listing.json}. */
    record ListingFacts(
            URI url,
            String title,
            String language,
            Optional<String> sellerHandle,
            Instant firstSeen,
            Instant lastSeen,
            OfferFacts appearsToOffer) {}

    /**
     * @param subjectRef stands for the enrolee in this case only
     */
    record Match(String subjectRef, Decision decision, List<Seen> seen) {
        Match {
            seen = List.copyOf(seen);
        }
    }

    /** Of a reviewer, who stays unnamed here. */
    record Decision(String outcome, Instant at) {}

    /**
     * @param face px, origin top-left of the upright picture
     */
    record Seen(
            URI imageUrl,
            String imageSha256,
            Region face,
            Instant seenAt,
            double cosine,
            double threshold,
            double falseMatchRate,
            String model) {}

    record FileEntry(String path, String sha256, long bytes, String mediaType, String role) {}

    record Failure(String part, String reason) {}
}
