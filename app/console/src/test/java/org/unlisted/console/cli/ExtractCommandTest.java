package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.console.config.AppFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractCommandTest {
    private static final String URL = "http://market.example/xian/item-1001.html";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream console = System.out;
    private final PrintStream errors = System.err;
    private final String app = System.getProperty(AppFolder.PROPERTY, "");

    @BeforeEach
    void listen() {
        System.setProperty(AppFolder.PROPERTY, "../..");
        System.setOut(new PrintStream(out, true, UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(console);
        System.setErr(errors);
        if (app.isEmpty()) System.clearProperty(AppFolder.PROPERTY);
        else System.setProperty(AppFolder.PROPERTY, app);
    }

    @Test
    void printsAListingAsOneLine() {
        assertThat(Unlisted.run("extract", "../../samples/market/xian/item-1001.html", "--url", URL)).isZero();
        assertThat(out.toString(UTF_8)).endsWith("\n").hasLineCount(1);
        JsonNode page = json();
        JsonNode listing = page.path("listings").path(0);

        assertThat(page.path("url").asString()).isEqualTo(URL);
        assertThat(page.path("wall").isNull()).isTrue();
        assertThat(page.path("next_page").isNull()).isTrue();
        assertThat(page.path("outlinks").valueStream().map(JsonNode::asString)).contains("http://market.example/xian/");
        assertThat(listing.path("label").asString()).isEqualTo("SALE");
        assertThat(listing.path("title").asString()).isEqualTo("手持正反 一手渠道 现货");
        assertThat(listing.path("price").path("amount").decimalValue()).isEqualByComparingTo("0.80");
        assertThat(listing.path("price").path("currency").asString()).isEqualTo("CNY");
        assertThat(listing.path("price").path("displayed").asString()).startsWith("¥");
        assertThat(listing.path("seller").path("name").asString()).isEqualTo("kk_东郊");
        assertThat(listing.path("seller").path("handle").isNull()).isTrue();
        assertThat(listing.path("images").path(0).asString()).isEqualTo("http://market.example/img/x1001-1.jpg");
        assertThat(listing.path("posted_at").isNull()).isTrue();
        assertThat(listing.path("item_id").asString()).isEqualTo("1001");
        assertThat(listing.path("offers").path(0).path("persons").asInt()).isEqualTo(3200);
    }

    @Test
    void namesPostsAndMessagesByTheirNumbers() {
        Unlisted.run("extract", "../../samples/market/forum/thread-2202.html", "--url", "http://market.example/forum/thread-2202.html");
        JsonNode post = json().path("listings").path(1);
        assertThat(post.path("post_id").asString()).isEqualTo("2");
        assertThat(post.path("message_id").isNull()).isTrue();
        assertThat(post.path("posted_at").asString()).isEqualTo("2026-09-18T12:11:00Z");
        out.reset();
        Unlisted.run("extract", "../../samples/market/tg/kyc_depot.html", "--url", "http://market.example/tg/kyc_depot.html");
        JsonNode message = json().path("listings").path(1);
        assertThat(message.path("message_id").asString()).isEqualTo("118");
        assertThat(message.path("post_id").isNull()).isTrue();
        assertThat(message.path("seller").path("name").asString()).isEqualTo("KYC Depot");
    }

    @Test
    void namesTheWall() {
        assertThat(Unlisted.run("extract", "../../samples/market/members/vault.html", "--url", "http://market.example/members/vault.html"))
                .isZero();
        assertThat(json().path("wall").asString()).isEqualTo("login");
        assertThat(json().path("listings").isEmpty()).isTrue();
    }

    @Test
    void obeysTheContentType() throws IOException {
        Path file = Files.write(folder.resolve("p"), "<p>出售人脸照片</p>".getBytes(Charset.forName("GB18030")));
        Unlisted.run("extract", file.toString(), "--url", URL, "--content-type", "text/plain; charset=gbk");
        assertThat(json().path("listings").path(0).path("text").asString()).isEqualTo("<p>出售人脸照片</p>");
    }

    @Test
    void refusesWrongUsage() {
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
        assertThat(Unlisted.run("extract", folder.resolve("none.html").toString(), "--url", URL)).isEqualTo(2);
        for (String url : new String[] {"not a url", "ftp://m.example/", "item.html", "http://"})
            assertThat(Unlisted.run("extract", "../../samples/market/index.html", "--url", url)).as(url).isEqualTo(2);
        assertThat(Unlisted.run("extract", "../../samples/market/index.html")).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void failsOnWhatIsNoPage() throws IOException {
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
        Path file = Files.write(folder.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(Unlisted.run("extract", file.toString(), "--url", URL)).isEqualTo(1);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString(UTF_8));
    }
}
