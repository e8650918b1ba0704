package org.unlisted.sweep.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferLabel;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.face.image.Picture;
import org.unlisted.sweep.protocol.EventLine;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.ListingRef;

class SellerSignalsTest {
    private static final String ID = "11010519491231002X"; // the example of GB 11643
    private static final OfferListing OFFER = offer("/1", "手持料 样本 " + ID + " 一套三张", "加V face_888 飞机 @face_king");
    private final SellerSignals signals = new SellerSignals(new byte[32]);

    @Test
    void reportsAnOfferWithoutItsContactsAndNumbers() {
        SweepEvent.OfferSeen seen = signals.seen("market", OFFER, 3);

        assertThat(seen.contacts()).hasSize(2).allMatch(c -> c.matches("contact:(WECHAT|TELEGRAM):[\\w-]{22}"));
        assertThat(seen.severity()).isEqualTo(Severity.PERSONAL_DATA);
        assertThat(EventLine.of(seen))
                .doesNotContain("19491231", "face_888", "face_king")
                .contains("手持料", "110•••••••••••••2X");
    }

    @Test
    void keepsTheContactsForACaseButNotTheNumbers() {
        ListingRef listing = Sightings.ref("market", OFFER, Masker::mask);

        assertThat(listing.title()).contains("110•••••••••••••2X");
        assertThat(listing.offer().quote()).contains("face_888").doesNotContain("1949");
    }

    @Test
    void masksAQuoteThatCutsANumber() {
        OfferListing cut = offer("/2", "手持料", "样本 " + ID, "样本 1101051949123");

        assertThat(Sightings.ref("market", cut, Masker::mask).offer().quote()).isEqualTo("样本 110••••••••••");
    }

    @Test
    void namesTheSameSellerInAPictureAsInAText() throws WriterException {
        List<String> inPicture = List.copyOf(signals.inCodesOf(code("https://t.me/face_king")));

        assertThat(inPicture).hasSize(1);
        assertThat(signals.seen("market", OFFER, 3).contacts()).containsAll(inPicture);
        assertThat(signals.inCodesOf(code("https://example.org/menu"))).isEmpty();
    }

    @Test
    void tellsEachListingItsContactsOnce() {
        OfferListing other = offer("/3", "人脸", "");
        List<PictureFinding> findings = List.of(
                finding("a", List.of("contact:QQ:b", "contact:QQ:a"), OFFER, other),
                finding("b", List.of("contact:QQ:a"), OFFER),
                finding("c", List.of(), offer("/4", "人脸", "")));

        assertThat(SellerSignals.seen(findings)).containsExactly(
                new SweepEvent.ContactsSeen(OFFER.listing().url(), List.of("contact:QQ:a", "contact:QQ:b")),
                new SweepEvent.ContactsSeen(other.listing().url(), List.of("contact:QQ:a", "contact:QQ:b")));
    }

    private static PictureFinding finding(String name, List<String> contacts, OfferListing... offers) {
        URI url = URI.create("https://market.example/" + name);
        return new PictureFinding(
                url, "00", 9, 9, 0, "", Optional.empty(), List.of(), "", contacts, List.of(offers));
    }

    static OfferListing offer(String path, String title, String text) {
        return offer(path, title, text, title + "\n" + text);
    }

    private static OfferListing offer(String path, String title, String text, String quote) {
        URI url = URI.create("https://market.example" + path);
        Listing listing = new Listing(url, Listing.Structure.PLAIN, title, text, Optional.empty(), "zh",
                Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return new OfferListing(url, listing, new Offer(OfferLabel.SALE, "ID_INFO", OptionalLong.empty(),
                OptionalLong.empty(), Optional.empty(), Optional.empty(), List.of(), 1, quote, List.of()));
    }

    static Picture code(String text) throws WriterException {
        BitMatrix bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 200, 200);
        int[] rgb = new int[200 * 200];
        for (int i = 0; i < rgb.length; i++) rgb[i] = bits.get(i % 200, i / 200) ? 0 : 0xffffff;
        return Picture.of(200, 200, rgb);
    }
}
