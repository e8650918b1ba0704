package org.unlisted.crawl.hunt.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.WarcRecords;

/** Writes archives as a sweep leaves them. */
final class StoredCaptures {
    private final Path folder;

    StoredCaptures(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path archive(String source, String name, Exchange... pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Instant last = Instant.EPOCH;
        out.writeBytes(WarcRecords.warcinfo(name, "unlisted", Instant.parse("2026-11-01T00:00:00Z")));
        for (Exchange page : pages) {
            out.writeBytes(WarcRecords.pair(page));
            if (page.fetchedAt().isAfter(last)) last = page.fetchedAt();
        }
        Path file = folder.resolve(source).resolve(name + ".warc.gz");
        Files.createDirectories(file.getParent());
        Files.write(file, out.toByteArray());
        return Files.setLastModifiedTime(file, FileTime.from(last));
    }

    static Exchange page(String url, String at, String html) {
        return answered(url, at, 200, "text/html; charset=utf-8", html);
    }

    static Exchange answered(String url, String at, int status, String type, String body) {
        return new Exchange(
                URI.create(url),
                Instant.parse(at),
                status,
                List.of(Map.entry("User-Agent", "Unlisted")),
                List.of(Map.entry("Content-Type", type)),
                Optional.empty(),
                false,
                body.getBytes(UTF_8));
    }

    /** A page with one listing. */
    static String item(String title, String text) {
        return """
                <html><head><title>%1$s</title><meta property="og:type" content="product">
                <meta property="og:title" content="%1$s"><meta property="og:description" content="%2$s"></head>
                <body><h1>%1$s</h1><p>%2$s</p></body></html>""".formatted(title, text);
    }
}
