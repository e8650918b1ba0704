package org.unlisted.console.screenshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageShotTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final URI LISTING = URI.create("http://market.invalid/item/1.html");
    private static final int PICTURE = 0x1f9d55; // a colour that no page of these tests uses
    private static final int TILE = 0xc9ccd1;

    @TempDir
    Path folder;

    @Test
    void showsTheGivenPictureAndWithholdsEveryOther() throws IOException {
        var page = page("<body style='background:#fff'><img src='a.jpg' width=200 height=200>"
                        + "<img src='/item/b.jpg' width=200 height=200>")
                .withPicture(URI.create("http://market.invalid/item/b.jpg"), picture());

        BufferedImage shot = taken(page);

        assertThat(pixels(shot, PICTURE)).as("the matched picture").isGreaterThan(30_000);
        assertThat(pixels(shot, TILE)).as("the tile").isGreaterThan(20_000);
    }

    @Test
    void findsThePictureInLazyAttributesSourceSetsAndStyles() throws IOException {
        var page = page("<style>b{display:block;width:200px;height:200px;background:url(/p.jpg)}</style>"
                        + "<img src='data:,' data-original='/p.jpg' width=200 height=200>"
                        + "<img srcset='/small.jpg 1x, /p.jpg 2x' width=200 height=200>"
                        + "<i style=\"background-image:url('/p.jpg')\"></i><b></b>")
                .withPicture(URI.create("http://market.invalid/p.jpg"), picture());

        assertThat(pixels(taken(page), PICTURE)).as("three squares of 200, one of 180").isBetween(150_000L, 160_000L);
    }

    @Test
    void appendsAPictureThatThePageOnlyNamesInItsHead() throws IOException {
        var page = page("<meta property='og:image' content='/p.jpg'><p>text")
                .withPicture(URI.create("http://market.invalid/p.jpg"), picture());

        assertThat(pixels(taken(page), PICTURE)).isGreaterThan(9_000);
    }

    @Test
    void runsNoScriptAndFetchesNothing() throws IOException {
        var asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        String there = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        try {
            BufferedImage shot = taken(page(("<link rel=stylesheet href=THERE/a.css><style>@import 'THERE/b.css';"
                            + " p{background:image-set('THERE/c.png' 1x)}</style><base href=THERE>"
                            + "<meta http-equiv=refresh content='0;url=THERE/d'><iframe src=THERE/e></iframe>"
                            + "<img src=x.jpg onerror=\"document.body.style.background='#123456'\"><p>text"
                            + "<script>document.body.style.background='#123456';fetch('THERE/f')</script>"
                            + "<svg><image href=THERE/g.png width=50 height=50></svg>"
                            + "<video poster=THERE/h src=THERE/i></video>")
                    .replace("THERE", there)));

            assertThat(asked).hasValue(0);
            assertThat(pixels(shot, 0x123456)).isZero();
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void decodesByTheCharsetServed() {
        byte[] body = "<title>证件</title><p>手持身份证".getBytes(Charset.forName("GB18030"));
        var offline = new OfflinePage(new CapturedPage(LISTING, NOON, "text/html; charset=GB18030", body));

        assertThat(offline.html()).contains("手持身份证");
    }

    @Test
    void countsWhatItWithholds() {
        var page = page("<img src=/a.jpg><img src=/b.jpg><i style='background-image:url(/c.jpg)'></i>")
                .withPicture(URI.create("http://market.invalid/a.jpg"), new byte[] {1});

        assertThat(new OfflinePage(page).withheld()).isEqualTo(2);
    }

    @Test
    void inlinesAStyleSheetThatWasCaptured() throws IOException {
        var page = page("<link rel=stylesheet href=/s.css><p>text")
                .withStyle(URI.create("http://market.invalid/s.css"), "body{background:#1f9d55}");

        assertThat(pixels(taken(page), PICTURE)).isGreaterThan(30_000);
    }

    @Test
    void isAsTallAsEachPageInTheOrderAskedAndLeavesNoFileBehind() throws IOException {
        long before = scratchFolders();
        List<CapturedPage> pages = IntStream.of(1300, 3300, 2000)
                .mapToObj(height -> page("<div style='height:" + height + "px'></div>"))
                .toList();

        List<Integer> heights = new PageShot(chromium())
                .all(pages).stream().map(PageShotTest::image).map(BufferedImage::getHeight).toList();

        assertThat(heights.get(1) - heights.get(0)).isEqualTo(2000);
        assertThat(heights.get(2) - heights.get(0)).isEqualTo(700);
        assertThat(scratchFolders()).isEqualTo(before);
    }

    @Test
    void saysWhyWhenTheBrowserFails() throws IOException {
        assertThat(new PageShot(program("echo no display >&2; exit 7")).of(page("<p>text")))
                .isEqualTo(new Shot.NotTaken("the browser ended: no display"));
    }

    @Test
    void endsABrowserThatHangs() throws IOException {
        Shot shot = new PageShot(program("exec tail -f /dev/null"), Duration.ofMillis(300)).of(page("<p>text"));

        assertThat(shot).isInstanceOf(Shot.NotTaken.class);
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)
                        .filter(p -> p.info().commandLine().orElse("").contains("tail -f")))
                .isEmpty();
    }

    @Test
    void looksWhereTheEnvironmentSaysThenOnThePath() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path onPath = executable(bin.resolve("chromium"), "exit 0");
        Path named = executable(folder.resolve("mine"), "exit 0");

        assertThat(Chromium.find(Map.of("PATH", bin.toString())).map(Chromium::binary)).contains(onPath);
        assertThat(Chromium.find(Map.of("PATH", bin.toString(), "UNLISTED_CHROMIUM", named.toString()))
                        .map(Chromium::binary))
                .contains(named);
        assertThat(Chromium.find(Map.of("PATH", bin.toString(), "UNLISTED_CHROMIUM", folder + "/absent"))).isEmpty();
    }

    private Chromium program(String script) throws IOException {
        Path fake = executable(folder.resolve("browser"), script);
        return Chromium.find(Map.of("UNLISTED_CHROMIUM", fake.toString())).orElseThrow();
    }

    private static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static CapturedPage page(String body) {
        return new CapturedPage(LISTING, NOON, "text/html; charset=utf-8", ("<!doctype html>" + body).getBytes(UTF_8));
    }

    private static BufferedImage taken(CapturedPage page) {
        return image(new PageShot(chromium()).of(page));
    }

    private static BufferedImage image(Shot shot) {
        assertThat(shot).isInstanceOf(Shot.Taken.class);
        try {
            return ImageIO.read(new ByteArrayInputStream(((Shot.Taken) shot).png()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Chromium chromium() {
        Optional<Chromium> found = Chromium.find();
        assumeTrue(found.isPresent(), "no Chromium here: install it or name it in UNLISTED_CHROMIUM");
        return found.orElseThrow();
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(PICTURE));
        pen.fillRect(0, 0, 100, 100);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static long pixels(BufferedImage image, int colour) {
        return IntStream.range(0, image.getHeight())
                .mapToLong(y -> IntStream.range(0, image.getWidth())
                        .filter(x -> (image.getRGB(x, y) & 0xffffff) == colour)
                        .count())
                .sum();
    }

    private static long scratchFolders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(p -> p.getFileName().toString().startsWith(PageShot.SCRATCH)).count();
        }
    }
}
