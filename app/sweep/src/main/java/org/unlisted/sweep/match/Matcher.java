package org.unlisted.sweep.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.nutch.CrawledSource;
import org.unlisted.face.scan.BundleScanner;
import org.unlisted.sweep.cluster.ClusterShipment;
import org.unlisted.sweep.protocol.SweepOrder;
import tools.jackson.databind.json.JsonMapper;

/** Looks for the enrolled in pictures of offers, at hand or fetched by a crawl. */
public final class Matcher {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> settings;
    private final Map<String, String> settingsOfTasks;
    private final Map<String, byte[]> keys;
    private final Path evidence;
    private final int enrolees;
    private final int references;

    private Matcher(SweepOrder order, Map<String, byte[]> keys, BundleScanner scanner) {
        this.settings = settings(order.modelCards().toString(), order.models().toString(), order.snapshot().toString());
        this.settingsOfTasks = order.crawl().cluster().isEmpty()
                ? settings
                : settings(ClusterShipment.MODEL_CARDS, ClusterShipment.MODELS, ClusterShipment.SNAPSHOT);
        this.keys = keys;
        this.evidence = order.evidence();
        this.enrolees = scanner.enrolees();
        this.references = scanner.references();
    }

    /**
     * Opens gallery and models once, so that a wrong key or a changed model stops the sweep before it starts.
     *
     * @throws IOException names the file
     */
    public static Matcher open(SweepOrder order) throws IOException {
        byte[] snapshotKey = order.snapshotKey().bytes();
        try (BundleScanner scanner =
                BundleScanner.open(order.modelCards(), order.models(), order.snapshot(), snapshotKey)) {
            return new Matcher(
                    order,
                    Map.of(
                            FaceImageHandler.SNAPSHOT_KEY, snapshotKey,
                            FaceImageHandler.EVIDENCE_KEY, order.evidenceKey().bytes(),
                            FaceImageHandler.CONTACT_KEY, order.contactKey().bytes()),
                    scanner);
        }
    }

    private static Map<String, String> settings(String modelCards, String models, String snapshot) {
        return Map.of(
                FaceImageHandler.MODEL_CARDS, modelCards,
                FaceImageHandler.MODELS, models,
                FaceImageHandler.SNAPSHOT, snapshot);
    }

    public int enrolees() {
        return enrolees;
    }

    public int references() {
        return references;
    }

    /** Looks at the pictures of a crawl. */
    public List<PictureFinding> scan(CrawledSource source, IntConsumer progress) throws IOException {
        return source.scan(FaceImageHandler.class, settingsOfTasks, keys, evidence, progress).stream()
                .map(line -> JSON.readValue(line, PictureFinding.class))
                .toList();
    }

    /** Opens a handler for pictures that need no crawl. */
    public LocalScan local() throws IOException {
        FaceImageHandler handler = new FaceImageHandler();
        Map<String, String> here = new HashMap<>(settings);
        here.put(FaceImageHandler.ATTACHMENTS, evidence.toString());
        handler.open(here, keys);
        return new LocalScan(handler);
    }

    /** One handler at work in this thread. */
    public static final class LocalScan implements AutoCloseable {
        private final FaceImageHandler handler;

        private LocalScan(FaceImageHandler handler) {
            this.handler = handler;
        }

        /** Looks at one picture. */
        public PictureFinding look(OfferImage image) throws IOException {
            return handler.look(image);
        }

        @Override
        public void close() {
            handler.close();
        }
    }
}
