package org.unlisted.takedown.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a packet without any key and without unpacking it to disk: that it is a whole bag, that no file was changed,
 * lost or slipped in, that the capture is sound and that the index says what the files say. The packet may come from
 * anybody, so sizes are bounded and paths outside the bag refused. Thread-safe.
 */
public final class PacketVerifier {

    /** Never throws for what the file holds: whatever is wrong with it is a step that failed. */
    public Verification verify(Path zip) {
        var steps = new ArrayList<Verification.Step>();
        try (var packet = PacketZip.open(zip)) {
            steps.add(new Verification.Step(
                    "archive", true, "The archive holds " + packet.files().size() + " files in one folder."));
            var bag = new BagCheck(packet);
            steps.addAll(bag.steps());
            if (packet.files().contains(WarcCheck.PATH)) {
                var capture = WarcCheck.of(packet);
                steps.add(capture.step());
                steps.add(new IndexCheck(packet, bag.payloadSums(), capture.payloads()).step());
            } else {
                steps.add(new Verification.Step("capture", false, WarcCheck.PATH + " is missing."));
            }
        } catch (IOException e) {
            steps.add(new Verification.Step("archive", false, "The archive cannot be read: " + e.getMessage() + "."));
        }
        return new Verification(List.copyOf(steps));
    }

    /** A reader of one part of a packet that turns what cannot be read into a fault. */
    interface Reading {
        void run() throws IOException;
    }

    static void orFault(String path, List<String> faults, Reading reading) {
        try {
            reading.run();
        } catch (IOException e) {
            faults.add(path + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
