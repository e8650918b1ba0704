package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/** The pictures of a part of a page at their full size, lazy ones too; not its furniture. */
final class PageImages {
    // Full size before preview.
    private static final List<String> FULL = List.of(
            "zoomfile", "data-zoom-image", "data-zoom-src", "data-full", "data-full-src", "data-fullsrc",
            "data-large-file", "data-large_image", "data-large", "data-hires", "data-hi-res-src", "data-big",
            "data-original", "data-original-src", "data-orig-file");
    private static final List<String> LAZY_SETS = List.of("data-srcset", "data-lazy-srcset", "data-bgset");
    private static final List<String> LAZY = List.of(
            "data-src", "data-lazy-src", "data-lazy",
            "data-lazyload", "data-lazyload-src", "data-lazy-load", "data-ks-lazyload", "data-echo", "data-actualsrc",
            "data-url", "data-img", "data-image", "data-imgsrc", "data-img-src", "data-imgurl", "data-bg",
            "data-background", "data-background-image", "data-bg-src", "lazyload", "lazy-src", "original", "file");
    private static final Set<String> FURNITURE = Set.of(
            "avatar", "avatars", "logo", "logos", "icon", "icons", "favicon", "emoji", "emojis", "emoticon", "emoticons",
            "smiley", "smilies", "smile", "sprite", "sprites", "spacer", "userpic", "banner", "advert", "qrcode",
            "medal", "medals", "signature", "authicn", "favatar");
    private static final Set<String> FURNITURE_WHOLE = Set.of("ad", "ads");
    // Only as file names: lazy pictures bear classes like "loading" until they are loaded.
    private static final Set<String> FILLERS = Set.of(
            "logo", "favicon", "sprite", "spacer", "pixel", "blank", "placeholder", "loading", "transparent", "none",
            "noavatar", "nopic", "noimage", "nophoto", "lazyload");
    private static final Set<String> FURNITURE_FOLDERS =
            Set.of("smiley", "smilies", "smileys", "emoji", "emojis", "emoticons", "emoticon", "avatars", "ranks", "medals");
    private static final Pattern BACKGROUND =
            Pattern.compile("background(?:-image)?\\s*:[^;]{0,400}?url\\(\\s*['\"]?([^'\")]{1,4000})['\"]?\\s*\\)");
    private static final Pattern XENFORO = Pattern.compile("attachments/[^/?#]*-(?:jpe?g|png|webp|gif)\\.\\d+");
    // px; a face smaller than this could not be compared anyway
    private static final int SMALLEST = 48;
    private static final int MOST = 1_000;

    private PageImages() {}

    /** In page order, without duplicates. */
    static List<URI> in(Element scope, HtmlPage page, Predicate<Element> leftOut) {
        Set<URI> images = new LinkedHashSet<>();
        Deque<Element> links = new ArrayDeque<>();
        scope.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (!(node instanceof Element e)) return FilterResult.CONTINUE;
                if (images.size() >= MOST) return FilterResult.STOP;
                if (!e.equals(scope) && leftOut.test(e)) return FilterResult.SKIP_ENTIRELY;
                switch (e.normalName()) {
                    case "script", "style", "template", "svg" -> {
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    case "noscript" -> {
                        ofNoscript(e, page, images);
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    case "a" -> links.push(e);
                    default -> {}
                }
                if (isPicture(e) && !isFurniture(e, scope))
                    address(e, links.isEmpty() ? scopeLink(scope) : Optional.of(links.peek()))
                            .flatMap(page::resolve)
                            .filter(PageImages::isPhoto)
                            .ifPresent(images::add);
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element e && e.equals(links.peek())) links.pop();
                return FilterResult.CONTINUE;
            }
        });
        return List.copyOf(images);
    }

    private static Optional<Element> scopeLink(Element scope) {
        Element at = scope;
        for (int up = 0; at != null && up < 3; at = at.parent(), up++) if (at.normalName().equals("a")) return Optional.of(at);
        return Optional.empty();
    }

    /** With scripting the content of noscript is text; its pictures are the lazy ones' originals. */
    private static void ofNoscript(Element e, HtmlPage page, Set<URI> images) {
        String html = e.html();
        if (html.length() > 20_000 || !html.contains("img")) return;
        Element inner = Jsoup.parseBodyFragment(html.contains("&lt;img") ? e.wholeText() : html).body();
        for (Element img : inner.getElementsByTag("img"))
            address(img, Optional.empty()).flatMap(page::resolve).filter(PageImages::isPhoto).ifPresent(images::add);
    }

    private static boolean isPicture(Element e) {
        return switch (e.normalName()) {
            case "img", "amp-img", "image" -> true;
            case "source" -> e.parent() != null && e.parent().normalName().equals("picture");
            case "video" -> e.hasAttr("poster");
            default -> e.attr("style").contains("background") || e.hasAttr("data-bg") || e.hasAttr("data-background-image")
                    || e.hasAttr("data-background") || e.hasAttr("data-bg-src");
        };
    }

    static boolean isPhoto(URI uri) {
        String path = String.valueOf(uri.getRawPath()).toLowerCase(Locale.ROOT);
        if (path.contains("static/image/")) return false; // Discuz: its own buttons and file types
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) if (FURNITURE_FOLDERS.contains(parts[i])) return false;
        String name = parts[parts.length - 1];
        return !name.endsWith(".svg") && !name.endsWith(".ico") && !hints(name, FILLERS);
    }

    /** The address of the largest version that the markup names. */
    private static Optional<String> address(Element e, Optional<Element> link) {
        // A thumbnail that links to an image file: the file is the picture.
        if (link.isPresent() && isImageLink(link.get().attr("href"))) return Optional.of(link.get().attr("href"));
        if (link.isPresent() && link.get().attr("href").contains("attachment") && e.attr("src").contains("thumb"))
            return Optional.of(link.get().attr("href"));
        Optional<String> named = first(e, FULL);
        for (String attribute : LAZY_SETS) named = named.or(() -> largest(e.attr(attribute)));
        named = named.or(() -> first(e, LAZY)).or(() -> largest(e.attr("srcset")));
        if (named.isPresent()) return named;
        Optional<String> other = otherData(e);
        if (other.isPresent()) return other;
        if (looksLikeAddress(e.attr("src"))) return Optional.of(e.attr("src"));
        if (looksLikeAddress(e.attr("poster"))) return Optional.of(e.attr("poster"));
        String style = e.attr("style");
        if (!style.contains("url(") || style.length() > 20_000) return Optional.empty();
        Matcher m = BACKGROUND.matcher(style);
        return m.find() && looksLikeAddress(m.group(1)) ? Optional.of(m.group(1).strip()) : Optional.empty();
    }

    private static Optional<String> first(Element e, List<String> attributes) {
        for (String attribute : attributes) {
            String value = e.attr(attribute);
            if (looksLikeAddress(value)) return Optional.of(inUrl(value));
        }
        return Optional.empty();
    }

    /** XenForo serves the file {@code a.jpg} as {@code /attachments/a-jpg.902/}. */
    private static boolean isImageLink(String href) {
        return PageLinks.isImagePath(href) || (href.length() < 500 && href.contains("attachments/") && XENFORO.matcher(href).find());
    }

    /** Lazy loaders have attributes of their own invention; where the source is a filler, any that names an image will do. */
    private static Optional<String> otherData(Element e) {
        String src = e.attr("src");
        if (!src.isEmpty() && !src.startsWith("data:") && !hints(src.substring(src.lastIndexOf('/') + 1), FILLERS))
            return Optional.empty();
        for (Attribute attribute : e.attributes())
            if (attribute.getKey().startsWith("data-") && PageLinks.isImagePath(attribute.getValue())
                    && looksLikeAddress(attribute.getValue())) return Optional.of(attribute.getValue());
        return Optional.empty();
    }

    private static String inUrl(String value) {
        String bare = value.strip();
        if (!bare.startsWith("url(") || !bare.endsWith(")")) return bare;
        return bare.substring(4, bare.length() - 1).replaceAll("^['\"]|['\"]$", "");
    }

    private static boolean looksLikeAddress(String value) {
        return !value.isBlank() && value.length() <= 4_000 && !value.startsWith("data:") && !value.startsWith("blob:")
                && !value.startsWith("{") && !value.startsWith("[") && !value.equals("true") && !value.equals("false")
                && !value.equals("1") && !value.equals("0");
    }

    private static Optional<String> largest(String srcset) {
        if (srcset.isEmpty() || srcset.length() > 20_000) return Optional.empty();
        String best = "";
        double width = -1;
        for (String candidate : srcset.split(",\\s+|,(?=https?:|//?)", -1)) {
            String[] parts = candidate.strip().split("\\s+", -1);
            if (!looksLikeAddress(parts[0])) continue;
            double size = parts.length > 1 ? size(parts[1]) : 1;
            if (size > width) {
                width = size;
                best = parts[0];
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static double size(String descriptor) {
        int end = descriptor.length() - 1;
        if (end < 1 || end > 8 || "wx".indexOf(descriptor.charAt(end)) < 0) return 1;
        for (int i = 0; i < end; i++) if ("0123456789.".indexOf(descriptor.charAt(i)) < 0) return 1;
        try {
            return Double.parseDouble(descriptor.substring(0, end));
        } catch (NumberFormatException e) {
            return 1; // "1.2.3x"
        }
    }

    /** Icons, logos, avatars and spacers, by size or by what the markup around them is called. */
    private static boolean isFurniture(Element e, Element scope) {
        if (small(e.attr("width")) || small(e.attr("height"))) return true;
        int up = 0;
        for (Element at = e; at != null && up <= 2; at = at.parent(), up++) {
            if (named(at.className()) || named(at.id())) return true;
            if (at.equals(scope)) break;
        }
        return false;
    }

    private static boolean named(String names) {
        if (names.isEmpty()) return false;
        if (hints(names, FURNITURE)) return true;
        for (String token : names.split(" ", 20)) if (FURNITURE_WHOLE.contains(token)) return true;
        return false;
    }

    private static boolean small(String size) {
        int value = 0;
        int i = 0;
        while (i < size.length() && i < 5 && size.charAt(i) >= '0' && size.charAt(i) <= '9')
            value = value * 10 + size.charAt(i++) - '0';
        boolean pixels = i > 0 && (i == size.length() || size.startsWith("px", i));
        return pixels && value < SMALLEST;
    }

    /** Whether one of the words stands in the name, between other signs. */
    private static boolean hints(String name, Set<String> words) {
        int from = 0;
        int end = Math.min(name.length(), 300);
        for (int i = 0; i <= end; i++) {
            boolean letter = i < end && Character.isLetter(name.charAt(i)) && name.charAt(i) < 128;
            if (letter) continue;
            if (i - from > 1 && words.contains(name.substring(from, i).toLowerCase(Locale.ROOT))) return true;
            from = i + 1;
        }
        return false;
    }
}
