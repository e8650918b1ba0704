package org.unlisted.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarketServerTest {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String EXCEPTIONS = """
            redirects:
              /old: {status: 302, to: /item.html}
            delays:
              /slow.html: 150
            statuses:
              /members.html: 401
            contentTypes:
              /gb.html: text/html
            """;

    @TempDir
    Path folder;

    private MarketServer market;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        Path site = Files.createDirectories(folder.resolve("market"));
        Files.writeString(folder.resolve("secret.txt"), "outside the market");
        Files.writeString(site.resolve("site.yaml"), EXCEPTIONS);
        Files.writeString(site.resolve("index.html"), "<h1>集市</h1>");
        for (String page : new String[] {"item", "slow", "members"}) {
            Files.writeString(site.resolve(page + ".html"), page);
        }
        Files.write(site.resolve("gb.html"), "人脸".getBytes(Charset.forName("GB18030")));
        Files.write(site.resolve("a.jpg"), new byte[] {1, 2, 3});
        market = MarketServer.start(site);
    }

    @AfterEach
    void stop() {
        market.close();
        client.close();
    }

    @Test
    void servesTheHomePageForTheRoot() throws Exception {
        HttpResponse<byte[]> answer = get("/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("<h1>集市</h1>");
    }

    @Test
    void servesBytesUnchangedAndLeavesTheCharsetAwayWhereTheSiteDoes() throws Exception {
        assertThat(get("/a.jpg").body()).containsExactly(1, 2, 3);
        assertThat(get("/a.jpg").headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(get("/gb.html").headers().firstValue("Content-Type")).contains("text/html");
        assertThat(new String(get("/gb.html").body(), Charset.forName("GB18030"))).isEqualTo("人脸");
    }

    @Test
    void redirectsWithinTheMarket() throws Exception {
        HttpResponse<byte[]> answer = get("/old");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/item.html");
    }

    @Test
    void answersSlowlyAndWithOtherStatusesWhereTheSiteDoes() throws Exception {
        Instant asked = Instant.now();
        assertThat(get("/slow.html").statusCode()).isEqualTo(200);
        assertThat(Duration.between(asked, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(get("/members.html").statusCode()).isEqualTo(401);
    }

    @Test
    void knowsNothingOfMissingFilesAndHidesItsExceptions() throws Exception {
        assertThat(get("/gone.html").statusCode()).isEqualTo(404);
        assertThat(get("/site.yaml").statusCode()).isEqualTo(404);
        assertThat(get("/%00").statusCode()).isEqualTo(404);
    }

    @Test
    void neverServesAFileOutsideItsFolder() throws Exception {
        Files.createSymbolicLink(folder.resolve("market/link.txt"), folder.resolve("secret.txt"));
        assertThat(get("/link.txt").statusCode()).isEqualTo(404);
        assertThat(raw("GET /../secret.txt HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 404").doesNotContain("outside");
        assertThat(raw("GET /%2e%2e/secret.txt HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .doesNotContain("outside");
    }

    @Test
    void answersHeadWithoutABodyAndRefusesOtherMethods() throws Exception {
        HttpRequest.Builder item = HttpRequest.newBuilder(uri("/item.html"));
        HttpResponse<byte[]> head = send(item.method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("4");
        assertThat(head.body()).isEmpty();
        HttpResponse<byte[]> post = send(item.POST(HttpRequest.BodyPublishers.ofString("x=1")));
        assertThat(post.statusCode()).isEqualTo(405);
    }

    @Test
    void remembersWhatWasAskedFor() throws Exception {
        get("/item.html?from=home");
        get("/gone.html");
        get("/item.html");
        assertThat(market.requested()).containsExactly("/item.html", "/gone.html", "/item.html");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(market.origin().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesExceptionsItDoesNotKnow() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("site.yaml"), EXCEPTIONS + "rewrites: {}\n");
        assertThatThrownBy(() -> MarketServer.start(other).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rewrites");
    }

    private URI uri(String path) {
        return market.origin().resolve(path);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a request that the client would tidy up first. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(LOOPBACK), market.origin().getPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
