package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitemapsTest {
    private static final String NS = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Loopback server;
    private final WebClient client = HostileServerTest.client(Duration.ofSeconds(10));
    private final Sitemaps sitemaps = new Sitemaps(client, new Robots(client, "Unlisted", Clock.systemUTC()));

    @BeforeEach
    void serve() throws IOException {
        server = new Loopback();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void put(String path, byte[] body) {
        server.reply(path, 200, Map.of("Content-Type", "application/xml"), body);
    }

    private String entry(String path, String lastmod) {
        return "<url><loc>" + server.url(path) + "</loc>" + (lastmod.isEmpty() ? "" : "<lastmod>" + lastmod + "</lastmod>")
                + "</url>";
    }

    private static String set(String entries) {
        return XML + "<urlset" + NS + ">" + entries + "</urlset>";
    }

    private String index(String... paths) {
        StringBuilder text = new StringBuilder(XML + "<sitemapindex" + NS + ">");
        for (String path : paths) text.append("<sitemap><loc>").append(server.url(path)).append("</loc></sitemap>");
        return text.append("</sitemapindex>").toString();
    }

    private List<String> paths() {
        return sitemaps.urls(List.of(server.url("/sitemap.xml")), url -> true).stream().map(URI::getPath).toList();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void listsTheLatestFirstAndThoseWithoutADateLast() {
        put("/sitemap.xml", set(entry("/a", "2026-01-01") + entry("/b", "") + entry("/c", "2026-11-01T10:00:00Z")).getBytes(UTF_8));
        assertThat(paths()).containsExactly("/c", "/a", "/b");
    }

    @Test
    void listsOnlyWhatTheCallerAdmits() {
        put("/sitemap.xml", set(entry("/item/1", "") + entry("/about", "")).getBytes(UTF_8));
        assertThat(sitemaps.urls(List.of(server.url("/sitemap.xml")), url -> url.getPath().startsWith("/item/")))
                .containsExactly(server.url("/item/1"));
    }

    @Test
    void readsIndexesPackedFilesAndPlainText() throws IOException {
        put("/sitemap.xml", index("/one.xml", "/two.xml.gz", "/three.txt").getBytes(UTF_8));
        put("/one.xml", set(entry("/a", "")).getBytes(UTF_8));
        put("/two.xml.gz", gzip(set(entry("/b", "")).getBytes(UTF_8)));
        server.reply("/three.txt", 200, Map.of("Content-Type", "text/plain"), (server.url("/c") + "\n").getBytes(UTF_8));
        assertThat(paths()).containsExactlyInAnyOrder("/a", "/b", "/c");
    }

    @Test
    void goesNoDeeperThanTheFilesOfAnIndexAndReadsNoneTwice() {
        put("/sitemap.xml", index("/sitemap.xml", "/inner.xml", "/inner.xml").getBytes(UTF_8));
        put("/inner.xml", index("/deep.xml").getBytes(UTF_8));
        put("/deep.xml", set(entry("/a", "")).getBytes(UTF_8));
        assertThat(paths()).isEmpty();
        assertThat(server.asked()).containsExactlyInAnyOrder("/robots.txt", "/sitemap.xml", "/inner.xml");
    }

    @Test
    void readsAtMost50FilesAndNoneOfAnotherHost() throws IOException {
        try (Loopback other = new Loopback()) {
            String[] many = new String[200];
            for (int i = 0; i < many.length; i++) many[i] = "/m" + i + ".xml";
            String index = index(many).replace("</sitemapindex>", "<sitemap><loc>http://localhost:"
                    + other.url("/").getPort() + "/x.xml</loc><lastmod>2026-11-01</lastmod></sitemap></sitemapindex>");
            put("/sitemap.xml", index.getBytes(UTF_8));
            assertThat(paths()).isEmpty();
            assertThat(server.asked()).hasSize(1 + 50);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void listsAtMost50000Addresses() {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 45_000; i++) entries.append(entry("/" + i, ""));
        put("/a.xml", set(entries.toString()).getBytes(UTF_8));
        put("/b.xml", set(entries.toString().replace("</loc>", "?b</loc>")).getBytes(UTF_8));
        put("/sitemap.xml", index("/a.xml", "/b.xml").getBytes(UTF_8));
        assertThat(paths()).hasSize(50_000);
    }

    @Test
    void expandsNoEntityAndReadsNoFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "http://127.0.0.1/secret");
        for (Charset charset : List.of(UTF_8, UTF_16)) {
            String declared = "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\n";
            String outside = "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"" + secret.toUri() + "\"><!ENTITY % y SYSTEM \""
                    + server.url("/evil.dtd") + "\"> %y;]>\n";
            String body = set("<url><loc>&x;</loc></url>" + entry("/a", "")).replace(XML, declared + outside);
            put("/sitemap.xml", body.getBytes(charset));
            assertThat(sitemaps.urls(List.of(server.url("/sitemap.xml")), url -> true))
                    .noneMatch(url -> url.toString().contains("secret"));
        }
        assertThat(server.asked()).doesNotContain("/evil.dtd");
    }

    @Test
    void expandsNoEntityHoweverDeepItIsNested() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE urlset [<!ENTITY l0 \"" + server.url("/") + "\">");
        for (int i = 1; i < 12; i++) laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        put("/sitemap.xml", set("<url><loc>&l11;</loc></url>").replace(XML, XML + laughs + "]>\n").getBytes(UTF_8));
        assertThat(paths()).isEmpty();
    }

    @Test
    void keepsWhatStandsBeforeAnErrorAndCutsBombs() throws IOException {
        put("/sitemap.xml", (set(entry("/a", "")).replace("</urlset>", "") + "<url><loc>").getBytes(UTF_8));
        assertThat(paths()).containsExactly("/a");
        String bomb = set(entry("/a", "")).replace("</urlset>", "<!--" + " ".repeat(60 << 20));
        put("/sitemap.xml", gzip(bomb.getBytes(UTF_8)));
        assertThat(paths()).containsExactly("/a");
    }

    @Test
    void makesNothingOfOtherFiles() {
        put("/sitemap.xml", new byte[] {1, 2, 3, 0, (byte) 0xff});
        assertThat(paths()).isEmpty();
        put("/sitemap.xml", new byte[0]);
        assertThat(paths()).isEmpty();
        server.html("/sitemap.xml", "<!doctype html><title>404</title><a href=\"/x\">x</a>");
        assertThat(paths()).isEmpty();
        server.reply("/sitemap.xml", 404, Map.of(), new byte[0]);
        assertThat(paths()).isEmpty();
    }

    @Test
    void asksForNoFileThatRobotsTxtForbids() {
        server.reply(
                "/robots.txt", 200, Map.of("Content-Type", "text/plain"), "User-agent: *\nDisallow: /sitemap\n".getBytes(UTF_8));
        put("/sitemap.xml", set(entry("/a", "")).getBytes(UTF_8));
        assertThat(paths()).isEmpty();
        assertThat(server.asked()).containsExactly("/robots.txt");
    }
}
