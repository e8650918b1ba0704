package org.unlisted.crawl.capture.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.WarcRecords;

class WarcRecordsTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    private static final byte[] PAGE = "<html>人脸图</html>".getBytes(UTF_8);

    @Test
    void writesAFileThatJwarcReadsBack() throws Exception {
        byte[] file = joined(WarcRecords.warcinfo("c.warc.gz", "unlisted 0.1", AT), WarcRecords.pair(page(false)));

        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(file))) {
            reader.calculateBlockDigest();
            Warcinfo info = (Warcinfo) reader.next().orElseThrow();
            assertThat(info.version()).isEqualTo(MessageVersion.WARC_1_1);
            assertThat(info.fields().map().get("software")).containsExactly("unlisted 0.1");

            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.target()).isEqualTo("https://market.example/item?id=1");
            assertThat(response.date()).isEqualTo(AT);
            assertThat(response.http().status()).isEqualTo(200);
            assertThat(response.http().headers().first("X-Archive-Orig-Content-Encoding")).contains("gzip");
            assertThat(response.http().body().stream().readAllBytes()).isEqualTo(PAGE);
            assertThat(response.ipAddress()).contains(InetAddress.getByName("192.0.2.7"));
            assertThat(response.headers().first("WARC-Payload-Digest")).contains("sha256:" + sha256(PAGE));
            assertThat(response.headers().first("WARC-Truncated")).isEmpty();

            WarcRequest request = (WarcRequest) reader.next().orElseThrow();
            assertThat(request.concurrentTo()).containsExactly(response.id());
            assertThat(request.http().target()).isEqualTo("/item?id=1");
            assertThat(request.http().headers().first("Host")).contains("market.example");
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void passesJwarcsOwnValidator(@TempDir Path folder) throws Exception {
        Path file = Files.write(
                folder.resolve("c.warc.gz"),
                joined(WarcRecords.warcinfo("c.warc.gz", "unlisted 0.1", AT), WarcRecords.pair(page(true)), WarcRecords.pair(photo())));

        Path jwarc = Path.of(WarcReader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Process validator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", jwarc.toString(),
                        "org.netpreserve.jwarc.tools.ValidateTool", "-v", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(validator.getInputStream().readAllBytes(), UTF_8);

        assertThat(validator.waitFor()).as(said).isZero();
        assertThat(said).contains("c.warc.gz");
    }

    @Test
    void givesEachRecordAGzipMemberAndABlockDigestOfItsOwn() throws Exception {
        byte[] pair = WarcRecords.pair(page(false));
        List<String> blocks = new ArrayList<>();
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(pair))) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                byte[] block = record.body().stream().readAllBytes();
                assertThat(record.headers().first("WARC-Block-Digest")).contains("sha256:" + sha256(block));
                blocks.add(new String(block, UTF_8));
            }
        }

        assertThat(blocks).hasSize(2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(pair)).readAllBytes()).startsWith("WARC/1.1\r\n".getBytes(UTF_8));
    }

    @Test
    void isTheSameForTheSameExchange() throws IOException {
        assertThat(WarcRecords.pair(page(false))).isEqualTo(WarcRecords.pair(page(false)));
        assertThat(WarcRecords.pair(page(true))).isNotEqualTo(WarcRecords.pair(page(false)));
    }

    @Test
    void marksABodyCutAtTheCap() throws IOException {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(WarcRecords.pair(page(true))))) {
            assertThat(reader.next().orElseThrow().headers().first("WARC-Truncated")).contains("length");
        }
    }

    @Test
    void keepsFilesOfAChatAsResources() throws IOException {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(WarcRecords.pair(photo())))) {
            WarcResource resource = (WarcResource) reader.next().orElseThrow();
            assertThat(resource.target()).isEqualTo("chat:telegram/5/9?photo=1");
            assertThat(resource.contentType().base().toString()).isEqualTo("image/jpeg");
            assertThat(resource.body().stream().readAllBytes()).containsExactly(1, 2, 3);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void letsNoHeaderStartAnother() throws IOException {
        Exchange sly = new Exchange(URI.create("https://a.example/"), AT, 200, List.of(),
                List.of(Map.entry("X-A", "1\r\nX-Injected: 2")), Optional.empty(), false, PAGE);

        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(WarcRecords.pair(sly)))) {
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.http().headers().first("X-Injected")).isEmpty();
            assertThat(response.http().headers().first("X-A")).contains("1 X-Injected: 2");
        }
    }

    private static Exchange page(boolean truncated) throws IOException {
        return new Exchange(
                URI.create("https://market.example/item?id=1"),
                AT,
                200,
                List.of(Map.entry("User-Agent", "UnlistedBot")),
                List.of(Map.entry("Content-Type", "text/html"), Map.entry("Content-Encoding", "gzip")),
                Optional.of(InetAddress.getByName("192.0.2.7")),
                truncated,
                PAGE);
    }

    private static Exchange photo() {
        return new Exchange(
                URI.create("chat:telegram/5/9?photo=1"), AT, 200, List.of(), List.of(Map.entry("content-type", "image/jpeg")),
                Optional.empty(), false, new byte[] {1, 2, 3});
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
