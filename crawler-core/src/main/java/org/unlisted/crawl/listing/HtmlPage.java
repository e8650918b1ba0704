package org.unlisted.crawl.listing;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A parsed page and where it came from; readers must not change the document. */
record HtmlPage(URI url, Document document) {
    private static final Pattern ITEM_IN_QUERY =
            Pattern.compile("(?:^|&)(?:id|item_?id|goods_?id|product_?id|tid|sku)=([\\w-]{1,40})(?:&|$)");
    private static final Pattern ITEM_IN_PATH = Pattern.compile("(?:^|[/_-])(\\d{2,20})(?:\\.\\w{2,5})?/?$");

    HtmlPage {
        requireNonNull(url, "url");
        requireNonNull(document, "document");
    }

    String title() {
        return document.title().strip();
    }

    /** The text of the heading, else the document's title without the site's name. */
    String heading() {
        Element h1 = document.selectFirst("main h1, article h1, [role=main] h1, h1");
        if (h1 != null && !h1.text().isBlank()) return h1.text().strip();
        return title().replaceAll("\\s+[|–—_-]\\s+[^|–—_-]{1,40}$", "");
    }

    Optional<String> meta(String property) {
        return metas(property).stream().findFirst();
    }

    List<String> metas(String property) {
        return document.select("meta[property=" + property + "], meta[name=" + property + "]").stream()
                .map(m -> m.attr("content").strip())
                .filter(c -> !c.isEmpty())
                .toList();
    }

    /** The language of a listing's text; the page's declaration counts for Latin letters. */
    String language(String text) {
        Element html = document.selectFirst("html[lang]");
        return ScriptLanguage.of(text, html == null ? "und" : html.attr("lang"));
    }

    /** The platform's number of the item, as the address shows it. */
    Optional<String> itemId() {
        String query = url.getRawQuery();
        if (query != null) {
            Matcher m = ITEM_IN_QUERY.matcher(query);
            if (m.find()) return Optional.of(m.group(1));
        }
        Matcher m = ITEM_IN_PATH.matcher(url.getRawPath() == null ? "" : url.getRawPath());
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** An address found in the page, made absolute. */
    Optional<URI> resolve(String address) {
        String base = document.baseUri().isBlank() ? url.toString() : document.baseUri();
        return LenientUri.resolve(base, address);
    }

    URI withFragment(String id) {
        String bare = url.toString().replaceAll("#.*$", "");
        return LenientUri.parse(bare + "#" + id).orElse(url);
    }
}
