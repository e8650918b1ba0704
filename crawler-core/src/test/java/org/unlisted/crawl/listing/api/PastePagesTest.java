package org.unlisted.crawl.listing.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;

class PastePagesTest {
    private static final String URL = "https://paste.example/Ab12Cd34";

    @Test
    void readsAPasteWithoutItsFrame() {
        Listing paste = Pages.only(Pages.file("paste.html", "https://box.example/Ab12Cd34"));

        assertThat(paste.structure()).isEqualTo(Listing.Structure.PASTE);
        assertThat(paste.title()).isEqualTo("faces price list");
        assertThat(paste.text())
                .isEqualTo("SELLING real face photos, 9000 people\nfront + ID card: $2 per set\ncontact on request");
        assertThat(Pages.handle(paste)).isEqualTo("coldharbour");
        assertThat(paste.postedAt()).contains(Instant.parse("2026-09-12T19:03:00Z"));
        assertThat(paste.itemId()).contains("Ab12Cd34");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<pre>selling 900 face photos\n$2 each</pre>",
        "<div class='source'><ol><li>selling 900 face photos</li><li>$2 each</li></ol></div>",
        "<textarea readonly>selling 900 face photos\n$2 each</textarea>",
        "<pre><code>selling 900 face photos\n$2 each</code></pre>"
    })
    void keepsTheLinesOfAPaste(String block) {
        Listing paste = Pages.only(Pages.html(URL, "<html><head><title>x</title></head><body><nav><a href='/'>home</a></nav>" + block + "</body></html>"));
        assertThat(paste.text()).isEqualTo("selling 900 face photos\n$2 each");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain; charset=utf-8", ""})
    void readsPlainText(String type) {
        Listing paste = Pages.only(Pages.read(URL, "人脸 2000张\r\n打包 80元\n".getBytes(UTF_8), type));

        assertThat(paste.structure()).isEqualTo(Listing.Structure.PASTE);
        assertThat(paste.text()).isEqualTo("人脸 2000张\n打包 80元");
        assertThat(paste.language()).isEqualTo("zh");
    }

    @Test
    void readsPlainTextInAnOldCharset() {
        byte[] body = "出售人脸照片 两千张 打包八十元 需要的联系".getBytes(Charset.forName("GB18030"));
        assertThat(Pages.only(Pages.read(URL, body, "text/plain")).text()).startsWith("出售人脸照片");
    }

    @Test
    void doesNotTakeASnippetInAnArticleForAPaste() {
        Listing listing = Pages.only(Pages.html("https://blog.example/a/1", "<html><body><article><h1>How to sort files</h1><p>"
                + "Sorting pictures by name is easy with a few lines of shell. ".repeat(8)
                + "</p><pre>for f in *.jpg; do echo $f; done</pre></article></body></html>"));

        assertThat(listing.structure()).isEqualTo(Listing.Structure.PLAIN);
        assertThat(listing.title()).isEqualTo("How to sort files");
    }

    @Test
    void takesWhiteSpaceForNothing() {
        assertThat(Pages.read(URL, " \n\n ".getBytes(UTF_8), "text/plain").extraction()).isEqualTo(new Extraction.NotAListing());
    }
}
