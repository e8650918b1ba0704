package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Products and offers in attributes of the page's elements: microdata, or RDFa (Lite). */
final class ItemMarkupReader implements MarkupReader {
    private static final Pattern PRODUCT = Pattern.compile(
            "(?:^|[\\s/:])(?:(?:Individual)?Product(?:Group|Model)?|Vehicle|Car|Offering|SomeItems)(?:$|[\\s?#])");
    private static final Pattern OFFER = Pattern.compile("(?:^|[\\s/:])Offer(?:$|[\\s?#])");
    private static final int ENOUGH = 10;
    private static final int MOST = 500;

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        List<Element> products = items(page, PRODUCT);
        if (products.isEmpty()) products = items(page, OFFER).stream().filter(o -> value(o, "name").isPresent()).toList();
        if (products.isEmpty()) return List.of();
        Optional<Element> own = own(products, page);
        if (own.isPresent()) return List.of(listing(page, own.get(), true));
        return products.stream()
                .map(p -> listing(page, p, false))
                .filter(l -> !l.title().isEmpty() && (l.price().isPresent() || l.text().length() >= ENOUGH))
                .limit(MOST)
                .toList();
    }

    /** The only one, or the one with the page's heading. */
    private static Optional<Element> own(List<Element> products, HtmlPage page) {
        if (products.size() == 1) return Optional.of(products.getFirst());
        Optional<Element> headed = products.stream()
                .filter(p -> page.headingElement().filter(h -> isInside(h, p)).isPresent())
                .findFirst();
        if (headed.isPresent()) return headed;
        return products.stream()
                .filter(p -> value(p, "name").filter(page.heading()::equals).isPresent()
                        && page.headingElement().isPresent())
                .findFirst();
    }

    private static List<Element> items(HtmlPage page, Pattern type) {
        List<Element> items = page.map().items().stream()
                .limit(MOST * 10L)
                .filter(e -> type.matcher(e.attr("itemtype").isEmpty() ? e.attr("typeof") : e.attr("itemtype")).find())
                .filter(e -> !isPartOrAside(e, page))
                .limit(MOST)
                .toList();
        return page.map().affordable(items, page.document());
    }

    private static boolean isPartOrAside(Element e, HtmlPage page) {
        if (isProperty(e) && !names(e).contains("mainEntity") && !names(e).contains("itemListElement") && !names(e).contains("item"))
            return true;
        for (Element at = e.parent(); at != null; at = at.parent()) {
            String tag = at.normalName();
            if (tag.equals("body") || tag.equals("html")) return false;
            if (tag.equals("aside") || tag.equals("nav") || tag.equals("footer")) return true;
            if (page.map().is(at, Roles.FOREIGN)) return true;
            boolean inner = isProperty(at) && (at.hasAttr("itemscope") || at.hasAttr("typeof"))
                    && !names(at).contains("mainEntity") && !names(at).contains("itemListElement");
            if (inner) return true;
        }
        return false;
    }

    private static boolean isInside(Element inner, Element outer) {
        for (Element at = inner; at != null; at = at.parent()) if (at.equals(outer)) return true;
        return false;
    }

    private static boolean isProperty(Element e) {
        return e.hasAttr("itemprop") || (e.hasAttr("property") && !e.normalName().equals("meta"));
    }

    private static String names(Element e) {
        return e.hasAttr("itemprop") ? e.attr("itemprop") : e.attr("property");
    }

    private static Listing listing(HtmlPage page, Element product, boolean own) {
        String title = value(product, "name").map(PageText::line).orElse(own ? page.heading() : "");
        Element words = find(product, "description", true);
        String text = words == null
                ? own ? page.main().description(page.heading()) : ""
                : words.hasAttr("content") ? PageText.ofMarkup(words.attr("content")) : PageText.of(words);
        Set<URI> images = new LinkedHashSet<>();
        for (Element e : product.getAllElements()) {
            if (!has(e, "image")) continue;
            String address = e.hasAttr("content") ? e.attr("content") : e.attr("href");
            if ((!address.isEmpty() && !e.normalName().equals("a")) || PageLinks.isImagePath(address))
                page.resolve(address).ifPresent(images::add);
        }
        Fields fields = new Fields(page);
        MainPart main = page.main();
        images.addAll(PageImages.in(product, page, main::leavesOut));
        Optional<String> id = value(product, "productID").or(() -> value(product, "sku"));
        Optional<URI> url = address(product, page);
        return new Listing(
                own ? page.url() : url.orElseGet(() -> page.withFragment(id.orElse(product.id().isEmpty() ? "item" : product.id()))),
                Listing.Structure.MICRODATA,
                title,
                text,
                price(product, page, fields),
                page.language(title + "\n" + text),
                seller(product, fields, page).or(() -> own ? fields.seller() : Optional.empty()),
                value(product, "datePosted").or(() -> value(product, "datePublished"))
                        .flatMap(v -> PostedTime.read(v, page.siteLanguage()))
                        .or(() -> own ? fields.posted() : Optional.empty()),
                id.or(() -> own ? page.itemId() : Optional.empty()),
                List.copyOf(images));
    }

    private static Optional<URI> address(Element product, HtmlPage page) {
        Element link = find(product, "url", false);
        if (link != null) {
            Optional<URI> url = page.resolve(link.hasAttr("href") ? link.attr("href") : link.attr("content"));
            if (url.isPresent()) return url;
        }
        for (String id : new String[] {product.attr("itemid"), product.attr("resource"), product.attr("about")}) {
            Optional<URI> url = id.isEmpty() || id.startsWith("#") ? Optional.empty() : page.resolve(id);
            if (url.isPresent()) return url;
        }
        String first = page.map().href(product);
        return first == null ? Optional.empty() : page.resolve(first);
    }

    private static Optional<AskedPrice> price(Element product, HtmlPage page, Fields fields) {
        Element e = find(product, "price", false);
        if (e == null) e = find(product, "lowPrice", false);
        if (e == null) return fields.price(product, page.main()::leavesOut);
        String shown = PageText.line(e.text());
        String amount = value(e).orElse(shown);
        if (amount.isEmpty()) return Optional.empty();
        String currency = value(product, "priceCurrency").orElse("");
        AskedPrice marked = Prices.marked(amount, currency, page.siteLanguage());
        Optional<AskedPrice> seen = shown.isEmpty()
                ? fields.price(product, page.main()::leavesOut)
                : Optional.of(Prices.shown(shown, page.siteLanguage()));
        return Optional.of(Prices.joined(marked, seen));
    }

    private static Optional<Seller> seller(Element product, Fields fields, HtmlPage page) {
        Element seller = find(product, "seller", false);
        if (seller == null) seller = find(product, "offeredBy", false);
        if (seller == null) return fields.seller(product, page.main()::leavesOut);
        Element named = find(seller, "name", false);
        String name = PageText.line(named == null ? value(seller).orElse(seller.text()) : value(named).orElse(named.text()));
        if (name.isEmpty() || name.length() > 100) return Optional.empty();
        return Optional.of(Fields.of(name, fields.handle(seller)));
    }

    private static Optional<String> value(Element scope, String property) {
        Element e = find(scope, property, true);
        if (e == null && !property.equals("name")) e = find(scope, property, false);
        if (e == null) return Optional.empty();
        String text = value(e).orElse(PageText.line(e.text()));
        return Optional.of(text).filter(v -> !v.isBlank());
    }

    private static Optional<String> value(Element e) {
        for (String attribute : new String[] {"content", "datetime", "value"})
            if (!e.attr(attribute).isBlank()) return Optional.of(e.attr(attribute).strip());
        return Optional.empty();
    }

    /** The first element with the property; {@code own}: of the item itself, not of its offer or seller. */
    private static @Nullable Element find(Element scope, String property, boolean own) {
        for (Element e : scope.getAllElements()) {
            if (e.equals(scope) || !has(e, property)) continue;
            if (!own) return e;
            boolean inner = false;
            for (Element at = e.parent(); at != null && !at.equals(scope); at = at.parent())
                if (at.hasAttr("itemscope") || at.hasAttr("typeof")) inner = true;
            if (!inner) return e;
        }
        return null;
    }

    private static boolean has(Element e, String property) {
        String names = names(e);
        if (names.isEmpty()) return false;
        if (names.equals(property)) return true;
        for (String name : names.split("\\s+", 10)) if (name.equals(property) || name.endsWith(":" + property)) return true;
        return false;
    }
}
