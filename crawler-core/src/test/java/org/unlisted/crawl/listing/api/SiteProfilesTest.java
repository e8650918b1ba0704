package org.unlisted.crawl.listing.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.listing.ListingExtractor.Page;

class SiteProfilesTest {
    private static final String PAGE = """
            <html lang="en"><head><title>Lot 7</title></head><body><h1>Evening auction</h1>
            <div class="lot" id="lot7"><span class="lot-no">7</span><h2 class="lot-head">Face archive</h2>
            <p class="hammer">now at <b>$1,200</b></p><p class="consignor"><a href="/u/quay_9">Quay Nine</a></p>
            <p class="opened"><time datetime="2026-09-12T14:03:00Z">x</time></p>
            <div class="lot-words">9000 faces. <span class="lot-bids">12 bids</span></div>
            <div class="plates"><a href="/big/1.jpg"><img src="/s/1.jpg"></a></div>
            <div class="lot-more">Another lot entirely</div></div><a class="turn" href="/lot/8">more</a></body></html>""";

    @TempDir
    Path folder;

    @Test
    void overruleTheGenericReading() throws IOException {
        ListingExtractor extractor = ListingExtractor.load(Path.of("../config/sites"));
        Page page = extractor.read(URI.create("https://auction.example.org/lot/7"), PAGE.getBytes(UTF_8), Optional.of("text/html"));
        Listing lot = Pages.only(page);

        assertThat(lot.structure()).isEqualTo(Listing.Structure.SITE_PROFILE);
        assertThat(lot.title()).isEqualTo("Face archive");
        assertThat(lot.text()).isEqualTo("9000 faces.");
        assertThat(lot.price().orElseThrow().amount().orElseThrow()).isEqualByComparingTo("1200");
        assertThat(Pages.name(lot)).isEqualTo("Quay Nine");
        assertThat(Pages.handle(lot)).isEqualTo("quay_9");
        assertThat(lot.postedAt()).contains(Instant.parse("2026-09-12T14:03:00Z"));
        assertThat(lot.itemId()).contains("7");
        assertThat(lot.images()).containsExactly(URI.create("https://auction.example.org/big/1.jpg"));
        assertThat(page.nextPage()).contains(URI.create("https://auction.example.org/lot/8"));
    }

    @Test
    void holdForTheirHostOnly() throws IOException {
        ListingExtractor extractor = ListingExtractor.load(Path.of("../config/sites"));
        for (String host : new String[] {"notexample.org", "example.org.evil.example"})
            assertThat(Pages.only(extractor.read(URI.create("https://" + host + "/lot/7"), PAGE.getBytes(UTF_8), Optional.of("text/html")))
                            .structure())
                    .isNotEqualTo(Listing.Structure.SITE_PROFILE);
    }

    @Test
    void areNotNeeded() throws IOException {
        ListingExtractor extractor = ListingExtractor.load(folder.resolve("nowhere"));
        assertThat(extractor.read(URI.create("https://example.org/"), PAGE.getBytes(UTF_8), Optional.empty()).title()).isEqualTo("Lot 7");
    }

    @Test
    void nameTheKeyThatIsUnknownAndTheSelectorThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.example.yaml"), "listing: div\ncolour: red\n");
        assertThatThrownBy(() -> ListingExtractor.load(folder)).hasMessageContaining("colour").hasMessageContaining("a.example.yaml");
        Files.writeString(file, "listing: 'div[['\n");
        assertThatThrownBy(() -> ListingExtractor.load(folder)).hasMessageContaining("div[[").hasMessageContaining("a.example.yaml");
        Files.writeString(file, "listing: [a, b]\n");
        assertThatThrownBy(() -> ListingExtractor.load(folder)).hasMessageContaining("listing is not a selector");
    }
}
