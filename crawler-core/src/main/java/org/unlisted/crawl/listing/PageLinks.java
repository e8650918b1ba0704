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
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final Pattern MACHINES = Pattern.compile(
            "(?:file|ftps?|sftp|tftp|gopher|dict|ldaps?|smb|cifs|nfs|dav|telnet|ssh|rsync|jar|netdoc|wss?|view-source):",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST = 5_000;
    private static final int MOST_ELSEWHERE = 20;
    private static final int MOST_CHARACTERS = 200;

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

    /** Links that lead to files and servers outside the web; not those of mail, telephones and apps, which name people. */
    static List<String> elsewhere(HtmlPage page) {
        Set<String> found = new LinkedHashSet<>();
        for (Element link : page.map().links()) {
            if (found.size() >= MOST_ELSEWHERE) break;
            String address = link.attr("href").strip();
            if (!SCHEME.matcher(address).lookingAt()) address = page.base() + address;
            if (MACHINES.matcher(address).lookingAt()) found.add(plain(address));
        }
        return List.copyOf(found);
    }

    private static String plain(String address) {
        String line = address.replaceAll("[\\p{Cntrl}\\s]+", " ").replaceFirst("//[^/@]*@", "//");
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
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
