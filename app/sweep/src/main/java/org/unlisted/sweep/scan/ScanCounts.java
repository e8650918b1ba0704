package org.unlisted.sweep.scan;

import java.util.Map;
import java.util.TreeMap;
import org.unlisted.sweep.match.PictureFinding;
import org.unlisted.sweep.protocol.SweepEvent;

/** Counts what a scan does and tells it. One thread at a time. */
final class ScanCounts {
    private static final long BETWEEN_NANOS = 1_000_000_000;

    private final ScanListener listener;
    private final int files;
    private final long startedAt = System.nanoTime();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private int done;
    private int images;
    private int imagesHere;
    private int faces;
    private int candidates;
    private int left;
    private long toldAt = startedAt;

    /**
     * @param files of the bundle, as far as known
     */
    ScanCounts(ScanListener listener, int files) {
        this.listener = listener;
        this.files = files;
    }

    /** A file that no worker is asked about. */
    void leftOut(String item, String reason, String detail) {
        done++;
        skip(item, reason, detail);
    }

    void skip(String item, String reason, String detail) {
        left++;
        skipped.merge(reason, 1, Integer::sum);
        listener.event(new SweepEvent.Skipped("", item, reason, detail));
    }

    /** @param here by this process, and not by one that was broken off */
    void looked(String name, ScanJournal.Entry entry, boolean here) {
        done++;
        images += entry.images();
        if (here) imagesHere += entry.images();
        faces += entry.faces();
        candidates += entry.candidates();
        for (PictureFinding.Refusal refusal : entry.refused()) skip(name, refusal.reason(), refusal.detail());
        if (System.nanoTime() - toldAt >= BETWEEN_NANOS) tell();
    }

    void tell() {
        toldAt = System.nanoTime();
        double rate = Math.round(10 * imagesHere / Math.max(1e-3, seconds())) / 10.0;
        listener.event(new SweepEvent.Scanning(done, Math.max(done, files), images, faces, left, rate));
    }

    SweepEvent.Done end(long peakRssMb) {
        double seconds = Math.round(10 * seconds()) / 10.0;
        return new SweepEvent.Done(0, 0, 0, images, faces, candidates, skipped, Map.of(), seconds, peakRssMb);
    }

    private double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }
}
