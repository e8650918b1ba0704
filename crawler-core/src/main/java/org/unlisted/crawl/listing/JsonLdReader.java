package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A schema.org Product or Offer in a JSON-LD script. */
final class JsonLdReader implements MarkupReader {
    private static final Logger LOG = LoggerFactory.getLogger(JsonLdReader.class);
    private static final Set<String> PRODUCTS = Set.of("Product", "IndividualProduct", "ProductGroup");
    // As written by hand in templates: line breaks inside strings, commas too many.
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        List<JsonNode> products = new ArrayList<>();
        List<JsonNode> offers = new ArrayList<>();
        for (Element script : page.document().select("script[type=application/ld+json]")) {
            try {
                collect(mapper.readTree(script.data().strip()), products, offers);
            } catch (JacksonException e) {
                LOG.debug("jsonld=unreadable url={} reason={}", page.url(), e.getOriginalMessage());
            }
        }
        if (products.size() > 1) // a search page, unless one of them is this page
            products.removeIf(p -> !isHere(p, page));
        if (products.size() == 1) return List.of(listing(page, products.getFirst()));
        if (products.isEmpty() && offers.size() == 1 && !text(offers.getFirst(), "name").isEmpty())
            return List.of(listing(page, offers.getFirst()));
        return List.of();
    }

    /** Products on the top, in a graph, or as the page's main entity; not those of lists and recommendations. */
    private static void collect(JsonNode node, List<JsonNode> products, List<JsonNode> offers) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, products, offers));
            return;
        }
        if (!node.isObject()) return;
        if (isType(node, PRODUCTS)) products.add(node);
        else if (isType(node, Set.of("Offer")))
            if (node.path("itemOffered").isObject()) products.add(node.path("itemOffered"));
            else offers.add(node);
        else {
            collect(node.path("@graph"), products, offers);
            collect(node.path("mainEntity"), products, offers);
        }
    }

    private static boolean isType(JsonNode node, Set<String> names) {
        JsonNode type = node.path("@type");
        if (type.isString()) return names.contains(type.asString().replaceFirst("^.*[/:]", ""));
        for (JsonNode one : type) if (names.contains(one.asString("").replaceFirst("^.*[/:]", ""))) return true;
        return false;
    }

    private static boolean isHere(JsonNode product, HtmlPage page) {
        URI here = LenientUri.withoutFragment(page.url());
        return page.resolve(text(product, "url")).or(() -> page.resolve(text(product, "@id")))
                .map(LenientUri::withoutFragment)
                .filter(here::equals)
                .isPresent();
    }

    private static Listing listing(HtmlPage page, JsonNode product) {
        String title = text(product, "name").isEmpty() ? page.heading() : text(product, "name");
        MainPart main = MainPart.of(page);
        String description = PageText.ofMarkup(text(product, "description"));
        String text = description.isEmpty() ? main.words(page.heading()) : description;
        Set<URI> images = new LinkedHashSet<>();
        images(product.path("image"), page, images);
        // The script often names the first picture only.
        images.addAll(PageImages.in(main.own(), page));
        JsonNode offer = first(product.path("offers"));
        return new Listing(
                page.url(),
                Listing.Structure.JSON_LD,
                PageText.ofMarkup(title),
                text,
                price(offer).or(() -> price(product)),
                page.language(title + "\n" + text),
                seller(offer).or(() -> seller(product)).or(() -> Fields.seller(page.document().body())),
                Optional.empty(),
                Optional.of(text(product, "productID")).filter(s -> !s.isEmpty())
                        .or(() -> Optional.of(text(product, "sku")).filter(s -> !s.isEmpty()))
                        .or(page::itemId),
                List.copyOf(images));
    }

    /** A string, an ImageObject, or a list of either. */
    private static void images(JsonNode node, HtmlPage page, Set<URI> into) {
        if (node.isArray()) node.forEach(child -> images(child, page, into));
        else if (node.isString()) page.resolve(node.asString()).ifPresent(into::add);
        else if (node.isObject()) {
            String address = text(node, "contentUrl").isEmpty() ? text(node, "url") : text(node, "contentUrl");
            page.resolve(address).ifPresent(into::add);
        }
    }

    private static Optional<AskedPrice> price(JsonNode offer) {
        JsonNode specification = first(offer.path("priceSpecification"));
        for (JsonNode source : List.of(offer, specification)) {
            String amount = text(source, "price").isEmpty() ? text(source, "lowPrice") : text(source, "price");
            String currency = text(source, "priceCurrency");
            if (!amount.isEmpty()) return Optional.of(Fields.asked((amount + " " + currency).strip()));
        }
        return Optional.empty();
    }

    private static Optional<Seller> seller(JsonNode node) {
        JsonNode seller = first(node.path("seller"));
        String name = seller.isString() ? seller.asString() : text(seller, "name");
        return name.isBlank() ? Optional.empty() : Optional.of(Seller.named(name.strip()));
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() ? node.path(0) : node;
    }

    /** A scalar as text; empty for anything else. */
    private static String text(JsonNode node, String field) {
        JsonNode value = first(node.path(field));
        return value.isValueNode() && !value.isNull() && !value.isMissingNode() ? value.asString().strip() : "";
    }
}
