package org.unlisted.takedown.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether a packet is a whole bag: RFC 8493 section 3, with SHA-256 and every file listed. Not thread-safe. */
final class BagCheck {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");
    private static final List<String> TAGS = List.of(Bag.BAGIT, Bag.INFO, Bag.MANIFEST);
    private final PacketZip packet;
    private final SortedMap<String, String> payload = new TreeMap<>();
    private final SortedMap<String, String> tags = new TreeMap<>();
    private final List<Verification.Step> steps = new ArrayList<>();

    BagCheck(PacketZip packet) {
        this.packet = packet;
        steps.add(structure());
        steps.add(sums("payload", Bag.MANIFEST, payload));
        steps.add(sums("tags", Bag.TAG_MANIFEST, tags));
        steps.add(complete());
    }

    List<Verification.Step> steps() {
        return List.copyOf(steps);
    }

    /** What the payload manifest claims, by path. */
    SortedMap<String, String> payloadSums() {
        return new TreeMap<>(payload);
    }

    private Verification.Step structure() {
        var faults = new ArrayList<String>();
        PacketVerifier.orFault(Bag.BAGIT, faults, () -> {
            if (!new String(packet.text(Bag.BAGIT), UTF_8).equals(Bag.DECLARATION))
                faults.add("bagit.txt does not declare BagIt 1.0.");
        });
        PacketVerifier.orFault(Bag.INFO, faults, () -> {
            String oxum = "Payload-Oxum: " + oxum();
            if (new String(packet.text(Bag.INFO), UTF_8).lines().noneMatch(oxum::equals))
                faults.add("bag-info.txt does not say \"" + oxum + "\", which is the size of the payload.");
        });
        return Verification.Step.of("bag", faults, "It is a BagIt 1.0 bag with a payload of the stated size.");
    }

    private String oxum() {
        long octets = 0;
        int count = 0;
        for (String path : packet.files()) {
            if (!path.startsWith(Bag.PAYLOAD)) continue;
            octets += packet.claimedSize(path);
            count++;
        }
        return octets + "." + count;
    }

    private Verification.Step sums(String step, String manifest, SortedMap<String, String> claimed) {
        var faults = new ArrayList<String>();
        PacketVerifier.orFault(manifest, faults, () -> {
            for (String line : new String(packet.text(manifest), UTF_8).split("\n", -1)) {
                if (line.isEmpty()) continue;
                var parts = LINE.matcher(line);
                if (!parts.matches()) faults.add(manifest + " has a line that is no checksum.");
                else if (claimed.put(parts.group(2), parts.group(1)) != null)
                    faults.add(manifest + " lists " + parts.group(2) + " twice.");
            }
            if (claimed.isEmpty()) faults.add(manifest + " lists nothing.");
        });
        claimed.forEach((path, sum) -> PacketVerifier.orFault(path, faults, () -> {
            if (!packet.sha256(path).equals(sum)) faults.add(path + " does not match its SHA-256 in " + manifest + ".");
        }));
        return Verification.Step.of(step, faults, claimed.size() + " files match their SHA-256 in " + manifest + ".");
    }

    private Verification.Step complete() {
        var unlisted = new TreeSet<>(packet.files());
        unlisted.removeAll(payload.keySet());
        unlisted.removeAll(tags.keySet());
        unlisted.remove(Bag.TAG_MANIFEST);
        var faults = new ArrayList<String>();
        unlisted.forEach(path -> faults.add(path + " is in the archive but in no manifest."));
        for (String tag : TAGS) if (!tags.containsKey(tag)) faults.add(tag + " is not in " + Bag.TAG_MANIFEST + ".");
        for (String path : payload.keySet())
            if (!path.startsWith(Bag.PAYLOAD)) faults.add(path + " is listed as payload but lies outside data/.");
        return Verification.Step.of("complete", faults, "Every file is listed; nothing was slipped in.");
    }
}
