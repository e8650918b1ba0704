package org.unlisted.console.screenshot;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.unlisted.console.desk.RecordedBody;
import org.unlisted.console.desk.Screenshots;
import org.unlisted.console.desk.SealedRecords;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.evidence.Part;
import org.unlisted.takedown.evidence.Redaction;
import org.unlisted.takedown.sighting.Sighting;

/**
 * Renders the captured pages of cases: pictures of the enrolee with everybody else covered, no other picture at all.
 * Thread-safe.
 */
public final class CaseScreenshots implements Screenshots {
    private static final int WIDTH = 900; // px, of a picture: pages shrink them anyway

    private final SealedRecords records;
    private final PageShot browser;
    private final Map<CaseId, Part> prepared = new ConcurrentHashMap<>();

    public CaseScreenshots(SealedRecords records, Chromium chromium) {
        this.records = requireNonNull(records, "records");
        this.browser = new PageShot(chromium);
    }

    /** Renders ahead, two pages at a time; {@link #of} then hands each out once. */
    public void prepare(List<Case> cases) {
        List<Case> readable = new ArrayList<>();
        List<CapturedPage> pages = new ArrayList<>();
        for (Case known : cases) {
            try {
                pages.add(page(known));
                readable.add(known);
            } catch (IOException e) { // one item of many
                prepared.put(known.id(), new Part.Missing("the captured page could not be read"));
            }
        }
        List<Shot> shots = browser.all(pages);
        Map<CaseId, Part> parts = new HashMap<>();
        for (int i = 0; i < shots.size(); i++) parts.put(readable.get(i).id(), part(shots.get(i)));
        prepared.putAll(parts);
    }

    @Override
    public Part of(Case confirmed) {
        Part ready = prepared.remove(confirmed.id());
        if (ready != null) return ready;
        try {
            return part(browser.of(page(confirmed)));
        } catch (IOException e) {
            return new Part.Missing("the captured page could not be read");
        }
    }

    private static Part part(Shot shot) {
        return switch (shot) {
            case Shot.Taken taken -> new Part.Held(taken.png());
            case Shot.NotTaken(String reason) -> new Part.Missing(reason);
        };
    }

    private CapturedPage page(Case known) throws IOException {
        Sighting newest = known.sightings().getLast();
        RecordedBody body = records.body(newest.pageEvidence());
        CapturedPage page = new CapturedPage(body.url(), body.fetchedAt(), body.contentType(), body.bytes());
        for (Sighting sighting : known.sightings()) {
            byte[] image = records.body(sighting.image().evidence()).bytes();
            page = page.withPicture(
                    sighting.image().url(), new Redaction().covered(image, sighting.image(), WIDTH));
        }
        return page;
    }
}
