package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A page that describes itself in Open Graph tags (ogp.me) and in nothing better. */
final class OpenGraphReader implements MarkupReader {

    @Override
    public boolean structured() {
        return false;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        Optional<String> title = page.meta("og:title").map(PageText::line);
        if (title.isEmpty() || title.get().isEmpty()) return List.of();
        String type = page.meta("og:type").orElse("").toLowerCase(Locale.ROOT);
        Optional<String> amount = page.meta("product:price:amount").or(() -> page.meta("og:price:amount"));
        boolean product = type.contains("product") || amount.isPresent();
        MainPart main = page.main();
        boolean index = !product && ((type.equals("website") && !hasPrice(page)) || PlainReader.isIndex(main, page));
        if (index) return List.of();
        String description = PageText.ofMarkup(page.meta("og:description").orElse(""));
        String own = main.description(page.heading());
        String text = main.isDescribed() ? own : text(description, own);
        Set<URI> images = new LinkedHashSet<>();
        for (String property : new String[] {"og:image", "og:image:secure_url", "og:image:url"})
            for (String image : page.metas(property)) page.resolve(image).ifPresent(images::add);
        images.addAll(main.images());
        Optional<String> currency = page.meta("product:price:currency").or(() -> page.meta("og:price:currency"));
        Fields fields = new Fields(page);
        Optional<AskedPrice> shown = fields.price(main.element(), main::leavesOut);
        String name = named(title.get(), page);
        return List.of(new Listing(
                page.url(),
                Listing.Structure.OPEN_GRAPH,
                name,
                text,
                amount.map(a -> Prices.joined(Prices.marked(a, currency.orElse(""), page.siteLanguage()), shown))
                        .or(() -> shown),
                page.language(name + "\n" + text),
                fields.seller(),
                fields.posted(),
                page.meta("product:retailer_item_id").or(page::itemId),
                List.copyOf(images)));
    }

    /** A page that calls itself a website may still be one item's, where nobody thought about the type. */
    private static boolean hasPrice(HtmlPage page) {
        MainPart main = page.main();
        return main.cards() == 0 && new Fields(page).price(main.element(), main::leavesOut).isPresent();
    }

    /** Without the site's name behind it. */
    private static String named(String title, HtmlPage page) {
        Optional<String> site = page.meta("og:site_name").map(PageText::line);
        String heading = page.heading();
        if (!heading.isEmpty() && title.length() > heading.length() && title.startsWith(heading)
                && page.headingElement().isPresent()) return heading;
        if (site.isPresent() && title.endsWith(site.get()) && title.length() > site.get().length() + 3)
            return title.substring(0, title.length() - site.get().length()).replaceAll("[\\s|–—_·-]{1,9}$", "");
        return title;
    }

    /** The description is often the beginning of the page's own words, cut short. */
    private static String text(String description, String main) {
        if (main.isEmpty()) return description;
        if (description.isEmpty()) return main;
        String opening = letters(description.replaceAll("(?:\\.{3}|…)$", ""));
        return letters(main).contains(opening) ? main : description + "\n" + main;
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) if (!Character.isWhitespace(text.charAt(i))) out.append(text.charAt(i));
        return out.toString();
    }
}
