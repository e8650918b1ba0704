package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A page without any markup for machines: its heading, its main words and pictures. */
final class PlainReader implements MarkupReader {
    // Characters that a search page has of its own: "12 results", "next page".
    private static final int FEW = 60;
    private static final int LINKS_OF_A_MENU = 8;

    @Override
    public boolean structured() {
        return false;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        MainPart main = MainPart.of(page);
        if (isIndex(main, page)) return List.of();
        String title = page.heading();
        String text = main.words(title);
        List<URI> images = PageImages.in(main.own(), page);
        if (title.isEmpty() && text.isEmpty()) return List.of();
        return List.of(new Listing(
                page.url(),
                Listing.Structure.PLAIN,
                title,
                text,
                Fields.price(main.own()),
                page.language(title + "\n" + text),
                Fields.seller(page.document().body()),
                Optional.empty(),
                page.itemId(),
                images));
    }

    /** Whether the page is there to lead to others: cards or links, and hardly a word or picture of its own. */
    static boolean isIndex(MainPart main, HtmlPage page) {
        String own = PageText.of(main.own());
        int words = own.length();
        int links = 0;
        int linked = 0;
        for (var a : main.own().select("a[href]")) {
            links++;
            linked += a.text().length();
        }
        boolean mostlyLinks = links >= LINKS_OF_A_MENU && linked * 2 > words;
        boolean nothingElse = words - linked - page.heading().length() < FEW
                && PageImages.in(main.own(), page).isEmpty()
                && Fields.price(main.own()).isEmpty();
        return mostlyLinks || (main.cards() > 0 && nothingElse);
    }
}
