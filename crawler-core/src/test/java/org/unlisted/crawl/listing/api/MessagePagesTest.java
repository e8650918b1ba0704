package org.unlisted.crawl.listing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor.Page;

/** Telegram's previews. */
class MessagePagesTest {

    @Test
    void readsAnEmbeddedMessageWithItsAlbumAndNothingOfOthers() {
        Listing message = Pages.only(Pages.file("telegram-embed.html", "https://t.me/sample_dock/311?embed=1"));

        assertThat(message.url()).isEqualTo(URI.create("https://t.me/sample_dock/311"));
        assertThat(message.text()).isEqualTo("🔥 Селфи с паспортом, 3000 человек\n15 ₽ за комплект, опт от 500\nПишите @nobody_x");
        assertThat(message.images()).extracting(URI::getPath).containsExactly("/file/one.jpg", "/file/two.jpg");
        assertThat(message.postedAt()).contains(Instant.parse("2026-09-12T11:03:00Z"));
        assertThat(Pages.name(message)).isEqualTo("Сборка лиц");
        assertThat(Pages.handle(message)).isEqualTo("sample_dock");
        assertThat(message.itemId()).contains("311");
        assertThat(message.language()).isEqualTo("ru");
    }

    @Test
    void readsAMessagesOwnPageFromItsTags() {
        Listing message = Pages.only(Pages.html("https://t.me/sample_dock/12", """
                <html><head><title>Telegram: Contact @sample_dock</title><meta property="og:title" content="Face depot">
                <meta property="og:site_name" content="Telegram"><meta property="og:image" content="https://cdn4.example/a.jpg">
                <meta property="og:description" content="2000 faces&#10;$5 all"></head><body><div class="tgme_page">
                <a href="tg://resolve?domain=sample_dock">View</a></div></body></html>"""));

        assertThat(message.text()).isEqualTo("2000 faces\n$5 all");
        assertThat(message.itemId()).contains("12");
        assertThat(message.images()).containsExactly(URI.create("https://cdn4.example/a.jpg"));
    }

    @Test
    void goesOnWithOlderMessages() {
        Page page = Pages.html("https://t.me/s/sample_dock", """
                <html><body><a href="/s/sample_dock?before=80" class="tme_messages_more js-messages_more" data-before="80"></a>
                <div class="tgme_widget_message" data-post="sample_dock/81"><div class="tgme_widget_message_text">a pack of faces</div>
                <a class="tgme_widget_message_date" href="https://t.me/sample_dock/81"><time datetime="2026-09-12T14:03:00+00:00">x</time></a>
                </div></body></html>""");

        assertThat(page.nextPage()).contains(URI.create("https://t.me/s/sample_dock?before=80"));
        assertThat(Pages.only(page).postedAt()).contains(Instant.parse("2026-09-12T14:03:00Z"));
    }
}
