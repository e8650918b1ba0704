package org.unlisted.crawl.scope;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unlisted.crawl.fetch.CanonicalUrl;

/**
 * A site of 500 items on 25 lists, each page of which leads into endless others: a calendar by path and one by query, a
 * relative link that feeds itself, a link with a new session each time, filters that multiply, words to search for.
 */
final class HostileSite {
    static final URI HOME = URI.create("http://site.example/");
    private static final int ITEMS = 500;
    private static final int PER_LIST = 20;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    /** Shapes of items as shops, boards and pastes have them. */
    private static URI item(int n) {
        return HOME.resolve(
                switch (n % 8) {
                    case 0 -> "/item/" + n;
                    case 1 -> "/item.htm?id=" + n;
                    case 2 -> "/thread-" + n + "-1-1.html";
                    case 3 -> "/viewtopic.php?f=2&t=" + n;
                    case 4 -> "/forum.php?mod=viewthread&tid=" + n;
                    case 5 -> "/p/" + Integer.toHexString(n * 7919 + 1_000_000);
                    case 6 -> "/show?board=tools&name=offer-" + n;
                    default -> "/2026/11/offer-" + n;
                });
    }

    static Set<URI> ordinary() {
        Set<URI> pages = new LinkedHashSet<>(IntStream.range(0, ITEMS).mapToObj(HostileSite::item).toList());
        for (int page = 1; page <= ITEMS / PER_LIST; page++) pages.add(list(page));
        pages.add(HOME);
        return pages;
    }

    private static URI list(int page) {
        return HOME.resolve("/list?page=" + page);
    }

    /** The links of any page: its own items, if it has some, behind its traps. */
    List<URI> links(URI page) {
        List<String> links = new ArrayList<>();
        Stream.of("red", "blue", "wool", "silk", "oak").forEach(value -> filters(page, value, links));
        calendar(page, links);
        String path = page.getRawPath();
        links.add(path + (path.endsWith("/") ? "more/again/" : "/more/again/"));
        links.add(path + "?token=" + Long.toHexString(random.nextLong() | 1L << 60));
        links.add(path + ";jsessionid=" + Long.toHexString(random.nextLong()));
        links.add("/(S(" + Long.toHexString(random.nextLong()) + "))" + path);
        links.add("/search?q=word" + random.nextInt(1_000_000));
        List<URI> urls = new ArrayList<>();
        for (String link : links) CanonicalUrl.of(HOME.resolve(link).toString()).ifPresent(urls::add);
        urls.addAll(ownLinks(page));
        return urls;
    }

    private static List<URI> ownLinks(URI page) {
        if (page.equals(HOME)) return List.of(list(1));
        String query = page.getRawQuery();
        if (!page.getRawPath().equals("/list") || query == null || !query.matches("page=\\d+")) return List.of();
        int number = Integer.parseInt(query.substring(5));
        List<URI> links = new ArrayList<>();
        if (number * PER_LIST > ITEMS) return links;
        for (int n = (number - 1) * PER_LIST; n < number * PER_LIST; n++) links.add(item(n));
        links.add(list(number % (ITEMS / PER_LIST) + 1));
        return links;
    }

    /** One filter more than the page has, in any order: 5 names with 5 values make 6^5 sets. */
    private static void filters(URI page, String value, List<String> links) {
        String query = page.getRawQuery();
        boolean filtered = page.getRawPath().equals("/shop") && query != null;
        for (String name : List.of("color", "size", "fabric", "origin", "sort"))
            if (!filtered) links.add("/shop?" + name + "=" + value);
            else if (!query.contains(name + "=")) links.add("/shop?" + query + "&" + name + "=" + value);
    }

    private static void calendar(URI page, List<String> links) {
        LocalDate day = LocalDate.of(2026, 11, 30);
        String path = page.getRawPath();
        if (path.matches("/calendar/\\d+/\\d+/\\d+")) day = LocalDate.parse(path.substring(10).replace('/', '-'));
        else if (page.toString().contains("/events?date=")) day = LocalDate.parse(page.getRawQuery().substring(5));
        for (LocalDate next : List.of(day.plusDays(1), day.minusDays(1), day.plusYears(1))) {
            links.add("/calendar/" + next.toString().replace('-', '/'));
            links.add("/events?date=" + next);
        }
    }
}
