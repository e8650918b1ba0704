package org.unlisted.sweep.match;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.takedown.sighting.Comparison;
import org.unlisted.takedown.sighting.Region;

/**
 * What is said of one picture once it was looked at: a line of the scan job's output.
 *
 * @param faces    how many were found
 * @param pdq      its perceptual hash, 64 hex digits; empty where there is too little in the picture to tell it by
 * @param refused  why the picture could not be read
 * @param matches  of enrolled people; empty for most pictures
 * @param evidence name of the sealed record; empty without matches
 * @param contacts names of the seller's contacts in its QR codes
 * @param offers   that show the picture
 */
public record PictureFinding(
        URI url,
        String sha256,
        int width,
        int height,
        int faces,
        String pdq,
        Optional<Refusal> refused,
        List<Match> matches,
        String evidence,
        List<String> contacts,
        List<OfferListing> offers) {

    public PictureFinding {
        requireNonNull(url, "url");
        requireNonNull(sha256, "sha256");
        requireNonNull(pdq, "pdq");
        requireNonNull(refused, "refused");
        matches = List.copyOf(matches);
        requireNonNull(evidence, "evidence");
        contacts = List.copyOf(contacts);
        offers = List.copyOf(offers);
    }

    /** A word to count by and a sentence for people. */
    public record Refusal(String reason, String detail) {}

    /**
     * The closest face of the picture to one enrolee, and all the others in it.
     *
     * @param comparison with the threshold of the face's own class
     */
    public record Match(String subject, Comparison comparison, Region face, List<Region> others) {
        public Match {
            requireNonNull(subject, "subject");
            requireNonNull(comparison, "comparison");
            others = List.copyOf(others);
        }
    }
}
