package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A schema.org Product in microdata attributes. */
final class MicrodataReader implements MarkupReader {
    private static final String PRODUCT = "[itemtype~=schema\\.org/(?:Individual)?Product\\b]";

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        List<Element> products = page.document().select(PRODUCT).stream()
                .filter(p -> p.parents().stream().noneMatch(a -> a.hasAttr("itemprop") && a.hasAttr("itemscope")))
                .filter(p -> p.closest("aside, .related, .recommend, .similar") == null)
                .toList();
        if (products.size() > 1) // a search page, unless one of them bears the page's heading
            products = products.stream().filter(p -> p.selectFirst("h1") != null).toList();
        return products.size() == 1 ? List.of(listing(page, products.getFirst())) : List.of();
    }

    private static Listing listing(HtmlPage page, Element product) {
        String title = value(product, "name").orElse(page.heading());
        Element words = product.selectFirst("[itemprop=description]");
        String text = words == null
                ? MainPart.of(page).words(page.heading())
                : words.hasAttr("content") ? PageText.ofMarkup(words.attr("content")) : PageText.of(words);
        Set<URI> images = new LinkedHashSet<>();
        for (Element e : product.select("[itemprop=image]")) {
            if (e.hasAttr("content") || e.hasAttr("href"))
                page.resolve(e.hasAttr("content") ? e.attr("content") : e.attr("href")).ifPresent(images::add);
        }
        images.addAll(PageImages.in(product, page));
        Optional<String> currency = value(product, "priceCurrency");
        return new Listing(
                page.url(),
                Listing.Structure.MICRODATA,
                title,
                text,
                value(product, "price")
                        .or(() -> value(product, "lowPrice"))
                        .map(p -> currency.filter(c -> !p.contains(c)).map(c -> p + " " + c).orElse(p))
                        .map(Fields::asked),
                page.language(title + "\n" + text),
                Fields.seller(product).or(() -> Fields.seller(page.document().body())),
                Optional.empty(),
                value(product, "productID").or(() -> value(product, "sku")).or(page::itemId),
                List.copyOf(images));
    }

    private static Optional<String> value(Element scope, String property) {
        Element e = scope.selectFirst("[itemprop=" + property + "]");
        if (e == null) return Optional.empty();
        String value = e.hasAttr("content") ? e.attr("content") : e.text();
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }
}
