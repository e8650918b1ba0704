package org.unlisted.takedown.evidence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.unlisted.takedown.cases.CaseId;

/** {@code data/README.txt}: what is in the packet, what it proves, how to check it. */
final class PacketReadme {

    private PacketReadme() {}

    static String text(CaseId id, Instant sealedAt, List<PacketIndex.Failure> failures) {
        String missing = failures.stream()
                .map(f -> "  " + f.part() + ": " + f.reason() + "\n")
                .collect(Collectors.joining());
        return """
                EVIDENCE PACKET %1$s, packed %2$s (UTC)

                CONFIDENTIAL. data/capture.warc.gz holds the listing's page and pictures as they were served, with
                the faces of people who may not know of it. Use it to examine this one case; do not publish it and do
                not forward it to the uploader.

                WHAT IS IN IT
                  data/packet.json       the case, the listing's claims, how the match was made, every file's SHA-256
                  data/listing.json      what the listing appears to offer, in its own words and figures
                  data/images.json       URL and SHA-256 of every picture of the listing; "at_issue" marks ours
                  data/capture.warc.gz   the page and the pictures at issue as served (WARC 1.1, ISO 28500)
                  data/screenshot.png    a rendering for people, everybody else's face covered (if there is one)
                MISSING
                %3$s
                HOW TO CHECK IT
                1. The zip is the one named in the notice: compare its SHA-256.
                     sha256sum %1$s.evidence.zip
                   (macOS: shasum -a 256; Windows: certutil -hashfile FILE SHA256)
                2. Nothing in it was changed, and nothing is missing. Unpack it, then in the folder %1$s.evidence:
                     sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt
                   Or use any BagIt 1.0 validator (RFC 8493).
                3. The capture is whole. With jwarc (github.com/iipc/jwarc):
                     java -cp jwarc.jar org.netpreserve.jwarc.tools.WarcTool validate data/capture.warc.gz
                   ReplayWeb.page shows it in a browser.

                WHAT THIS PROVES, AND WHAT NOT
                The sums show that the files belong together and have not changed since the notice named the SHA-256
                of the zip. They do not show that what the listing says is true, nor who wrote it, and this version
                carries no trusted time stamp: the times are those of our own clock.
                """.formatted(id, sealedAt, missing.isEmpty() ? "  nothing\n" : missing);
    }
}
