package org.unlisted.console.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.unlisted.console.demo.DemoReviewer;
import org.unlisted.console.demo.DemoScore;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.crawl.signal.SignalReader;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.sighting.Comparison;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;
import org.unlisted.takedown.sighting.Region;
import org.unlisted.takedown.sighting.SeenImage;
import org.unlisted.takedown.sighting.Sighting;

/** A report of an invented sweep, with what a real one has: three languages, every case state, hostile words. */
final class SampleReport {
    static final Instant AT = Instant.parse("2026-11-22T09:41:00Z");
    static final String HOSTILE = "<script>alert(\"1\")</script> 'quoted' & <img src=x onerror=alert(2)>";

    private SampleReport() {}

    static Report full() {
        ListingRef handheld = listing("/xian/item-1.html", "zh", "出一批手持料 正反面+手持 一套三张", "ali_3390",
                facts("HANDHELD_ID_SET", 8600, 25800, "3010", "CNY", "TOTAL", "0.35",
                        "出一批手持料,正面+反面+手持一套三张,共8600套,整包3010元,不拆,懂的来"));
        ListingRef faces = listing("/shop/p/77", "en", "6,000 verified selfie faces, instant download", "facekit",
                facts("FACE_PHOTO+PII", 6000, 0, "30", "USD", "TOTAL", "0.005",
                        "6000 faces w/ name + phone, only $30 for all"));
        ListingRef viet = listing("/cho/t-9.html", "vi", "Bán ảnh chân dung kèm CCCD hai mặt, số lượng lớn", "kho_anh",
                facts("ID_SCAN", 1200, 3600, "2400000", "VND", "TOTAL", "2000",
                        "1200 bộ CCCD + chân dung, 2tr4 lấy hết"));
        ListingRef hostile = listing("/forum/t1.html#p3", "en", HOSTILE, "x\"><b>y",
                facts("FACE_PHOTO", 0, 500, "12", "CNY", "PER_IMAGE", "12", "</blockquote><script>alert(3)</script>"));
        ListingRef cheap = listing("/xian/item-4.html", "zh", "人脸图打包 纯大头 六千张 12块", "tupian88",
                facts("FACE_PHOTO", 0, 6000, "12", "CNY", "TOTAL", "0.002", "人脸图打包 纯大头 六千张 12块 拍下秒发网盘"));
        ListingRef unpriced = new ListingRef("channel", URI.create("https://t.me/x/5"), "料子新到,私聊", "zh",
                Optional.empty(), new OfferFacts("LIVENESS_VIDEO+ID_INFO", OptionalLong.empty(), OptionalLong.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "动态过脸视频 带证件信息 私聊"));
        Review demo = new Review(DemoReviewer.NAME, AT, "the same person: reviewed side by side, sample p01");
        Review person = new Review("reviewer-2", AT, "Same mole, same ear.");
        Review not = new Review(DemoReviewer.NAME, AT, "not the person: reviewed side by side, sample stranger s07");
        List<ReportCase> cases = List.of(
                shown(opened("C-2026-7K3M9Q2X", "p03", hostile, 0.581, new CaseState.UnderReview())),
                shown(opened("C-2026-D15M155D", "p02", cheap, 0.562, new CaseState.Dismissed(not))),
                shown(opened("C-2026-C0NF1RMD", "p01", handheld, 0.742, new CaseState.Confirmed(demo))),
                shown(opened("C-2026-N0T1CED0", "p04", faces, 0.693, new CaseState.Noticed(person, AT))));
        return new Report(
                new SweepEvent.Started("sweep-20261122-0941", "samples/plan.yaml", 5, 8, 24),
                new SweepEvent.Done(61, 34, 6, 41, 118, 9, Map.of("robots", 2, "truncated", 1), Map.of(), 48.3, 812),
                List.of(seen(handheld, 4), seen(faces, 3), seen(viet, 2), seen(hostile, 1), seen(cheap, 6),
                        seen(unpriced, 0)),
                cases,
                List.of(
                        tracked("/bbs/9", "face-material", "Example NGO"),
                        tracked("/bbs/12", "face-material", "Example NGO"),
                        tracked("/bbs/9", "any-leak", "")),
                List.of(
                        new SweepEvent.Skipped("market", "http://127.0.0.1:4711/private/1.html", "robots", "robots.txt says no"),
                        new SweepEvent.Skipped("market", "http://127.0.0.1:4711/private/2.html", "robots", "robots.txt says no"),
                        new SweepEvent.Skipped("chat", "photo_3.jpg", "truncated", "the picture ends after 5,120 bytes")),
                Optional.of("skipped.csv"),
                Optional.of(new DemoScore(
                        List.of("/xian/item-1.html p01", "/shop/p/77 p04"), List.of(), List.of(), List.of(),
                        List.of(), 5,
                        List.of("/cho/t-9.html persons: 1200 instead of 12000"))),
                Optional.empty(),
                "0.1.0",
                AT);
    }

    static Report empty() {
        return new Report(
                new SweepEvent.Started("sweep-0", "plan.yaml", 1, 0, 0),
                new SweepEvent.Done(0, 0, 0, 0, 0, 0, Map.of(), Map.of(), 0.4, -1),
                List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.of("the disk is full"), "0.1.0",
                AT);
    }

    private static SweepEvent.Tracked tracked(String path, String tracker, String owner) {
        return new SweepEvent.Tracked("market", URI.create("http://127.0.0.1:4711" + path), tracker,
                Optional.of(owner).filter(o -> !o.isEmpty()), "REVIEW");
    }

    static ReportCase shown(Case reported) {
        return new ReportCase(reported, Optional.of(picture(0x8fb8d0)), Optional.of(picture(0xc9a98f)),
                Optional.of(picture(0x8aa08c)), filed(reported, "packets/" + reported.id() + ".zip"),
                filed(reported, "notices/" + reported.id() + ".txt"));
    }

    private static Optional<String> filed(Case reported, String path) {
        return switch (reported.state()) {
            case CaseState.Confirmed _, CaseState.Noticed _ -> Optional.of(path);
            case CaseState.UnderReview _, CaseState.Dismissed _ -> Optional.empty();
        };
    }

    static Case opened(String id, String subject, ListingRef listing, double cosine, CaseState state) {
        var image = new SeenImage(listing.url().resolve("/img/a.jpg"), "0".repeat(64), 640, 480,
                new Region(10, 10, 90, 90), List.of(new Region(200, 10, 280, 90)), "image.warc");
        var sighting = new Sighting(id.toLowerCase(Locale.ROOT), subject,
                new Comparison(cosine, 0.548, 1e-4, "embedder-192"), listing, image, AT, "page.warc", List.of());
        return new Case(new CaseId(id), subject, listing, List.of(sighting), state, AT);
    }

    static SweepEvent.OfferSeen seen(ListingRef listing, int images) {
        Severity severity = new SignalReader().read(listing.offer().quote(), listing.language()).severity();
        return new SweepEvent.OfferSeen(listing, listing.url(), images, List.of("contact:WECHAT:AAAAAAAAAAAAAAAAAAAAAA"), severity);
    }

    static ListingRef listing(String path, String language, String title, String seller, OfferFacts facts) {
        URI url = URI.create("http://127.0.0.1:4711").resolve(path);
        return new ListingRef("market", url, title, language, Optional.of(seller), facts);
    }

    /** Zero persons or images: the offer does not say. */
    static OfferFacts facts(String kind, long persons, long images, String price, String currency, String basis,
            String perFace, String quote) {
        return new OfferFacts(
                kind,
                persons == 0 ? OptionalLong.empty() : OptionalLong.of(persons),
                images == 0 ? OptionalLong.empty() : OptionalLong.of(images),
                Optional.of(new BigDecimal(price)),
                Optional.of(currency),
                Optional.of(basis),
                Optional.of(new BigDecimal(perFace)),
                quote);
    }

    private static Picture picture(int colour) {
        var image = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(colour));
        pen.fillRect(0, 0, 160, 160);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Picture(out.toByteArray());
    }
}
