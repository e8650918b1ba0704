package org.unlisted.crawl.listing.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor.Page;

/** Whatever a page looks like, it is read without an exception, and what is found keeps its promises. */
class ExtractorPropertyTest {
    private static final String URL = "https://m.example/t/12345.html?page=1";
    private static final List<String> PAGES = List.of(
            "discuz.html", "phpbb.html", "xenforo.html", "telegram-embed.html", "state-zh.html", "state-ru.html",
            "jsonld-list.html", "rdfa.html", "classified-ru.html", "paste.html", "invision.html");
    private static final List<String> PIECES = List.of(
            "<div class=post id=p1>", "<td class=t_f>", "</div>", "</td>", "<table>", "<img src=a.jpg data-src='//x/y.png'>",
            "<img zoomfile=http://[::1 file=%%>", "<a href='javascript:x'>", "<a href='/p/1'>", "</a>", "<h1>", "</h1>", "¥1.5万",
            "1.500.000 đ", "2026-9-12 14:03", "<script>window.a={title:'x',price:", "</script>", "<time datetime=2026-99-99>",
            "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":", "{\"@graph\":[", "\"a\"", "}]}", "<pre>", "<textarea>",
            "<meta property=og:title content=x>", "<div itemscope itemtype='http://schema.org/Product'>", "<span itemprop=price>",
            "<div class='tgme_widget_message' data-post='abc/1'>", "<div style='background-image:url(", "\uD800", "\u0000", "&#xDFFF;",
            "<noscript><img src=z.jpg>", "<picture><source srcset='a 1x, b 2x'>", "<base href='http://b.example/c/'>", "人脸", "<li class=c>",
            "<link rel=next href='?page=2'>", "<blockquote>", "<form><input type=password>", "登录", "%7B%22", "JSON.parse(\"{", "=");

    @Property(tries = 400)
    void holdsForRandomMarkup(@ForAll("markup") String html) {
        check(Pages.html(URL, html));
    }

    @Property(tries = 300)
    void holdsForDamagedPages(@ForAll("damaged") byte[] body) {
        check(Pages.read(URL, body, "text/html"));
    }

    @Property(tries = 200)
    void holdsForAnyBytes(@ForAll byte[] body, @ForAll("types") String type) {
        check(Pages.read(URL, body, type));
    }

    private static void check(Page page) {
        assertThat(page.links()).allMatch(URI::isAbsolute).doesNotHaveDuplicates();
        assertThat(page.nextPage().filter(u -> !u.isAbsolute())).isEmpty();
        if (!(page.extraction() instanceof Extraction.Found(List<Listing> listings))) return;
        for (Listing listing : listings) {
            assertThat(listing.images()).doesNotHaveDuplicates()
                    .allMatch(i -> i.isAbsolute() && String.valueOf(i.getScheme()).startsWith("http") && i.getHost() != null);
            assertThat(listing.text()).isEqualTo(listing.text().strip());
            assertThat(new String(listing.text().getBytes(UTF_8), UTF_8)).isEqualTo(listing.text());
            assertThat(new String(listing.title().getBytes(UTF_8), UTF_8)).isEqualTo(listing.title()).doesNotContain("\n");
        }
    }

    @Provide
    Arbitrary<String> markup() {
        Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.of(PIECES), noise).list().ofMaxSize(60).map(p -> String.join("", p));
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Combinators.combine(Arbitraries.of(PAGES), Arbitraries.longs(), Arbitraries.integers().between(1, 60)).as(ExtractorPropertyTest::damage);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("", "text/html", "text/plain", "text/html; charset=gbk", "text/html; charset=nonsense", "application/octet-stream");
    }

    /** Bytes replaced, stretches cut out or doubled, and the end torn off. */
    private static byte[] damage(String name, long seed, int wounds) {
        byte[] body = bytes(name);
        Random random = new Random(seed);
        for (int i = 0; i < wounds && body.length > 100; i++) {
            int at = random.nextInt(body.length - 50);
            int length = 1 + random.nextInt(40);
            switch (random.nextInt(4)) {
                case 0 -> body[at] = (byte) random.nextInt(256);
                case 1 -> body = joined(body, at, at + length);
                case 2 -> body = joined(body, at + length, at);
                default -> {
                    if (random.nextInt(20) == 0) body = Arrays.copyOf(body, at + 1);
                }
            }
        }
        return body;
    }

    private static byte[] joined(byte[] body, int end, int start) {
        byte[] out = new byte[end + body.length - start];
        System.arraycopy(body, 0, out, 0, end);
        System.arraycopy(body, start, out, end, body.length - start);
        return out;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ExtractorPropertyTest.class.getResourceAsStream("/pages/" + name)) {
            if (in == null) throw new IllegalArgumentException("no page " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
