package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Where a page leads. */
final class PageLinks {
    private static final Pattern IMAGE =
            Pattern.compile(".*\\.(?:jpe?g|png|gif|webp|avif|bmp|svg|ico)", Pattern.CASE_INSENSITIVE);

    private PageLinks() {}

    static List<URI> of(HtmlPage page) {
        Set<URI> links = new LinkedHashSet<>();
        for (Element link : page.document().select("link[rel][href], a[href], area[href]")) {
            String rel = " " + link.attr("rel").toLowerCase(Locale.ROOT) + " ";
            boolean wanted = link.normalName().equals("link")
                    ? rel.contains(" canonical ") || rel.contains(" next ") || rel.contains(" prev ")
                    : !rel.contains(" nofollow ");
            if (!wanted) continue;
            page.resolve(link.attr("href"))
                    .map(LenientUri::withoutFragment)
                    .filter(uri -> !isImage(uri))
                    .ifPresent(links::add);
        }
        links.remove(LenientUri.withoutFragment(page.url()));
        return List.copyOf(links);
    }

    static boolean isImage(URI uri) {
        return uri.getRawPath() != null && IMAGE.matcher(uri.getRawPath()).matches();
    }
}
