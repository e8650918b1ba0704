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
        Optional<String> title = page.meta("og:title");
        String type = page.meta("og:type").orElse("").toLowerCase(Locale.ROOT);
        Optional<String> amount = page.meta("product:price:amount").or(() -> page.meta("og:price:amount"));
        boolean product = type.contains("product") || amount.isPresent();
        MainPart main = MainPart.of(page);
        boolean index = !product && (type.equals("website") || PlainReader.isIndex(main, page));
        if (title.isEmpty() || index) return List.of();
        String description = PageText.ofMarkup(page.meta("og:description").orElse(""));
        String text = text(description, main.words(page.heading()));
        Set<URI> images = new LinkedHashSet<>();
        for (String image : page.metas("og:image")) page.resolve(image).ifPresent(images::add);
        images.addAll(PageImages.in(main.own(), page));
        Optional<String> currency = page.meta("product:price:currency").or(() -> page.meta("og:price:currency"));
        return List.of(new Listing(
                page.url(),
                Listing.Structure.OPEN_GRAPH,
                title.get(),
                text,
                amount.map(a -> Fields.asked(currency.map(c -> a + " " + c).orElse(a))).or(() -> Fields.price(main.own())),
                page.language(title.get() + "\n" + text),
                Fields.seller(page.document().body()),
                Optional.empty(),
                page.itemId(),
                List.copyOf(images)));
    }

    /** The description is often the beginning of the page's own words, cut short. */
    private static String text(String description, String main) {
        String opening = description.replaceAll("(?:\\.{3}|…)$", "").strip();
        if (main.isEmpty()) return description;
        boolean repeated = main.replaceAll("\\s+", "").contains(opening.replaceAll("\\s+", ""));
        return repeated ? main : description + "\n" + main;
    }
}
