package org.unlisted.crawl.listing;

import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The words of an element as lines: each block on its own, so that a menu never runs into a sentence. */
final class PageText {
    private static final Set<String> SILENT = Set.of(
            "script", "style", "noscript", "template", "svg", "button", "select", "textarea", "iframe", "object",
            "head");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "big", "strike", "bdo", "var", "samp", "tt", "nobr", "ruby", "tg-emoji", "tg-spoiler", "i", "img", "ins", "kbd", "label", "mark", "q", "s",
            "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "data", "del");

    private PageText() {}

    static String of(Element element) {
        return of(element, e -> false);
    }

    /** The words without those of the elements that are left out. */
    static String of(Element element, Predicate<Element> leftOut) {
        Lines lines = new Lines();
        element.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Element e) {
                    String tag = e.normalName();
                    if (!e.equals(element) && (SILENT.contains(tag) || leftOut.test(e))) {
                        if (!INLINE.contains(tag)) lines.end();
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    if (tag.equals("pre") || tag.equals("textarea")) lines.kept++;
                    if (tag.equals("td") || tag.equals("th")) lines.end();
                    else if (!INLINE.contains(tag)) lines.end();
                } else if (node instanceof TextNode t) lines.add(t.getWholeText());
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element e) {
                    String tag = e.normalName();
                    if (tag.equals("pre") || tag.equals("textarea")) lines.kept--;
                    if (!INLINE.contains(tag)) lines.end();
                }
                return FilterResult.CONTINUE;
            }
        });
        return lines.toString();
    }

    /** The words of markup inside a string, as descriptions in structured data have it. */
    static String ofMarkup(String maybeMarkup) {
        if (maybeMarkup.indexOf('<') < 0 && maybeMarkup.indexOf('&') < 0) return ofPlain(maybeMarkup);
        Element body = Jsoup.parseBodyFragment(maybeMarkup).body();
        // Written twice: &lt;p&gt; is markup of markup.
        if (body.childrenSize() == 0 && body.wholeText().contains("</")) body = Jsoup.parseBodyFragment(body.wholeText()).body();
        if (body.childrenSize() == 0) return ofPlain(body.wholeText());
        return of(body);
    }

    /** Text whose line breaks count. */
    static String ofPlain(String text) {
        Lines lines = new Lines();
        lines.kept = 1;
        lines.add(text);
        return lines.toString();
    }

    /** One line, for titles and names. */
    static String line(String text) {
        Lines lines = new Lines();
        lines.add(text);
        return lines.toString();
    }

    /** Collects words, folds white space, drops blank lines and half characters. */
    private static final class Lines {
        private final StringBuilder out = new StringBuilder();
        private boolean space;
        private boolean line;
        private int kept;

        void end() {
            line = true;
        }

        void add(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if ((c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') && kept > 0) line = true;
                else if (c <= ' ' || Character.isSpaceChar(c)) space = true;
                else if (c != '\u200B' && c != '\uFEFF') { // those join, and are no letters
                    if (!out.isEmpty() && (line || space)) out.append(line ? '\n' : ' ');
                    line = false;
                    space = false;
                    if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                        out.append(c).append(text.charAt(++i));
                    else out.append(Character.isSurrogate(c) ? '\uFFFD' : c);
                }
            }
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }
}
