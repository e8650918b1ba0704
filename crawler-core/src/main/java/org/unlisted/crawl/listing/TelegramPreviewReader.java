package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The public web preview of a Telegram channel (t.me/s/NAME): one listing a message. */
final class TelegramPreviewReader implements MarkupReader {
    private static final Pattern POST = Pattern.compile("[A-Za-z0-9_]{3,64}/\\d{1,12}");

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        List<Listing> listings = new ArrayList<>();
        for (Element message : page.document().select(".tgme_widget_message[data-post]")) {
            String post = message.attr("data-post").strip();
            if (!POST.matcher(post).matches() || message.hasClass("service_message")) continue;
            Element own = message.clone();
            // What it answers, and the site behind a link, are other people's words and pictures.
            own.select(".tgme_widget_message_reply, .tgme_widget_message_link_preview,"
                    + " .tgme_widget_message_user").remove();
            Element words = own.selectFirst(".tgme_widget_message_text.js-message_text, .tgme_widget_message_text");
            String text = words == null ? "" : PageText.of(words);
            List<URI> images = PageImages.in(own, page);
            if (text.isEmpty() && images.isEmpty()) continue;
            int slash = post.indexOf('/');
            listings.add(new Listing(
                    URI.create("https://t.me/" + post),
                    Listing.Structure.TELEGRAM_PREVIEW,
                    "",
                    text,
                    Optional.empty(),
                    page.language(text),
                    Optional.of(Seller.withHandle(post.substring(0, slash))),
                    Optional.empty(),
                    Optional.of(post.substring(slash + 1)),
                    images));
        }
        return listings;
    }
}
