package org.unlisted.takedown.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.sighting.Sighting;

/**
 * Packs the evidence of a confirmed case into one zip that anybody can check with {@code sha256sum} and a WARC reader:
 * a BagIt 1.0 bag (RFC 8493). The capture is complete, so a packet is for the recipient's eyes only. Thread-safe.
 */
public final class PacketWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PacketWriter.class);
    private final Packer packer;
    private final Clock clock;

    public PacketWriter(Packer packer, Clock clock) {
        this.packer = requireNonNull(packer, "packer");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Writes {@code CASE.evidence.zip} and returns its path; replaces an older one. A missing screenshot is named in
     * the packet and does not stop it.
     *
     * @param folder created if need be
     */
    public Path write(PacketRequest request, Path folder) throws IOException {
        var id = request.confirmed().id();
        Instant sealedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var bag = new Bag(id + ".evidence");
        var files = new ArrayList<PacketIndex.FileEntry>();
        var failures = new ArrayList<PacketIndex.Failure>();
        for (Content part : contents(request, sealedAt, failures)) {
            bag.put(part.path(), part.bytes());
            files.add(part.entry());
        }
        PacketIndex index = index(request, sealedAt, files, failures);
        bag.put(PacketIndex.PATH, PacketJson.write(index));

        Path zip = folder.resolve(id + ".evidence.zip");
        WholeFile.write(
                zip,
                bag.zip(
                        packer.organisation(),
                        id + "/" + index.packetId(),
                        sealedAt.atOffset(ZoneOffset.UTC).toLocalDate(),
                        packer.tool() + " " + packer.version()));
        LOG.info("event=packet-written case={} packet={} files={} failures={}",
                id, index.packetId(), files.size() + 1, failures.size());
        return zip;
    }

    private static List<Content> contents(
            PacketRequest request, Instant sealedAt, List<PacketIndex.Failure> failures) {
        Case confirmed = request.confirmed();
        var contents = new ArrayList<Content>();
        contents.add(new Content(
                "data/listing.json", PacketJson.write(facts(confirmed)), "application/json", "listing facts"));
        contents.add(new Content(
                ImageList.PATH,
                PacketJson.write(ImageList.of(confirmed.sightings())),
                "application/json",
                "hashes of the listing's images"));
        contents.add(new Content(
                "data/capture.warc.gz", request.capture().bytes(), "application/warc", "capture as served"));
        switch (request.screenshot()) {
            case Part.Held png ->
                contents.add(new Content("data/screenshot.png", png.bytes(), "image/png", "rendering, faces covered"));
            case Part.Missing(String reason) -> failures.add(new PacketIndex.Failure("screenshot", reason));
        }
        contents.add(new Content(
                "data/README.txt",
                PacketReadme.text(confirmed.id(), sealedAt, failures).getBytes(UTF_8),
                "text/plain",
                "how to check this packet"));
        return contents;
    }

    private PacketIndex index(
            PacketRequest request,
            Instant sealedAt,
            List<PacketIndex.FileEntry> files,
            List<PacketIndex.Failure> failures) {
        Case confirmed = request.confirmed();
        PacketIndex.ListingFacts listing = facts(confirmed);
        // the same case, capture and second give the same packet, so writing it again does not make a second one
        String seed = confirmed.id() + "|" + sealedAt + "|" + Sha256.of(request.capture().bytes());
        return new PacketIndex(
                PacketIndex.SCHEMA,
                UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)),
                confirmed.id(),
                listing.firstSeen(),
                sealedAt,
                new PacketIndex.Method(packer.tool(), packer.version()),
                listing,
                match(confirmed),
                files,
                failures);
    }

    private static PacketIndex.ListingFacts facts(Case confirmed) {
        var listing = confirmed.listing();
        List<Instant> seen =
                confirmed.sightings().stream().map(Sighting::seenAt).sorted().toList();
        return new PacketIndex.ListingFacts(
                listing.url(),
                listing.title(),
                listing.language(),
                listing.seller(),
                seen.getFirst(),
                seen.getLast(),
                listing.offer());
    }

    private static PacketIndex.Match match(Case confirmed) {
        if (!(confirmed.state() instanceof CaseState.Confirmed(var review)))
            throw new IllegalArgumentException("case " + confirmed.id() + " is not confirmed");
        return new PacketIndex.Match(
                confirmed.id() + "/subject", // case ids are drawn at random: it leads back to nobody
                new PacketIndex.Decision("confirmed", review.at()),
                confirmed.sightings().stream().map(PacketWriter::seen).toList());
    }

    private static PacketIndex.Seen seen(Sighting s) {
        return new PacketIndex.Seen(
                s.image().url(),
                s.image().sha256(),
                s.image().face(),
                s.seenAt(),
                s.comparison().cosine(),
                s.comparison().threshold(),
                s.comparison().falseMatchRate(),
                s.comparison().model());
    }
}
