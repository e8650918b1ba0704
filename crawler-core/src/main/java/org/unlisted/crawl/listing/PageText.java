package org.unlisted.crawl.listing;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an element as lines: each block on its own, so that a menu never runs into a sentence. */
final class PageText {
    private static final Set<String> SILENT = Set.of(
            "script", "style", "noscript", "template", "svg", "button", "select", "textarea", "iframe", "object",
            "head");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s",
            "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "data", "del");

    private PageText() {}

    static String of(Element element) {
        StringBuilder out = new StringBuilder();
        element.traverse(new NodeVisitor() {
            private int silent;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element e) {
                    if (SILENT.contains(e.normalName())) silent++;
                    if (!INLINE.contains(e.normalName())) out.append('\n');
                } else if (node instanceof TextNode t && silent == 0)
                    out.append(t.getWholeText().replaceAll("\\s+", " "));
            }

            @Override
            public void tail(Node node, int depth) {
                if (!(node instanceof Element e)) return;
                if (SILENT.contains(e.normalName())) silent--;
                if (!INLINE.contains(e.normalName())) out.append('\n');
            }
        });
        return out.toString().replaceAll("[ \\u00A0]+", " ").replaceAll(" ?\\n[\\s\\u00A0]*", "\n").strip();
    }

    /** The words of markup inside a string, as descriptions in structured data have it. */
    static String ofMarkup(String maybeMarkup) {
        if (maybeMarkup.indexOf('<') < 0 && maybeMarkup.indexOf('&') < 0) return maybeMarkup.strip();
        return of(Jsoup.parseBodyFragment(maybeMarkup).body());
    }
}
