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
    private static final Set<String> IMAGES =
            Set.of("jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "svg", "ico", "jfif");
    private static final int MOST = 5_000;
    private static final Set<String> UNASKABLE = Set.of(
            "file", "ftp", "ftps", "sftp", "gopher", "gemini", "smb", "nfs", "jar", "ldap", "dict", "ws", "wss", "ipfs", "magnet",
            "ed2k", "thunder");
    private static final Pattern USER = Pattern.compile("^([a-zA-Z0-9]+://)[^/?#@]*@");
    private static final int MOST_UNASKABLE = 20;
    private static final int LONGEST = 300;

    private PageLinks() {}

    /**
     * The addresses in page order.
     *
     * @param named in structured data; they come last
     */
    static List<URI> of(HtmlPage page, List<URI> named) {
        Set<URI> links = new LinkedHashSet<>();
        for (Element link : page.map().links()) {
            if (links.size() >= MOST) break;
            if (!link.hasAttr("href") || !isWanted(link)) continue;
            page.resolve(link.attr("href"))
                    .map(LenientUri::withoutFragment)
                    .filter(uri -> !isImage(uri))
                    .ifPresent(links::add);
        }
        named.stream().map(LenientUri::withoutFragment).filter(u -> !isImage(u)).limit(MOST).forEach(links::add);
        links.remove(LenientUri.withoutFragment(page.url()));
        return List.copyOf(links);
    }

    /**
     * Links to what lies on no web server, or on the reader's own machine: nobody asks for them. Without user names and
     * passwords; at most 20. Links that hold people (mailto, tel, messengers) are not among them.
     */
    static List<String> unaskable(HtmlPage page) {
        Set<String> found = new LinkedHashSet<>();
        for (Element link : page.map().links()) {
            if (found.size() >= MOST_UNASKABLE) break;
            String href = link.attr("href").strip();
            int colon = href.indexOf(':');
            if (colon < 0 || !UNASKABLE.contains(href.substring(0, colon).toLowerCase(Locale.ROOT))) continue;
            String clean = USER.matcher(href).replaceFirst("$1");
            found.add(clean.substring(0, Math.min(clean.length(), LONGEST)));
        }
        return List.copyOf(found);
    }

    private static boolean isWanted(Element link) {
        String rel = link.attr("rel");
        boolean element = link.normalName().equals("link");
        if (rel.isEmpty()) return !element;
        String rels = " " + rel.toLowerCase(Locale.ROOT) + " ";
        return element
                ? rels.contains(" canonical ") || rels.contains(" next ") || rels.contains(" prev ")
                : !rels.contains(" nofollow ");
    }

    static boolean isImage(URI uri) {
        return uri.getRawPath() != null && isImagePath(uri.getRawPath());
    }

    /** Whether an address, absolute or not, ends like an image file. */
    static boolean isImagePath(String address) {
        int end = address.length();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '?' || c == '#') {
                end = i;
                break;
            }
        }
        int dot = address.lastIndexOf('.', end - 1);
        return dot >= 0 && end - dot <= 6 && IMAGES.contains(address.substring(dot + 1, end).toLowerCase(Locale.ROOT));
    }
}
