package org.unlisted.takedown.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether {@code data/packet.json} says what the other files say. Not thread-safe. */
final class IndexCheck {
    private final PacketZip packet;
    private final Map<String, String> payloadSums;
    private final Set<String> captured;
    private final List<String> faults = new ArrayList<>();

    /**
     * @param payloadSums from the payload manifest
     * @param captured    SHA-256 of every payload in the capture
     */
    IndexCheck(PacketZip packet, Map<String, String> payloadSums, Set<String> captured) {
        this.packet = packet;
        this.payloadSums = payloadSums;
        this.captured = captured;
    }

    Verification.Step step() {
        PacketVerifier.orFault(PacketIndex.PATH, faults, () -> {
            var index = PacketJson.read(packet.text(PacketIndex.PATH), PacketIndex.class);
            if (!index.schema().equals(PacketIndex.SCHEMA))
                faults.add(PacketIndex.PATH + " has the unknown schema \"" + index.schema() + "\".");
            checkFiles(index);
            checkCase(index);
            checkListing(index);
            checkImages(index);
        });
        return Verification.Step.of(
                "index",
                faults,
                PacketIndex.PATH + " agrees with the files; the pictures at issue are in the capture.");
    }

    private void checkFiles(PacketIndex index) {
        var expected = new TreeMap<>(payloadSums);
        expected.remove(PacketIndex.PATH);
        for (PacketIndex.FileEntry file : index.files()) {
            boolean same = file.sha256().equals(expected.remove(file.path()))
                    && file.bytes() == packet.claimedSize(file.path());
            if (!same) faults.add(PacketIndex.PATH + " states another size or SHA-256 for " + file.path() + ".");
        }
        expected.keySet().forEach(path -> faults.add(PacketIndex.PATH + " does not mention " + path + "."));
    }

    private void checkCase(PacketIndex index) {
        if (!packet.folder().equals(index.caseId() + ".evidence"))
            faults.add(
                    PacketIndex.PATH + " is about case " + index.caseId() + ", the folder is " + packet.folder() + ".");
        PacketVerifier.orFault(Bag.INFO, faults, () -> {
            String id = "External-Identifier: " + index.caseId() + "/" + index.packetId();
            if (new String(packet.text(Bag.INFO), UTF_8).lines().noneMatch(id::equals))
                faults.add("bag-info.txt does not say \"" + id + "\".");
        });
    }

    private void checkListing(PacketIndex index) {
        String path = "data/listing.json";
        PacketVerifier.orFault(path, faults, () -> {
            if (!PacketJson.read(packet.text(path), PacketIndex.ListingFacts.class).equals(index.listing()))
                faults.add(path + " and " + PacketIndex.PATH + " differ about the listing.");
        });
    }

    private void checkImages(PacketIndex index) {
        var seen = new TreeSet<String>();
        index.match().seen().forEach(s -> seen.add(s.imageSha256()));
        if (seen.isEmpty()) faults.add(PacketIndex.PATH + " names no picture at issue.");
        for (String sha256 : seen)
            if (!captured.contains(sha256))
                faults.add(WarcCheck.PATH + " does not hold the picture with SHA-256 " + sha256 + ".");
        PacketVerifier.orFault(ImageList.PATH, faults, () -> {
            var atIssue = new TreeSet<String>();
            for (var image : PacketJson.read(packet.text(ImageList.PATH), ImageList.class).images())
                if (image.atIssue()) atIssue.add(image.sha256());
            if (!atIssue.equals(seen))
                faults.add(ImageList.PATH + " and " + PacketIndex.PATH + " differ about the pictures at issue.");
        });
    }
}
