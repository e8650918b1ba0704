package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The pictures of a part of a page at their full size, lazy ones too; not its furniture. */
final class PageImages {
    private static final List<String> LAZY = List.of(
            "data-original", "data-src", "data-lazy-src", "data-lazy", "data-lazyload", "data-ks-lazyload", "data-echo",
            "data-actualsrc", "data-full", "data-zoom-image", "data-large", "data-url", "data-img", "file", "zoomfile");
    private static final Set<String> FURNITURE = Set.of(
            "avatar", "avatars", "logo", "logos", "icon", "icons", "favicon", "emoji", "emojis", "emoticon",
            "smiley", "smilies", "smile", "sprite", "sprites", "spacer", "userpic", "banner", "ad", "ads", "advert",
            "qrcode", "medal", "signature");
    // Only as file names: lazy pictures bear classes like "loading" until they are loaded.
    private static final Set<String> FILLERS =
            Set.of("logo", "favicon", "sprite", "spacer", "pixel", "blank", "placeholder", "loading", "transparent");
    private static final Pattern BACKGROUND =
            Pattern.compile("background(?:-image)?\\s*:[^;]*?url\\(\\s*['\"]?(.*?)['\"]?\\s*\\)");
    private static final Pattern PIXELS = Pattern.compile("\\s*(\\d+)(?:px)?\\s*");
    // px; a face smaller than this could not be compared anyway
    private static final int SMALLEST = 48;

    private PageImages() {}

    /** In page order, without duplicates. */
    static List<URI> in(Element scope, HtmlPage page) {
        Set<URI> images = new LinkedHashSet<>();
        for (Element e : scope.select("img, noscript, picture > source, [style*=background], amp-img")) {
            if (e.normalName().equals("noscript")) {
                // With scripting the content of noscript is text; its pictures are the lazy ones' originals.
                Element inner = Jsoup.parseBodyFragment(e.html().contains("&lt;img") ? e.text() : e.html());
                inner.select("img").forEach(img -> address(img).flatMap(page::resolve).ifPresent(images::add));
            } else if (!isFurniture(e, scope))
                address(e).flatMap(page::resolve).filter(PageImages::isPhoto).ifPresent(images::add);
        }
        return List.copyOf(images);
    }

    private static boolean isPhoto(URI uri) {
        String path = String.valueOf(uri.getRawPath()).toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !name.endsWith(".svg") && !name.endsWith(".ico") && !hints(name, FILLERS);
    }

    /** The address of the largest version that the markup names. */
    private static Optional<String> address(Element e) {
        Element link = e.closest("a[href]");
        // A thumbnail that links to an image file: the file is the picture.
        if (link != null && PageLinks.isImage(URI.create(pathOnly(link.attr("href")))))
            return Optional.of(link.attr("href"));
        for (String attribute : LAZY)
            if (looksLikeAddress(e.attr(attribute))) return Optional.of(e.attr(attribute));
        for (String attribute : List.of("data-srcset", "data-lazy-srcset", "srcset")) {
            Optional<String> largest = largest(e.attr(attribute));
            if (largest.isPresent()) return largest;
        }
        if (looksLikeAddress(e.attr("src"))) return Optional.of(e.attr("src"));
        Matcher m = BACKGROUND.matcher(e.attr("style"));
        return m.find() && looksLikeAddress(m.group(1)) ? Optional.of(m.group(1)) : Optional.empty();
    }

    private static String pathOnly(String href) {
        String path = href.replaceAll("[?#].*$", "");
        return "/" + path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "_");
    }

    private static boolean looksLikeAddress(String value) {
        return !value.isBlank() && !value.startsWith("data:") && !value.startsWith("blob:") && !value.startsWith("{");
    }

    private static Optional<String> largest(String srcset) {
        String best = "";
        double width = -1;
        for (String candidate : srcset.split(",\\s+|,(?=https?:)", -1)) {
            String[] parts = candidate.strip().split("\\s+", -1);
            if (!looksLikeAddress(parts[0])) continue;
            double size = parts.length > 1 && parts[1].matches("[\\d.]+[wx]")
                    ? Double.parseDouble(parts[1].substring(0, parts[1].length() - 1))
                    : 1;
            if (size > width) {
                width = size;
                best = parts[0];
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Icons, logos, avatars and spacers, by size or by what the markup around them is called. */
    private static boolean isFurniture(Element e, Element scope) {
        if (small(e.attr("width")) || small(e.attr("height"))) return true;
        int up = 0;
        for (Element at = e; at != null && up <= 2; at = at.parent(), up++) {
            if (hints(at.className(), FURNITURE) || hints(at.id(), FURNITURE)) return true;
            if (at.equals(scope)) break;
        }
        return false;
    }

    private static boolean small(String size) {
        Matcher m = PIXELS.matcher(size);
        return m.matches() && m.group(1).length() < 6 && Integer.parseInt(m.group(1)) < SMALLEST;
    }

    private static boolean hints(String name, Set<String> words) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)).anyMatch(words::contains);
    }
}
