package org.unlisted.crawl.listing;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One schema.org product with its offer as a listing. */
final class JsonLdListing {
    private static final List<String> SELLERS = List.of("seller", "offeredBy", "provider", "vendor", "author", "creator");
    private static final List<String> TIMES = List.of(
            "datePosted", "datePublished", "uploadDate", "dateCreated", "releaseDate", "availabilityStarts", "validFrom");
    private static final int ENOUGH = 10;
    private static final int MOST_IMAGES = 200;

    private final HtmlPage page;
    private final JsonNode product;
    private final JsonNode offer;
    private final boolean own;

    /**
     * A product of the page.
     *
     * @param own the page is about it: what the script leaves out may be read from the page
     */
    JsonLdListing(HtmlPage page, JsonLdReader.Product product, boolean own) {
        this.page = page;
        this.product = product.node();
        this.offer = product.offer();
        this.own = own;
    }

    /** Whether an item of a list tells what is sold beyond a name. */
    boolean saysEnough() {
        return price().isPresent() || description().length() >= ENOUGH;
    }

    Listing listing() {
        String name = PageText.line(PageText.ofMarkup(text(product, "name").isEmpty() ? text(product, "title") : text(product, "name")));
        String title = name.isEmpty() && own ? page.heading() : name;
        String description = description();
        String text = description.isEmpty() && own ? page.main().description(page.heading()) : description;
        Set<URI> images = new LinkedHashSet<>();
        images(product.path("image"), images, 0);
        if (images.isEmpty()) images(product.path("thumbnailUrl"), images, 0);
        if (images.isEmpty()) for (JsonNode variant : product.path("hasVariant")) images(variant.path("image"), images, 0);
        // The script often names the first picture only.
        if (own) images.addAll(page.main().images());
        Optional<String> id = id();
        return new Listing(
                own ? page.url() : url().orElseGet(() -> page.withFragment(id.orElse("item"))),
                Listing.Structure.JSON_LD,
                title,
                text,
                shownPrice(),
                page.language(title + "\n" + text),
                own ? seller().or(new Fields(page)::seller) : seller(),
                own ? posted().or(new Fields(page)::posted) : posted(),
                own ? id.or(page::itemId) : id,
                List.copyOf(images));
    }

    private String description() {
        JsonNode said = product.path("description");
        String text = said.isArray() ? joined(said) : text(product, "description");
        if (text.isEmpty()) text = text(product, "text");
        if (text.isEmpty()) text = text(JsonLdReader.first(offer), "description");
        return PageText.ofMarkup(text);
    }

    private static String joined(JsonNode lines) {
        StringBuilder out = new StringBuilder();
        for (JsonNode line : lines) if (line.isString()) out.append(line.asString()).append('\n');
        return out.toString();
    }

    private Optional<String> id() {
        for (String field : List.of("productID", "sku", "identifier", "mpn")) {
            JsonNode value = JsonLdReader.first(product.path(field));
            String id = value.isObject() ? text(value, "value") : text(product, field);
            if (!id.isEmpty() && id.length() <= 100) return Optional.of(PageText.line(id));
        }
        String sku = text(JsonLdReader.first(offer), "sku");
        return sku.isEmpty() ? Optional.empty() : Optional.of(PageText.line(sku));
    }

    private Optional<URI> url() {
        for (JsonNode node : List.of(product, JsonLdReader.first(offer)))
            for (String field : List.of("url", "@id")) {
                String address = text(node, field);
                if (address.isEmpty() || (field.equals("@id") && address.startsWith("#"))) continue;
                Optional<URI> url = page.resolve(address);
                if (url.isPresent()) return url;
            }
        return Optional.empty();
    }

    private Optional<AskedPrice> shownPrice() {
        Optional<AskedPrice> marked = price();
        if (!own) return marked;
        Optional<AskedPrice> shown = new Fields(page).price(page.main().element(), page.main()::leavesOut);
        return marked.map(p -> Prices.joined(p, shown)).or(() -> shown);
    }

    private Optional<AskedPrice> price() {
        for (JsonNode one : List.of(JsonLdReader.first(offer), product)) {
            Optional<AskedPrice> price = priceIn(one);
            if (price.isPresent()) return price;
        }
        JsonNode variant = JsonLdReader.first(product.path("hasVariant"));
        return priceIn(JsonLdReader.first(variant.path("offers")));
    }

    private Optional<AskedPrice> priceIn(JsonNode offer) {
        JsonNode specification = JsonLdReader.first(offer.path("priceSpecification"));
        JsonNode inner = JsonLdReader.first(offer.path("offers"));
        for (JsonNode source : List.of(offer, specification, inner)) {
            String amount = text(source, "price").isEmpty() ? text(source, "lowPrice") : text(source, "price");
            String currency = text(source, "priceCurrency");
            if (currency.isEmpty()) currency = text(offer, "priceCurrency");
            if (!amount.isEmpty() && amount.length() <= 60) return Optional.of(Prices.marked(amount, currency, page.siteLanguage()));
        }
        return Optional.empty();
    }

    private Optional<Seller> seller() {
        for (JsonNode node : List.of(JsonLdReader.first(offer), product))
            for (String field : SELLERS) {
                Optional<Seller> seller = sellerIn(JsonLdReader.first(node.path(field)));
                if (seller.isPresent()) return seller;
            }
        return Optional.empty();
    }

    static Optional<Seller> sellerIn(JsonNode node) {
        String name = PageText.line(node.isString() ? node.asString() : text(node, "name"));
        Optional<String> handle = Optional.empty();
        for (String field : List.of("url", "sameAs", "@id")) handle = handle.or(() -> ProfileLink.handle(text(node, field)));
        for (String field : List.of("alternateName", "identifier")) {
            String value = text(node, field);
            if (!value.isEmpty() && value.length() <= 80)
                handle = handle.or(() -> Optional.of(value.startsWith("@") ? value.substring(1) : value));
        }
        if (name.isBlank()) return handle.map(Seller::withHandle);
        return Optional.of(Fields.of(name, handle));
    }

    private Optional<Instant> posted() {
        for (JsonNode node : List.of(product, JsonLdReader.first(offer)))
            for (String field : TIMES) {
                Optional<Instant> time = PostedTime.read(text(node, field), page.siteLanguage());
                if (time.isPresent()) return time;
            }
        return Optional.empty();
    }

    /** A string, an ImageObject, or a list of either. */
    private void images(JsonNode node, Set<URI> into, int depth) {
        if (depth > 3 || into.size() >= MOST_IMAGES) return;
        if (node.isArray()) node.forEach(child -> images(child, into, depth + 1));
        else if (node.isString()) page.resolve(node.asString()).ifPresent(into::add);
        else if (node.path("@list").isArray()) images(node.path("@list"), into, depth + 1);
        else if (node.isObject()) {
            for (String field : List.of("contentUrl", "url", "@id", "thumbnailUrl")) {
                String address = text(node, field);
                if (address.isEmpty() || address.startsWith("#")) continue;
                page.resolve(address).ifPresent(into::add);
                return;
            }
        }
    }

    /** A scalar as text; empty for anything else. */
    static String text(JsonNode node, String field) {
        JsonNode value = JsonLdReader.first(node.path(field));
        return value.isValueNode() && !value.isNull() && !value.isMissingNode() ? value.asString().strip() : "";
    }
}
