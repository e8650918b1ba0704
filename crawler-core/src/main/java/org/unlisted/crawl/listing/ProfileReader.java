package org.unlisted.crawl.listing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/** Listings as a site's profile says, each field that it does not name read generically. */
final class ProfileReader {
    private static final int MOST = 1_000;
    private final HtmlPage page;
    private final SiteProfile profile;
    private final Fields fields;

    ProfileReader(HtmlPage page, SiteProfile profile) {
        this.page = page;
        this.profile = profile;
        this.fields = new Fields(page);
    }

    /** Empty where the page has no element that the profile calls a listing, or the profile names none. */
    List<Listing> read() {
        Optional<Evaluator> scope = profile.find("listing");
        if (scope.isEmpty()) return List.of();
        List<Element> scopes = page.document().select(scope.get());
        List<Listing> listings = new ArrayList<>();
        for (Element one : scopes.subList(0, Math.min(MOST, scopes.size())))
            listing(one, scopes.size() > 1, listings.size() + 1).ifPresent(listings::add);
        return listings;
    }

    Optional<URI> next() {
        return profile.find("next").flatMap(s -> page.document().select(s).stream()
                .flatMap(e -> page.resolve(e.attr("href")).stream())
                .findFirst());
    }

    private Optional<Listing> listing(Element scope, boolean several, int number) {
        Set<Element> removed = new HashSet<>();
        profile.find("remove").ifPresent(s -> removed.addAll(scope.select(s)));
        MainPart main = page.main();
        Predicate<Element> leftOut = e -> removed.contains(e) || (profile.find("remove").isEmpty() && main.leavesOut(e));
        String title = first(scope, "title").map(e -> PageText.line(e.text())).orElse(several ? "" : page.heading());
        String text = text(scope, leftOut);
        List<URI> images = images(scope, leftOut);
        if (title.isEmpty() && text.isEmpty() && images.isEmpty()) return Optional.empty();
        Optional<String> id = first(scope, "id").map(ProfileReader::value).filter(s -> !s.isEmpty());
        String anchor = scope.id().isEmpty() ? id.orElse("item-" + number) : scope.id();
        return Optional.of(new Listing(
                several ? page.withFragment(anchor) : page.url(),
                Listing.Structure.SITE_PROFILE,
                title,
                text,
                price(scope, leftOut),
                page.language(title + "\n" + text),
                seller(scope, leftOut),
                posted(scope, leftOut),
                id.or(() -> several ? Optional.of(anchor) : page.itemId()),
                images));
    }

    private Optional<Element> first(Element scope, String key) {
        return profile.find(key).flatMap(s -> Optional.ofNullable(scope.selectFirst(s)));
    }

    private String text(Element scope, Predicate<Element> leftOut) {
        Optional<Evaluator> selector = profile.find("text");
        if (selector.isEmpty()) return PageText.of(scope, leftOut);
        StringBuilder out = new StringBuilder();
        for (Element e : scope.select(selector.get())) out.append(PageText.of(e, leftOut)).append('\n');
        return out.toString().strip();
    }

    private Optional<AskedPrice> price(Element scope, Predicate<Element> leftOut) {
        if (profile.find("price").isEmpty()) return fields.price(scope, leftOut);
        return first(scope, "price").map(ProfileReader::value).filter(p -> !p.isEmpty() && p.length() <= 100)
                .map(p -> Prices.shown(p, page.siteLanguage()));
    }

    private Optional<Seller> seller(Element scope, Predicate<Element> leftOut) {
        Optional<Element> named = first(scope, "seller");
        Optional<String> handle = first(scope, "sellerHandle").map(ProfileReader::handle).filter(h -> !h.isEmpty());
        if (named.isEmpty() && handle.isEmpty())
            return profile.find("seller").isEmpty() ? fields.seller(scope, leftOut) : Optional.empty();
        Optional<String> name = named.map(ProfileReader::value).filter(n -> !n.isEmpty());
        if (name.isEmpty()) return handle.map(Seller::withHandle);
        return Optional.of(Fields.of(name.get(), handle.or(() -> named.flatMap(fields::handle))));
    }

    private static String handle(Element e) {
        return ProfileLink.handle(e.attr("href")).orElseGet(() -> {
            String value = value(e);
            return value.startsWith("@") ? value.substring(1) : value;
        });
    }

    private Optional<Instant> posted(Element scope, Predicate<Element> leftOut) {
        if (profile.find("posted").isEmpty()) return fields.posted(scope, leftOut);
        return first(scope, "posted").flatMap(fields::time);
    }

    private List<URI> images(Element scope, Predicate<Element> leftOut) {
        Optional<Evaluator> selector = profile.find("images");
        if (selector.isEmpty()) return PageImages.in(scope, page, leftOut);
        Set<URI> images = new LinkedHashSet<>();
        for (Element e : scope.select(selector.get())) {
            if (e.normalName().equals("a")) page.resolve(e.attr("href")).filter(PageLinks::isImage).ifPresent(images::add);
            images.addAll(PageImages.in(e, page, leftOut));
        }
        return List.copyOf(images);
    }

    private static String value(Element e) {
        return PageText.line(e.hasAttr("content") ? e.attr("content") : e.text());
    }
}
