package org.unlisted.crawl.listing;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A parsed page and where it came from; readers must not change the document. For one thread. */
final class HtmlPage {
    private static final Pattern ITEM_IN_QUERY =
            Pattern.compile("(?:^|&)(?:id|item_?id|goods_?id|product_?id|tid|sku|infoId|t)=([\\w-]{1,40})(?:&|$)");
    private static final Pattern ITEM_IN_PATH = Pattern.compile("(?:^|[/_-])(\\d{2,20})(?:\\.\\w{2,5})?/?$");
    private static final Pattern SEARCH_PATH =
            Pattern.compile("/(?:s|search|find|results?|tim-kiem|poisk|sousuo|query)(?:\\.\\w{2,5})?/?$|/search/", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEARCH_TITLE = Pattern.compile(
            "搜索结果|搜尋結果|search results?|results for|kết quả tìm|результаты поиска", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_TITLE = 500;

    private final URI url;
    private final Document document;
    private final PageMap map;
    private final String base;
    private final Map<String, Optional<URI>> resolved = new HashMap<>();
    private final @Nullable Element headingElement;
    private final String title;
    private final String declaredLanguage;
    private final String siteLanguage;
    private @Nullable MainPart main;

    HtmlPage(URI url, Document document) {
        this.url = requireNonNull(url, "url");
        this.document = requireNonNull(document, "document");
        this.map = new PageMap(document);
        this.base = document.baseUri().isBlank() ? url.toString() : document.baseUri();
        this.title = title(document);
        this.headingElement = Headings.best(document, map, title);
        this.declaredLanguage = declaredLanguage(document);
        this.siteLanguage = siteLanguage(declaredLanguage, title + "\n" + heading());
    }

    URI url() {
        return url;
    }

    Document document() {
        return document;
    }

    PageMap map() {
        return map;
    }

    MainPart main() {
        MainPart known = main;
        if (known == null) main = known = MainPart.of(this);
        return known;
    }

    String title() {
        return title;
    }

    private static String title(Document document) {
        String title = PageText.line(document.title());
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    Optional<Element> headingElement() {
        return Optional.ofNullable(headingElement);
    }

    /** The text of the heading, else the document's title without the site's name. */
    String heading() {
        if (headingElement != null) return Headings.text(headingElement);
        return Headings.withoutSite(title());
    }

    Optional<String> meta(String property) {
        return metas(property).stream().findFirst();
    }

    List<String> metas(String property) {
        return map.metas().stream()
                .filter(m -> m.attr("property").equalsIgnoreCase(property) || m.attr("name").equalsIgnoreCase(property)
                        || m.attr("itemprop").equalsIgnoreCase(property))
                .map(m -> m.attr("content").strip())
                .filter(c -> !c.isEmpty())
                .toList();
    }

    /** The language of a listing's text; the page's declaration counts for Latin letters. */
    String language(String text) {
        return ScriptLanguage.of(text, declaredLanguage);
    }

    private static String declaredLanguage(Document document) {
        Element html = document.selectFirst("html");
        String said = html == null ? "" : html.attr("lang").isBlank() ? html.attr("xml:lang") : html.attr("lang");
        return said.isBlank() ? "und" : said;
    }

    /** The language that the site's dates and numbers follow. */
    String siteLanguage() {
        return siteLanguage;
    }

    private static String siteLanguage(String declared, String named) {
        String said = declared.toLowerCase(Locale.ROOT);
        if (!said.equals("und") && !said.startsWith("en")) return said;
        String seen = ScriptLanguage.of(named);
        return seen.equals("zh") || seen.equals("vi") || seen.equals("ru") ? seen : said;
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

    /** Whether the page answers a search, by its address or title. */
    boolean isSearch() {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return SEARCH_PATH.matcher(path).find() || SEARCH_TITLE.matcher(title + "\n" + heading()).find();
    }

    /** An address found in the page, made absolute. */
    Optional<URI> resolve(String address) {
        Optional<URI> known = resolved.get(address);
        if (known != null) return known;
        Optional<URI> absolute = LenientUri.resolve(base, address);
        resolved.put(address, absolute);
        return absolute;
    }

    boolean isHere(URI other) {
        return LenientUri.withoutFragment(other).equals(LenientUri.withoutFragment(url));
    }

    URI withFragment(String id) {
        String address = url.toString();
        int hash = address.indexOf('#');
        return LenientUri.parse((hash < 0 ? address : address.substring(0, hash)) + "#" + id).orElse(url);
    }
}
