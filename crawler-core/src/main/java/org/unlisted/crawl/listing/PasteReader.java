package org.unlisted.crawl.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A paste: plain text in a {@code pre}, a read-only text area or a block of source lines, and little else. */
final class PasteReader implements MarkupReader {
    private static final Set<String> BLOCKS = Set.of(
            "source", "paste-content", "paste_code", "paste", "pastebody", "paste-body", "code-content", "blob-code",
            "highlight", "bin", "paste-text", "de1");
    private static final int SHORTEST = 20;

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        Element block = block(page);
        if (block == null) return List.of();
        String text = text(block);
        if (text.length() < SHORTEST) return List.of();
        // A snippet inside an article or a product's page is not what the page is about.
        int beside = words(page, block);
        boolean paste = text.length() >= beside || isPasteSite(page);
        if (!paste) return List.of();
        Fields fields = new Fields(page);
        String title = page.heading();
        return List.of(new Listing(
                page.url(),
                Listing.Structure.PASTE,
                title,
                text,
                Optional.empty(),
                page.language(title + "\n" + text),
                seller(page, block, fields),
                fields.posted(page.document().body(), e -> e.equals(block) || isFrame(e, page)),
                id(page),
                PageImages.in(block, page, e -> false)));
    }

    private static boolean isPasteSite(HtmlPage page) {
        String host = String.valueOf(page.url().getHost());
        return host.contains("paste") || host.contains("rentry") || host.contains("ghostbin") || host.contains("hastebin");
    }

    private static @Nullable Element block(HtmlPage page) {
        List<Element> candidates = new ArrayList<>(page.map().pastes());
        for (String name : BLOCKS)
            if (page.map().names(name)) candidates.addAll(page.document().getElementsByClass(name));
        Element best = null;
        int most = 0;
        int looked = 0;
        for (Element e : candidates) {
            if (++looked > 200) break;
            if (!isPaste(e, page)) continue;
            int letters = letters(e, page);
            // The raw copy in a text area says the same as the numbered lines.
            boolean better = letters > most * 11 / 10 || (best != null && best.normalName().equals("textarea") && letters * 10 > most * 9);
            if (!better) continue;
            best = e;
            most = Math.max(most, letters);
        }
        return best;
    }

    private static int letters(Element e, HtmlPage page) {
        return e.normalName().equals("textarea") ? e.wholeText().length() : page.map().letters(e);
    }

    private static boolean isPaste(Element e, HtmlPage page) {
        boolean area = e.normalName().equals("textarea");
        int up = 0;
        for (Element at = e.parent(); at != null && up < 30; at = at.parent(), up++) {
            String tag = at.normalName();
            if (page.map().is(at, Roles.COMMENT) || tag.equals("aside") || tag.equals("nav")) return false;
            if (area && tag.equals("form") && !e.hasAttr("readonly") && !isPasteSite(page)) return false;
        }
        String name = e.attr("name").toLowerCase(Locale.ROOT);
        return !area || e.hasAttr("readonly") || e.hasAttr("disabled") || isPasteSite(page)
                || !(name.contains("comment") || name.contains("message") || name.contains("reply"));
    }

    private static String text(Element block) {
        if (block.normalName().equals("textarea")) return PageText.ofPlain(block.wholeText());
        return PageText.of(block, e -> e.hasClass("line-number") || e.hasClass("lineno") || e.hasClass("linenos")
                || e.hasClass("gutter") || e.hasClass("hljs-ln-numbers"));
    }

    /** What the page's main part says besides, without its heading. */
    private static int words(HtmlPage page, Element block) {
        MainPart main = page.main();
        return PageText.of(main.element(), e -> e.equals(block) || main.leavesOut(e) || isFrame(e, page)
                || page.headingElement().filter(h -> h.equals(e)).isPresent()).length();
    }

    private static boolean isFrame(Element e, HtmlPage page) {
        String tag = e.normalName();
        return (tag.equals("header") && !page.map().holdsH1(e)) || tag.equals("footer") || tag.equals("nav") || tag.equals("aside")
                || page.map().is(e, Roles.FOREIGN | Roles.COMMENT);
    }

    private static Optional<Seller> seller(HtmlPage page, Element block, Fields fields) {
        return fields.seller(page.document().body(), e -> e.equals(block) || isFrame(e, page));
    }

    /** The last part of the address: pastes have no other name. */
    private static Optional<String> id(HtmlPage page) {
        String path = String.valueOf(page.url().getRawPath());
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() || last.length() > 64 ? page.itemId() : Optional.of(last);
    }
}
