package org.unlisted.crawl.listing.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.crawl.listing.ListingExtractor;

/** Pages made to exhaust a reader. The limit is generous, since machines are shared: each takes a second or two. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class HostilePagesTest {
    private static final String URL = "https://m.example/item/12345.html";
    private static final String OPEN = "<html><body><h1>T</h1><div class='detail'>";

    static Stream<Named<String>> pages() {
        return Stream.of(
                Named.of("500,000 nested blocks", OPEN + "<div>".repeat(500_000) + "faces"),
                Named.of("nested quotations", OPEN + "<blockquote class=quote>".repeat(300_000) + "x"),
                Named.of("nested tables", OPEN + "<table><tr><td>".repeat(100_000) + "x"),
                Named.of("nested formatting", OPEN + "<b><font><a href=/x>".repeat(100_000) + "x"),
                Named.of("nested posts", "<body>" + "<div class=post id=post_1>".repeat(200_000) + "x"),
                Named.of("nested Discuz posts", "<body>" + "<div id=post_1><div class=t_f>".repeat(100_000) + "x"),
                Named.of("nested items", OPEN + "<div itemscope itemtype='http://schema.org/Product'>".repeat(80_000) + "x"),
                Named.of("nested authors", OPEN + "<span class=author>".repeat(150_000) + "x"),
                Named.of("nested prices", OPEN + "<span class=price>".repeat(150_000) + "$5"),
                Named.of("nested messages", "<div class=tgme_widget_message data-post=abc/1>".repeat(100_000) + "x"),
                Named.of("50,000 paragraphs", OPEN + many(i -> "<p>hello " + i + "</p>")),
                Named.of("50,000 cards", OPEN + many(i -> "<li class=c><a href='/i/" + i + "'>item</a><b class=price>$5</b></li>")),
                Named.of("50,000 posts", many(i -> "<div class=post id=p" + i + "><div class=postbody><div class=content>hi</div></div></div>")),
                Named.of("50,000 replies", many(i -> "<div class=reply id=reply" + i + "><b class=author>x</b>hi</div>")),
                Named.of("50,000 pictures", OPEN + many(i -> "<img src=/i/" + i + ".jpg>")),
                Named.of("50,000 parts of one post", "<div id=post_1>" + many(i -> "<div class=t_f>x</div>")),
                Named.of("a line of 8 MB", OPEN + "五千张人脸 打包 ".repeat(350_000)),
                Named.of("angle brackets", "<".repeat(8_000_000)),
                Named.of("deep JSON-LD", OPEN + "<script type='application/ld+json'>" + "{\"@graph\":[".repeat(150_000)),
                Named.of("deep state", "<script>window.a=" + "{\"title\":\"x\",\"price\":[".repeat(150_000) + "</script>"),
                Named.of("many assignments", "<script>title price " + "a={".repeat(1_000_000) + "</script>"),
                Named.of("many quotes", "<script>title price " + "a='".repeat(1_000_000) + "</script>"),
                Named.of("many functions", "<script>title price " + "x=(function(a){return ".repeat(50_000) + "</script>"),
                Named.of("many items", "<script>window.s=[" + "{\"id\":12345,\"title\":\"pack\",\"price\":5,\"desc\":\"hello hello\"},".repeat(80_000) + "]</script>"),
                Named.of("digits", OPEN + "<span class=date>" + "1".repeat(100_000) + "</span><time>" + "9-".repeat(100_000)),
                Named.of("backgrounds", OPEN + ("<div style=\"background:" + "url(".repeat(40_000) + "\">").repeat(20)),
                Named.of("sources", OPEN + "<img srcset='" + "a b,".repeat(300_000) + "'>"),
                Named.of("names", OPEN + "<div class='" + "post-author-price ".repeat(100_000) + "'>x"),
                Named.of("markup in markup", OPEN + "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"x\",\"description\":\""
                        + "&lt;p&gt;&amp;lt;".repeat(100_000) + "\"}</script>"));
    }

    private static String many(IntFunction<String> one) {
        return IntStream.range(0, 50_000).mapToObj(one).collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void survives(String html) {
        assertThatCode(() -> Pages.html(URL, html)).doesNotThrowAnyException();
    }

    @Test
    void readsTheBeginningOfAHugeBodyAndSaysSo() {
        byte[] body = new byte[200 << 20];
        Arrays.fill(body, (byte) 'a');
        byte[] start = "<html><body><h1>Faces</h1><p>pack of faces ".getBytes(UTF_8);
        System.arraycopy(start, 0, body, 0, start.length);
        ListingExtractor.Page page = Pages.read(URL, body, "text/html");

        assertThat(page.truncated()).isTrue();
        assertThat(Pages.only(page).title()).isEqualTo("Faces");
        assertThat(Pages.only(page).text().length()).isLessThanOrEqualTo(ListingExtractor.LIMIT);
        assertThat(Pages.html(URL, OPEN + "x").truncated()).isFalse();
    }

    @Test
    void replacesHalfCharacters() {
        String text = Pages.only(Pages.html(URL, """
                <html><body><script type="application/ld+json">{"@type":"Product","name":"a\\ud800b","description":"c\\udc00d faces"}</script>
                <p>&#xD800;</p></body></html>""")).text();
        assertThat(text).isEqualTo("c\uFFFDd faces");
    }

    @Test
    void readsBrokenUtf8() {
        byte[] body = "<html><body><div class=detail><h1>人脸图</h1><p>六千张打包八十元 有意请联系 大量现货 一手资源</p></div>".repeat(3).getBytes(UTF_8);
        body[40] = (byte) 0xFF;
        assertThatCode(() -> Pages.read(URL, body, "text/html; charset=utf-8")).doesNotThrowAnyException();
    }
}
