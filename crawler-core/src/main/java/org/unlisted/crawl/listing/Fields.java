package org.unlisted.crawl.listing;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** Price and seller where a page has no structured data, by what its elements are called. */
final class Fields {
    private static final String PRICE = "[itemprop=price], .price, .item-price, .goods-price, .product-price, .cost,"
            + " #price";
    private static final String SELLER = "[itemprop=seller] [itemprop=name], [itemprop=seller],"
            + " [itemprop=author] [itemprop=name],"
            + " [itemprop=author], [rel=author], .seller-name, .seller, .shop-name, .username, .user-name, .author,"
            + " .poster, .nickname";
    private static final int LONGEST = 60;

    private Fields() {}

    static Optional<AskedPrice> price(Element scope) {
        for (Element e : scope.select(PRICE)) {
            String text = e.hasAttr("content") ? e.attr("content") : e.text();
            if (text.length() <= LONGEST && text.chars().anyMatch(Character::isDigit)) return Optional.of(asked(text.strip()));
        }
        return Optional.empty();
    }

    static AskedPrice asked(String text) {
        return new AskedPrice(text, text, Optional.empty(), Optional.empty());
    }

    /** The handle, without the label before it. */
    static Optional<Seller> seller(Element scope) {
        for (Element e : scope.select(SELLER)) {
            // "Sold by <b>name</b>", "<b>name</b> moderator": the name is what stands out.
            Element name = e.selectFirst("a, b, strong, .name");
            String shown = name == null || name.text().isBlank() ? e.text() : name.text();
            String text = (e.hasAttr("content") ? e.attr("content") : shown)
                    .replaceAll("^\\s*[\\p{L} ]{1,12}[:：]\\s*", "")
                    .strip();
            if (!text.isEmpty() && text.length() <= LONGEST) return Optional.of(Seller.named(text));
        }
        return Optional.empty();
    }
}
