package org.unlisted.crawl.listing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The public web preview of a Telegram channel (t.me/s/NAME) and of a single message: one listing a message. */
final class TelegramPreviewReader implements MarkupReader {
    private static final Pattern POST = Pattern.compile("[A-Za-z0-9_]{3,64}/\\d{1,12}");
    private static final Pattern SINGLE = Pattern.compile("/(?:s/)?([A-Za-z0-9_]{3,64})/(\\d{1,12})/?");
    // What it answers, where it came from, and the site behind a link are other people's words and pictures.
    private static final Set<String> FOREIGN = Set.of(
            "tgme_widget_message_reply", "tgme_widget_message_link_preview", "tgme_widget_message_user",
            "tgme_widget_message_forwarded_from", "tgme_widget_message_author", "tgme_widget_message_footer",
            "tgme_widget_message_reactions", "tgme_widget_message_sticker_wrap", "tgme_widget_message_inline_keyboard",
            "tgme_widget_message_via_bot", "tgme_widget_message_poll", "emoji");

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        if (!page.map().names("tgme_widget_message")) return single(page);
        List<Listing> listings = new ArrayList<>();
        for (Element message : page.map().affordable(
                page.document().getElementsByClass("tgme_widget_message"), page.document())) {
            String post = message.attr("data-post").strip();
            if (!POST.matcher(post).matches() || message.hasClass("service_message")) continue;
            message(page, message, post).ifPresent(listings::add);
        }
        return listings;
    }

    private static Optional<Listing> message(HtmlPage page, Element message, String post) {
        String text = text(message);
        List<URI> images = PageImages.in(message, page, TelegramPreviewReader::isForeign);
        if (text.isEmpty() && images.isEmpty()) return Optional.empty();
        int slash = post.indexOf('/');
        Element owner = message.selectFirst(".tgme_widget_message_owner_name");
        Optional<String> name = Optional.ofNullable(owner).map(o -> PageText.line(o.text())).filter(n -> !n.isEmpty());
        return Optional.of(new Listing(
                URI.create("https://t.me/" + post),
                Listing.Structure.TELEGRAM_PREVIEW,
                "",
                text,
                Optional.empty(),
                page.language(text),
                Optional.of(new Seller(name, Optional.of(post.substring(0, slash)))),
                sentAt(message),
                Optional.of(post.substring(slash + 1)),
                images));
    }

    private static String text(Element message) {
        StringBuilder out = new StringBuilder();
        for (Element words : message.select(".tgme_widget_message_text")) {
            boolean reply = words.hasClass("js-message_reply_text") || words.parents().stream()
                    .limit(12)
                    .takeWhile(p -> !p.equals(message))
                    .anyMatch(p -> isForeign(p) || p.hasClass("tgme_widget_message_text"));
            if (!reply) out.append(PageText.of(words, e -> e.hasClass("tgme_widget_message_reply"))).append('\n');
        }
        if (out.isEmpty()) {
            Element file = message.selectFirst(".tgme_widget_message_document_title");
            if (file != null) return PageText.of(file);
        }
        return out.toString().strip();
    }

    private static boolean isForeign(Element e) {
        if (e.attributesSize() == 0) return false;
        for (String name : e.classList()) if (FOREIGN.contains(name)) return true;
        return false;
    }

    private static Optional<Instant> sentAt(Element message) {
        Element time = message.selectFirst(".tgme_widget_message_date time[datetime], time.time[datetime]");
        if (time == null) time = message.selectFirst("time[datetime]");
        return time == null ? Optional.empty() : PostedTime.read(time.attr("datetime"), "en");
    }

    /** A message's own page without the embedded frame: all there is stands in its Open Graph tags. */
    private static List<Listing> single(HtmlPage page) {
        String host = String.valueOf(page.url().getHost());
        Matcher m = SINGLE.matcher(String.valueOf(page.url().getRawPath()));
        Optional<String> text = page.meta("og:description").map(PageText::ofMarkup);
        boolean telegram = host.equals("t.me") || host.equals("telegram.me") || host.equals("telegram.dog");
        if (!telegram || !m.matches() || text.isEmpty() || text.get().isEmpty()) return List.of();
        return List.of(new Listing(
                URI.create("https://t.me/" + m.group(1) + "/" + m.group(2)),
                Listing.Structure.TELEGRAM_PREVIEW,
                "",
                text.get(),
                Optional.empty(),
                page.language(text.get()),
                Optional.of(new Seller(page.meta("og:title").map(PageText::line), Optional.of(m.group(1)))),
                Optional.empty(),
                Optional.of(m.group(2)),
                page.metas("og:image").stream().flatMap(i -> page.resolve(i).stream()).distinct().toList()));
    }
}
