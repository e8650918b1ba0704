package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Products and offers (schema.org) in JSON-LD scripts; of a search page each that says enough. */
final class JsonLdReader implements MarkupReader {
    private static final Logger LOG = LoggerFactory.getLogger(JsonLdReader.class);
    private static final Set<String> PRODUCTS = Set.of(
            "Product", "IndividualProduct", "ProductGroup", "ProductModel", "SomeProducts", "Vehicle", "Car", "Motorcycle",
            "Service", "Dataset", "DigitalDocument", "ClassifiedAd", "Classified");
    private static final Set<String> NEVER = Set.of(
            "Organization", "WebSite", "LocalBusiness", "Event", "Person", "BreadcrumbList", "Store", "Place",
            "JobPosting", "Course", "NewsArticle");
    private static final Set<String> LISTS = Set.of("ItemList", "OfferCatalog", "AggregateOffer", "Offer", "ListItem");
    private static final List<String> INTO = List.of("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "about");
    private static final int DEEPEST = 12;
    private static final int MOST = 500;
    private static final int LONGEST = 2_000_000;

    // As written by hand in templates: line breaks inside strings, commas too many.
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /**
     * A product and the offer around it.
     *
     * @param listed an element of a list
     */
    record Product(JsonNode node, JsonNode offer, boolean listed) {}

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        List<Product> all = new ArrayList<>();
        for (JsonNode root : roots(page)) collect(root, root.path("offers"), false, 0, all);
        List<Product> named = all.stream()
                .filter(p -> !JsonLdListing.text(p.node(), "name").isEmpty() || !JsonLdListing.text(p.node(), "title").isEmpty()
                        || !p.listed())
                .toList();
        Optional<Product> own = own(named, page);
        if (own.isPresent()) return List.of(new JsonLdListing(page, own.get(), true).listing());
        return named.stream()
                .map(p -> new JsonLdListing(page, p, false))
                .filter(JsonLdListing::saysEnough)
                .limit(MOST)
                .map(JsonLdListing::listing)
                .toList();
    }

    /** The page's own product: the one at its address, the only one, the one that its heading names. */
    private static Optional<Product> own(List<Product> products, HtmlPage page) {
        List<Product> here = products.stream().filter(p -> isHere(p.node(), page)).toList();
        if (!here.isEmpty()) return Optional.of(here.getFirst());
        List<Product> top = products.stream().filter(p -> !p.listed()).toList();
        if (top.size() == 1) return Optional.of(top.getFirst());
        String heading = page.heading();
        return top.stream()
                .filter(p -> JsonLdListing.text(p.node(), "name").equals(heading) && !heading.isEmpty())
                .findFirst();
    }

    /** The addresses that lists on the page lead to. */
    List<URI> links(HtmlPage page) {
        List<URI> links = new ArrayList<>();
        for (JsonNode root : roots(page)) links(root, page, false, 0, links);
        return links;
    }

    private static void links(JsonNode node, HtmlPage page, boolean listed, int depth, List<URI> into) {
        if (depth > DEEPEST || into.size() >= MOST) return;
        if (node.isArray()) node.forEach(child -> links(child, page, listed, depth + 1, into));
        if (!node.isObject() || isType(node, Set.of("BreadcrumbList"))) return;
        if (listed) {
            String url = JsonLdListing.text(node, "url");
            String item = node.path("item").isString() ? node.path("item").asString() : "";
            for (String address : List.of(url, item)) if (!address.isEmpty()) page.resolve(address).ifPresent(into::add);
        }
        links(node.path("@graph"), page, listed, depth + 1, into);
        links(node.path("mainEntity"), page, listed, depth + 1, into);
        links(node.path("itemListElement"), page, true, depth + 1, into);
        links(node.path("item"), page, listed, depth + 1, into);
    }

    List<JsonNode> roots(HtmlPage page) {
        List<JsonNode> roots = new ArrayList<>();
        int read = 0;
        for (Element script : page.map().scripts()) {
            if (!script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) continue;
            String data = script.data().strip();
            read += data.length();
            if (read > LONGEST || data.isEmpty()) continue;
            roots.add(parsed(bare(data), page));
        }
        return roots;
    }

    private JsonNode parsed(String json, HtmlPage page) {
        try {
            return mapper.readTree(json);
        } catch (JacksonException e) {
            LOG.debug("jsonld=broken url={} reason={}", page.url(), e.getOriginalMessage());
            return JsLiteral.read(json); // what was there until it broke
        }
    }

    private static String bare(String data) {
        String json = data.startsWith("<!--") ? data.substring(4) : data;
        if (json.startsWith("//<![CDATA[")) json = json.substring(11);
        else if (json.startsWith("<![CDATA[")) json = json.substring(9);
        return json.strip();
    }

    /** Products on the top, in a graph, in a list, or as the page's main entity; not those that others resemble. */
    private static void collect(JsonNode node, JsonNode offer, boolean listed, int depth, List<Product> into) {
        if (depth > DEEPEST || into.size() >= MOST) return;
        if (node.isArray()) {
            node.forEach(child -> collect(child, offer, listed, depth + 1, into));
            return;
        }
        if (!node.isObject() || isType(node, Set.of("BreadcrumbList"))) return;
        boolean offered = node.path("itemOffered").isObject() || node.path("itemOffered").isArray();
        if (offered) collect(first(node.path("itemOffered")), node, listed, depth + 1, into);
        else if (isProduct(node)) into.add(new Product(node, node.has("offers") ? node.path("offers") : offer, listed));
        else if (isType(node, Set.of("Offer")) && !JsonLdListing.text(node, "name").isEmpty()) into.add(new Product(node, node, listed));
        else {
            for (String inner : INTO) {
                boolean list = listed || inner.equals("itemListElement");
                if (node.path(inner).isContainer()) collect(node.path(inner), node.path("none"), list, depth + 1, into);
            }
            if (isType(node, LISTS)) return;
        }
    }

    private static boolean isProduct(JsonNode node) {
        if (isType(node, PRODUCTS)) return true;
        if (isType(node, NEVER) || isType(node, LISTS)) return false;
        return node.has("offers") && !JsonLdListing.text(node, "name").isEmpty();
    }

    static boolean isType(JsonNode node, Set<String> names) {
        JsonNode type = node.path("@type");
        if (type.isString()) return names.contains(local(type.asString()));
        for (JsonNode one : type) if (names.contains(local(one.asString("")))) return true;
        return false;
    }

    private static String local(String type) {
        int slash = Math.max(type.lastIndexOf('/'), type.lastIndexOf(':'));
        return type.substring(slash + 1);
    }

    private static boolean isHere(JsonNode product, HtmlPage page) {
        for (String field : List.of("url", "@id", "mainEntityOfPage")) {
            String address = JsonLdListing.text(product, field);
            int hash = address.indexOf('#');
            String bare = hash < 0 ? address : address.substring(0, hash);
            if (!bare.isEmpty() && page.resolve(bare).filter(page::isHere).isPresent()) return true;
        }
        return false;
    }

    static JsonNode first(JsonNode node) {
        return node.isArray() ? node.path(0) : node;
    }
}
