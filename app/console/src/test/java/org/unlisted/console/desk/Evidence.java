package org.unlisted.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.WarcRecords;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.sighting.Comparison;
import org.unlisted.takedown.sighting.ImageHash;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;
import org.unlisted.takedown.sighting.Region;
import org.unlisted.takedown.sighting.SeenImage;
import org.unlisted.takedown.sighting.Sighting;

/**
 * Sightings as one sweep would report them, each page and picture sealed once: p01 in the first contact sheet of the
 * sample people.
 */
public final class Evidence {
    public static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Path PEOPLE = Path.of("../../samples/people");
    private final EvidenceVault vault;
    private final Map<URI, String> sealed = new HashMap<>();

    public Evidence(EvidenceVault vault) {
        this.vault = vault;
    }

    public static byte[] sample(String file) throws IOException {
        return Files.readAllBytes(PEOPLE.resolve(file));
    }

    /** The sheet in a page of that market. */
    public Sighting sheet(String subject, String url) throws IOException {
        return sighting(subject, url, "sheets/sheet1.jpg", new Region(800, 130, 863, 193));
    }

    /** A portrait in the same page. */
    public Sighting portrait(String subject, String url) throws IOException {
        return sighting(subject, url, "enrol/p01/1.jpg", new Region(199, 312, 517, 629));
    }

    private Sighting sighting(String subject, String url, String file, Region face) throws IOException {
        byte[] jpeg = sample(file);
        // numbered: a sample's own name would carry the enrolee's id into a notice
        URI picture = URI.create(url).resolve("/img/" + file.length() + ".jpg");
        String html = "<title>人脸照片 出售</title><img src=/img/17.jpg><img src=/img/15.jpg>";
        String page = seal(URI.create(url), "text/html; charset=utf-8", html.getBytes(UTF_8));
        SeenImage seen = new SeenImage(
                picture,
                sha256(jpeg),
                width(jpeg),
                height(jpeg),
                face,
                others(file),
                seal(picture, "image/jpeg", jpeg));
        return new Sighting(
                sha256((subject + url + file).getBytes(UTF_8)).substring(0, 16),
                subject,
                new Comparison(0.7124, 0.5512, 1e-4, "mobilefacenet"),
                listing(url),
                seen,
                SEEN,
                page,
                List.of(new ImageHash(picture, seen.sha256())));
    }

    private static ListingRef listing(String url) {
        return new ListingRef(
                "market",
                URI.create(url),
                "真人手持身份证 <b>四件套</b> 现货",
                "zh",
                Optional.of("@laowang_88"),
                new OfferFacts(
                        "HANDHELD_ID_SET+FACE_PHOTO",
                        OptionalLong.of(2300),
                        OptionalLong.empty(),
                        Optional.of(new BigDecimal("8050")),
                        Optional.of("CNY"),
                        Optional.of("TOTAL"),
                        Optional.of(new BigDecimal("3.5")),
                        "2300套真人手持，8050元打包"));
    }

    /** Five of the other faces in the sheet, as measured. */
    private static List<Region> others(String file) {
        if (!file.startsWith("sheets/")) return List.of();
        return List.of(
                new Region(106, 131, 169, 195),
                new Region(332, 126, 411, 205),
                new Region(566, 124, 647, 205),
                new Region(1026, 131, 1093, 198),
                new Region(102, 333, 168, 400));
    }

    private String seal(URI url, String contentType, byte[] body) throws IOException {
        String known = sealed.get(url);
        if (known != null) return known;
        String name = vault.seal(WarcRecords.pair(new Exchange(
                url,
                SEEN,
                200,
                List.of(Map.entry("User-Agent", "unlisted-test")),
                List.of(Map.entry("Content-Type", contentType)),
                Optional.empty(),
                false,
                body)));
        sealed.put(url, name);
        return name;
    }

    private static int width(byte[] jpeg) throws IOException {
        return decode(jpeg).getWidth();
    }

    private static int height(byte[] jpeg) throws IOException {
        return decode(jpeg).getHeight();
    }

    public static BufferedImage decode(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
