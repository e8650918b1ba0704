package org.unlisted.console.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.listing.AskedPrice;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.listing.Seller;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.signal.Masker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one page says, as a JSON object. What it does not say is null. */
final class PageJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PageJson() {}

    static ObjectNode of(URI url, ListingExtractor.Page page, OfferReader reader) {
        ObjectNode line = JSON.createObjectNode();
        line.put("url", url.toString());
        line.put("wall", page.extraction() instanceof Extraction.Wall(Extraction.Wall.Kind kind) ? kind.word() : null);
        ArrayNode listings = line.putArray("listings");
        if (page.extraction() instanceof Extraction.Found(List<Listing> found))
            for (Listing listing : found) listing(listings.addObject(), listing, reader.read(listing));
        ArrayNode links = line.putArray("outlinks");
        page.links().forEach(l -> links.add(l.toString()));
        line.put("next_page", page.nextPage().map(URI::toString).orElse(null));
        line.put("truncated", page.truncated());
        return line;
    }

    private static void listing(ObjectNode node, Listing listing, List<Offer> offers) {
        ObjectNode read = JSON.createObjectNode();
        OfferJson.put(read, offers);
        node.set("label", read.path("label"));
        node.put("url", listing.url().toString())
                .put("structure", listing.structure().name())
                .put("language", listing.language())
                .put("title", Masker.mask(listing.title()))
                .put("text", Masker.mask(listing.text()));
        price(node, listing.price());
        seller(node, listing.seller());
        ArrayNode images = node.putArray("images");
        listing.images().forEach(i -> images.add(i.toString()));
        node.put("posted_at", listing.postedAt().map(Object::toString).orElse(null));
        String id = listing.itemId().orElse(null);
        Listing.Structure structure = listing.structure();
        boolean message =
                structure == Listing.Structure.TELEGRAM_PREVIEW || structure == Listing.Structure.CHAT_MESSAGE;
        boolean post = structure == Listing.Structure.FORUM_POST;
        node.put("message_id", message ? id : null)
                .put("post_id", post ? id : null)
                .put("item_id", message || post ? null : id);
        node.set("offers", read.path("offers"));
    }

    private static void price(ObjectNode node, Optional<AskedPrice> price) {
        if (price.isEmpty()) {
            node.putNull("price");
            return;
        }
        node.putObject("price")
                .put("amount", price.get().amount().map(OfferJson::plain).orElse(null))
                .put("currency", price.get().currency().orElse(null))
                .put("displayed", price.get().displayed());
    }

    private static void seller(ObjectNode node, Optional<Seller> seller) {
        if (seller.isEmpty()) {
            node.putNull("seller");
            return;
        }
        node.putObject("seller")
                .put("name", seller.get().name().orElse(null))
                .put("handle", seller.get().handle().orElse(null));
    }
}
