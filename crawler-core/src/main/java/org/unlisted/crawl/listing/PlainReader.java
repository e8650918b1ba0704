package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Element;

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
        MainPart main = page.main();
        if (isIndex(main, page)) return List.of();
        String title = page.heading();
        String text = main.description(title);
        List<URI> images = main.images();
        if (title.isEmpty() && text.isEmpty()) return List.of();
        Fields fields = new Fields(page);
        // Its results are drawn by scripts.
        boolean bare = text.isEmpty() && images.isEmpty() && page.isSearch();
        if (bare) return List.of();
        return List.of(new Listing(
                page.url(),
                Listing.Structure.PLAIN,
                title,
                text,
                fields.price(main.element(), main::leavesOut),
                page.language(title + "\n" + text),
                fields.seller(),
                fields.posted(),
                page.itemId(),
                images));
    }

    /** Whether the page is there to lead to others: cards or links, and hardly a word or picture of its own. */
    static boolean isIndex(MainPart main, HtmlPage page) {
        int words = main.allWords().length();
        int links = 0;
        int linked = 0;
        for (Element a : main.links()) {
            links++;
            linked += page.map().letters(a);
        }
        if (links >= LINKS_OF_A_MENU && linked * 2 > words) return true;
        if (page.isSearch() && (links > 1 || main.cards() > 0)) return true;
        return main.cards() > 0
                && words - linked - page.heading().length() < FEW
                && main.images().isEmpty()
                && new Fields(page).price(main.element(), main::leavesOut).isEmpty();
    }
}
