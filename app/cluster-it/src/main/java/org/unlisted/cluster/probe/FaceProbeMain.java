package org.unlisted.cluster.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.EnrolmentOutcome;
import org.unlisted.face.enrol.NamedPhoto;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.sweep.cluster.ClusterShipment;
import org.unlisted.sweep.match.FaceImageHandler;
import org.unlisted.sweep.protocol.SweepKey;
import org.unlisted.sweep.protocol.SweepOrder;

/** The submitter: enrols three people, looks at three pictures here, then on the cluster, and prints both findings. */
final class FaceProbeMain {
    private static final List<String> PEOPLE = List.of("p01", "p02", "p03");
    private static final List<String> PICTURES =
            List.of("handheld/p01.jpg", "leaked/p02/idphoto.jpg", "sheets/sheet1.jpg");

    private FaceProbeMain() {}

    /** Arguments: the project's folder, an empty folder, the cluster's configuration, the job jar, the probe's jar. */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Path work = Files.createDirectories(Path.of(args[1]));
        Path people = root.resolve("samples").resolve("people");
        SweepKey key = newKey();
        Path cards = root.resolve("config").resolve("models");
        Path models = root.resolve("face-index").resolve("target").resolve("models");
        Path snapshot = work.resolve("gallery");
        enrol(people.resolve("enrol"), cards, models, work, key).writeSnapshot(snapshot, key.bytes());

        Map<String, byte[]> keys = new HashMap<>();
        FaceReducer.KEYS.forEach(name -> keys.put(name, key.bytes()));
        List<Path> pictures = PICTURES.stream().map(people::resolve).sorted(Comparator.comparing(Path::getFileName)).toList();
        Map<String, String> settings = Map.of(
                "model-cards", cards.toString(),
                "models", models.toString(),
                "snapshot", snapshot.toString(),
                "evidence", work.resolve("evidence").toString());
        try (FaceImageHandler handler = new FaceImageHandler()) {
            handler.open(settings, keys);
            for (Path picture : pictures)
                print("HERE ", FaceReducer.look(handler, picture.getFileName().toString(), Files.readAllBytes(picture)));
        }
        SweepOrder order = new SweepOrder("s-probe", Path.of(""), List.of(), Map.of(), work, work, snapshot, cards,
                models, root.resolve("config/lexicon"), root.resolve("config/trackers"), root.resolve("config/sites"),
                key, key, key);
        ClusterShipment shipment = ClusterShipment.of(order, work.resolve("shipment"));
        print("THERE ", new FaceJob(Path.of(args[2])).run(Path.of(args[3]), Path.of(args[4]), shipment, keys, pictures));
    }

    private static void print(String prefix, List<String> lines) {
        lines.forEach(line -> System.out.println(prefix + line));
    }

    private static SweepKey newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SweepKey(key);
    }

    private static ReferenceVault enrol(Path photos, Path cards, Path models, Path work, SweepKey key)
            throws IOException {
        ReferenceVault vault = new ReferenceVault(work.resolve("references"), key.bytes());
        try (EnrolmentDesk desk = EnrolmentDesk.open(cards, models, vault)) {
            for (String person : PEOPLE)
                if (!(desk.enrol(new EnroleeId(person), photosIn(photos.resolve(person)))
                        instanceof EnrolmentOutcome.Enrolled)) throw new IOException("not enrolled: " + person);
        }
        return vault;
    }

    private static List<NamedPhoto> photosIn(Path folder) throws IOException {
        List<NamedPhoto> photos = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList())
                photos.add(new NamedPhoto(file.getFileName().toString(), Files.readAllBytes(file)));
        }
        return photos;
    }
}
