package org.unlisted.crawl.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The part of a page that its author wrote, cut free from navigation, other listings and other people's comments.
 *
 * @param own   a copy without those
 * @param cards how many links to other items were cut out: many, and nothing else left, make an index
 */
record MainPart(Element own, int cards) {
    private static final String CANDIDATES =
            "main, [role=main], article, #content, .content, #main, .main, .detail, .item-detail, .goods-detail,"
                    + " .product-detail";
    private static final String FOREIGN = "script, style, template, nav, aside, footer, form, dialog,"
            + " blockquote.quote, [hidden],"
            + " [style~=display:\\s*none], [role=navigation], [role=search], [role=contentinfo], .breadcrumb,"
            + " .breadcrumbs,"
            + " .crumbs, .nav, .navbar, .menu, .topbar, .pagination, .pager, .sidebar, .side, .related, .recommend,"
            + " .recommendations, .similar, .you-may-like, .guess-like, .comments, #comments, .comment-list,"
            + " .reviews, .share,"
            + " .toolbar, .footer, .copyright, .cookie, .tags, .ad, .ads";
    // What fields of a listing say is no part of its words: a handle may be called "ID scans", a unit price is no
    // total.
    private static final String FIELDS = ".price, .cost, .item-price, .goods-price, .product-price, #price, .seller,"
            + " .seller-name,"
            + " .seller-info, .shop-name, .shop-info, .byline, .posted, .post-meta, .item-meta, [itemprop=seller]";
    private static final int REPEATED = 3;

    static MainPart of(HtmlPage page) {
        Element own = root(page).clone();
        own.select(FOREIGN).remove();
        // A header with the heading in it belongs to the article; any other is the site's.
        own.select("header").stream().filter(h -> h.selectFirst("h1") == null).toList().forEach(Element::remove);
        int cards = 0;
        for (List<Element> group : cardGroups(own, page)) {
            cards += group.size();
            group.forEach(Element::remove);
        }
        return new MainPart(own, cards);
    }

    /** The author's words, without the heading, price and seller. */
    String words(String heading) {
        Element words = own.clone();
        words.select(FIELDS).remove();
        words.select("h1").stream().filter(h -> h.text().strip().equals(heading)).toList().forEach(Element::remove);
        return PageText.of(words);
    }

    /** The candidate around the heading, else the one with most words, else the body. */
    private static Element root(HtmlPage page) {
        Element body = page.document().body();
        Element best = body;
        int bestWords = 0;
        for (Element candidate : page.document().select(CANDIDATES)) {
            int words = candidate.text().length() + (candidate.selectFirst("h1") == null ? 0 : 2_000);
            if (candidate.normalName().equals("main") || candidate.attr("role").equals("main")) words += 1_000;
            if (words > bestWords) {
                best = candidate;
                bestWords = words;
            }
        }
        // A page that keeps its words outside of any such element.
        return bestWords * 5 < body.text().length() ? body : best;
    }

    /** Siblings of one shape that each lead to a page of their own. */
    private static List<List<Element>> cardGroups(Element scope, HtmlPage page) {
        List<List<Element>> groups = new ArrayList<>();
        Set<Element> taken = new HashSet<>();
        for (Element parent : scope.select("*")) {
            if (parent.parents().stream().anyMatch(taken::contains)) continue;
            Map<String, List<Element>> shapes = parent.children().stream()
                    .collect(Collectors.groupingBy(c -> c.normalName() + "." + c.className()));
            for (List<Element> group : shapes.values()) {
                if (group.size() < REPEATED || !leadElsewhere(group, page)) continue;
                groups.add(List.copyOf(group));
                taken.addAll(group);
            }
        }
        return groups;
    }

    private static boolean leadElsewhere(List<Element> group, HtmlPage page) {
        Set<String> targets = new HashSet<>();
        for (Element card : group) {
            Optional<String> target = card.select("a[href]").stream()
                    .map(a -> page.resolve(a.attr("href")))
                    .flatMap(Optional::stream)
                    .map(LenientUri::withoutFragment)
                    .filter(u -> !PageLinks.isImage(u) && !u.equals(LenientUri.withoutFragment(page.url())))
                    .map(Object::toString)
                    .findFirst();
            target.ifPresent(targets::add);
        }
        // A paragraph with a link in it is no card: most of the group must lead somewhere, each elsewhere.
        return targets.size() >= REPEATED && targets.size() * 4 >= group.size() * 3;
    }
}
