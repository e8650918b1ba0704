package org.unlisted.console.screenshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A captured page made fit for a browser without a network: no scripts, no frames, no address but our own host's; the
 * given pictures where the page shows them (or below the page, where it does not), a grey tile for all others.
 */
final class OfflinePage {
    /** What the page's pictures are replaced with. */
    static final String TILE = "withheld.svg";

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final String DROPPED = "script, noscript, template, base, iframe, frame, frameset, object, embed,"
            + " applet, video, audio, source, track, meta[http-equiv], svg image, svg feImage, svg use";
    /** Where pages keep a picture's address; the data attributes are those of the usual lazy loaders. */
    private static final List<String> SOURCES =
            List.of("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url");
    private static final String VISIBLE = ";display:block;min-width:240px;min-height:180px"
            + ";background-size:contain;background-repeat:no-repeat";
    private static final List<String> SOURCE_SETS = List.of("srcset", "data-srcset");
    private static final Pattern SET_ENTRY = Pattern.compile("(?:^|,)\\s*([^\\s,]+)");
    private static final Set<String> SHED =
            Set.of("background", "poster", "autofocus", "loading", "crossorigin", "srcset", "data-srcset", "sizes");

    private final URI url;
    private final Document document;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> placed = new HashSet<>();
    private int withheld;

    OfflinePage(CapturedPage page) {
        url = page.url();
        document = parse(page);
        page.pictures().keySet().forEach(picture -> names.put(picture.toString(), "p" + names.size()));
        document.select("style").forEach(this::styleElement);
        document.select("link").forEach(link -> styleSheet(link, page.styles()));
        document.select(DROPPED).remove();
        document.select("img, input[type=image]").forEach(this::picture);
        document.getAllElements().forEach(this::attributes);
        appendUnplaced();
    }

    private static Document parse(CapturedPage page) {
        Matcher charset = CHARSET.matcher(page.contentType());
        String base = page.url().toString();
        try (var in = new ByteArrayInputStream(page.html())) {
            return charset.find() && Charset.isSupported(charset.group(1))
                    ? Jsoup.parse(in, charset.group(1), base)
                    : Jsoup.parse(in, null, base); // by byte order mark, then meta, then UTF-8
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private void styleElement(Element style) {
        for (DataNode css : style.dataNodes()) css.setWholeData(sheet(css.getWholeData(), base(style)));
    }

    private void styleSheet(Element link, Map<URI, String> given) {
        String address = link.absUrl("href");
        boolean sheet = link.attr("rel").toLowerCase(Locale.ROOT).contains("stylesheet");
        given.entrySet().stream()
                .filter(e -> sheet && e.getKey().toString().equals(address))
                .map(e -> sheet(e.getValue(), e.getKey()).replace("</", "<\\/")) // must not end the element
                .forEach(css -> link.before(new Element("style").appendChild(new DataNode(css))));
        link.remove();
    }

    private void picture(Element img) {
        Optional<String> shown = addresses(img).map(this::shown).flatMap(Optional::stream).findFirst();
        SOURCES.forEach(img::removeAttr);
        img.attr("src", shown.orElseGet(this::withhold));
    }

    private static Stream<String> addresses(Element img) {
        Stream<String> sets = SOURCE_SETS.stream()
                .flatMap(name -> SET_ENTRY.matcher(img.attr(name)).results())
                .map(entry -> StringUtil.resolve(img.baseUri(), entry.group(1)));
        return Stream.concat(SOURCES.stream().filter(img::hasAttr).map(img::absUrl), sets);
    }

    private void attributes(Element element) {
        for (Attribute attribute : element.attributes().asList()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.startsWith("on") || SHED.contains(key)) element.removeAttr(attribute.getKey());
            else if (key.equals("style")) element.attr("style", own(attribute.getValue(), base(element)));
        }
    }

    /**
     * An element's own style may hold a picture of the page, as Telegram's previews do. It is shown even where the
     * sheet that gave the element its size was not captured; others get the tile.
     */
    private String own(String style, URI base) {
        String own = CssAddresses.rewrite(style, base, address -> shown(address).orElseGet(this::withhold));
        boolean shows = names.values().stream().anyMatch(name -> own.contains("url('" + name + "')"));
        return shows ? own + VISIBLE : own;
    }

    /** A style sheet holds decoration: what is not to be shown is left away. */
    private String sheet(String css, URI base) {
        return CssAddresses.rewrite(css, base, address -> shown(address).orElse("about:invalid"));
    }

    private String withhold() {
        withheld++;
        return TILE;
    }

    private Optional<String> shown(String address) {
        Optional<String> name = Optional.ofNullable(names.get(address));
        name.ifPresent(placed::add);
        return name;
    }

    /** The page's own address where its base element holds none. */
    private URI base(Element element) {
        try {
            return URI.create(element.baseUri());
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    /** A page may name its picture in its head alone (OpenGraph): the evidence shows it all the same. */
    private void appendUnplaced() {
        List<String> left = pictureNames().stream().filter(name -> !placed.contains(name)).toList();
        if (left.isEmpty()) return;
        Element section = document.body().appendElement("section");
        section.appendElement("p").text("Pictures of this listing that the page does not place itself:");
        left.forEach(name -> section.appendElement("img").attr("src", name));
    }

    String html() {
        return document.outerHtml();
    }

    /** File name of each given picture, in the order given. */
    List<String> pictureNames() {
        return List.copyOf(names.values());
    }

    /** How many pictures of the page are not shown. */
    int withheld() {
        return withheld;
    }
}
