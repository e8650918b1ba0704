package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An item in the data that a page carries for its own scripts; on a search page each item that says enough. */
final class JsStateReader implements MarkupReader {
    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 200_000;
    private static final int MOST = 200;
    private static final int AROUND = 2;
    private static final int ENOUGH = 10;

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        List<StateItem> own = own(page);
        if (own.isEmpty()) return List.of();
        Optional<StateItem> main = main(own, page);
        if (main.isPresent()) return List.of(listing(main.get(), page, true));
        Set<String> seen = new HashSet<>();
        return own.stream()
                .filter(i -> i.listed() && (i.hasPrice() || i.ownDescription().length() >= ENOUGH))
                .map(i -> listing(i, page, false))
                .filter(l -> seen.add(l.url() + "\n" + l.title()))
                .limit(MOST)
                .toList();
    }

    /** What the item that the page is about says of its state. */
    static List<String> states(HtmlPage page) {
        return main(own(page), page).map(StateItem::states).orElse(List.of());
    }

    private static List<StateItem> own(HtmlPage page) {
        List<StateItem> found = new ArrayList<>();
        int[] budget = {MOST_NODES};
        for (JsonNode state : ScriptStates.of(page.map())) find(state, List.of(), false, false, 0, budget, found);
        return found.stream().filter(i -> !i.aside()).toList();
    }

    private static void find(
            JsonNode node, List<JsonNode> around, boolean listed, boolean aside, int depth, int[] budget, List<StateItem> into) {
        if (depth > DEEPEST || --budget[0] < 0 || into.size() >= MOST * 5) return;
        if (node.isArray()) {
            for (JsonNode child : node) find(child, List.of(), listed || node.size() > 1, aside, depth + 1, budget, into);
            return;
        }
        if (!node.isObject()) return;
        StateItem item = new StateItem(node, around, listed, aside);
        boolean isItem = isItem(item);
        if (isItem) into.add(item);
        // Below an item with a price lie its parts.
        if (isItem && item.hasPrice() && (listed || !item.description().isEmpty())) return;
        List<JsonNode> outer = Stream.concat(Stream.of(node), around.stream()).limit(AROUND).toList();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode child = field.getValue();
            if (!child.isContainer()) continue;
            find(child, outer, listed, aside || StateWords.isAside(field.getKey()), depth + 1, budget, into);
        }
    }

    private static boolean isItem(StateItem item) {
        if (!hasAny(item, StateWords.TITLE)) return false;
        if (item.title().length() < 2) return false;
        boolean price = item.hasPrice();
        boolean words = item.ownDescription().length() >= ENOUGH;
        boolean pictures = hasAny(item, StateWords.IMAGES) || hasAny(item, StateWords.IMAGE);
        if (!item.isTitled()) return price && (words || pictures || hasAny(item, StateWords.ID));
        boolean people = item.seller().isPresent();
        return price || (words && (pictures || people)) || item.isIdentified();
    }

    private static boolean hasAny(StateItem item, List<String> words) {
        for (Map.Entry<String, JsonNode> field : item.node().properties())
            if (words.contains(StateWords.key(field.getKey()))) return true;
        return false;
    }

    /** The item that the page is about: named in its address or heading, or the only one outside of lists. */
    private static Optional<StateItem> main(List<StateItem> items, HtmlPage page) {
        String address = page.url().getRawPath() + "?" + page.url().getRawQuery();
        StateItem best = null;
        int most = 0;
        int single = 0;
        for (StateItem item : items) {
            int score = 0;
            if (item.isAt(address)) score += 10;
            if (item.url(page).filter(page::isHere).isPresent()) score += 10;
            if (isNamed(item.title(), page)) score += 6;
            if (!item.listed()) {
                score += 4;
                single++;
            }
            if (score == 0) continue;
            score += (item.hasPrice() ? 2 : 0) + (item.ownDescription().isEmpty() ? 0 : 2) + (item.seller().isPresent() ? 1 : 0);
            if (score > most) {
                most = score;
                best = item;
            }
        }
        if (best == null) return Optional.empty();
        // A page's own title and blurb beside a list of items with prices.
        boolean blurb = !best.hasPrice() && items.stream().filter(i -> i.listed() && i.hasPrice()).count() > 1 && most < 10;
        boolean listOfOne = best.listed() && most < 10 && single == 0 && items.size() > 3;
        return blurb || listOfOne ? Optional.empty() : Optional.of(best);
    }

    private static boolean isNamed(String title, HtmlPage page) {
        if (title.length() < 3) return false;
        return page.title().contains(title) || page.heading().equals(title)
                || page.meta("og:title").filter(t -> t.contains(title)).isPresent();
    }

    /** The link on the page whose address has the item's number. */
    private static Optional<URI> linked(String id, HtmlPage page) {
        if (id.length() < 3) return Optional.empty();
        return page.map().links().stream()
                .filter(l -> l.attr("href").contains(id))
                .findFirst()
                .flatMap(l -> page.resolve(l.attr("href")));
    }

    private static Listing listing(StateItem item, HtmlPage page, boolean main) {
        String title = item.title();
        String said = main ? item.description() : item.ownDescription();
        String text = said.isEmpty() && main ? page.main().description(page.heading()) : said;
        Set<URI> images = new LinkedHashSet<>(item.images(page));
        if (main) images.addAll(page.main().images());
        String address = page.url().getRawPath() + "?" + page.url().getRawQuery();
        Optional<String> id = item.id(main ? address : "");
        URI url = main ? page.url() : item.url(page).or(() -> id.flatMap(i -> linked(i, page))).orElseGet(() -> page.withFragment(id.orElse("item")));
        Fields fields = new Fields(page);
        Optional<AskedPrice> price = item.price(page.siteLanguage());
        if (main) {
            Optional<AskedPrice> shown = fields.price(page.main().element(), page.main()::leavesOut);
            price = price.map(p -> Prices.joined(p, shown)).or(() -> shown);
        }
        return new Listing(
                url,
                Listing.Structure.JS_STATE,
                title,
                text,
                price,
                page.language(title + "\n" + text),
                main ? item.seller().or(fields::seller) : item.seller(),
                main ? item.posted(page.siteLanguage()).or(fields::posted) : item.posted(page.siteLanguage()),
                main ? id.or(page::itemId) : id,
                List.copyOf(images));
    }
}
