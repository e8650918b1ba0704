package org.unlisted.crawl.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * What one walk over a page learns about its elements, so that no reader has to walk it again for each question: how
 * many words each holds, what it is for, where it leads first, and which names the page uses at all.
 */
final class PageMap {
    private static final List<String> POSTS = List.of("post", "reply", "comment", "floor", "message", "msg", "pid", "thread");
    private static final Spot NOWHERE = new Spot(0);
    private final IdentityHashMap<Element, Spot> spots = new IdentityHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<Element> links = new ArrayList<>();
    private final List<Element> scripts = new ArrayList<>();
    private final List<Element> metas = new ArrayList<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Element> items = new ArrayList<>();
    private final List<Element> states = new ArrayList<>();
    private final List<Element> pastes = new ArrayList<>();
    private boolean password;
    private boolean captcha;
    private boolean posts;

    /** What is known of one element; filled while walking. */
    private static final class Spot {
        private final int roles;
        private int letters;
        private int linked;
        private int size = 1;
        private boolean h1;
        private @Nullable String href;

        Spot(int roles) {
            this.roles = roles;
        }
    }

    PageMap(Document document) {
        Roles roles = new Roles();
        document.traverse(new NodeVisitor() {
            private int links;
            private int silent;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element e) {
                    Spot spot = new Spot(roles.of(e));
                    spots.put(e, spot);
                    if ((spot.roles & Roles.SILENT) != 0) silent++;
                    if (e.normalName().equals("a") && e.hasAttr("href")) {
                        links++;
                        spot.href = e.attr("href");
                    }
                    note(e);
                } else if (node instanceof TextNode t && silent == 0) {
                    Element parent = t.parent();
                    Spot spot = parent == null ? null : spots.get(parent);
                    if (spot == null) return;
                    int letters = letters(t.getWholeText());
                    spot.letters += letters;
                    if (links > 0) spot.linked += letters;
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (!(node instanceof Element e)) return;
                Spot spot = spots.getOrDefault(e, NOWHERE);
                if ((spot.roles & Roles.SILENT) != 0) silent--;
                if (e.normalName().equals("a") && e.hasAttr("href")) links--;
                Spot above = e.parent() == null ? null : spots.get(e.parent());
                if (above == null) return;
                above.letters += spot.letters;
                above.linked += spot.linked;
                above.size += spot.size;
                above.h1 |= spot.h1 || e.normalName().equals("h1");
                if (above.href == null) above.href = spot.href;
            }
        });
    }

    private static int letters(String text) {
        int letters = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            boolean white = text.charAt(i) <= ' ' || text.charAt(i) == '\u00A0';
            if (!white || !space) letters++;
            space = white;
        }
        return letters;
    }

    private void note(Element e) {
        switch (e.normalName()) {
            case "a", "area", "link" -> links.add(e);
            case "script" -> scripts.add(e);
            case "meta" -> metas.add(e);
            case "h1", "h2", "h3" -> headings.add(e);
            case "pre", "textarea" -> pastes.add(e);
            case "input" -> password |= e.attr("type").equalsIgnoreCase("password");
            default -> {}
        }
        if (e.attributesSize() == 0) return;
        posts |= e.normalName().equals("article") && e.hasAttr("id");
        if (e.hasAttr("itemtype") || e.hasAttr("typeof")) items.add(e);
        for (String token : e.classList()) name(token);
        if (!e.id().isEmpty()) name(shape(e.id()));
        if (e.hasAttr("component")) name(e.attr("component"));
        if (e.hasAttr("data-page") || e.hasAttr("data-props") || e.hasAttr("data-state")
                || e.hasAttr("data-initial-state") || e.hasAttr("data-react-props")) states.add(e);
        captcha |= isCaptcha(e);
    }

    private void name(String name) {
        if (name.length() > 60 || !names.add(name)) return;
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : POSTS) posts |= lower.contains(word);
    }

    private static boolean isCaptcha(Element e) {
        return switch (e.normalName()) {
            case "script", "iframe", "img" -> hasCaptcha(e.attr("src")) || hasCaptcha(e.className());
            case "input" -> hasCaptcha(e.attr("name"));
            default -> hasCaptcha(e.className()) || hasCaptcha(e.id());
        };
    }

    private static boolean hasCaptcha(String value) {
        if (value.isEmpty()) return false;
        String lower = value.length() > 300
                ? value.substring(0, 300).toLowerCase(Locale.ROOT)
                : value.toLowerCase(Locale.ROOT);
        return lower.contains("captcha") || lower.contains("challenges.cloudflare")
                || lower.contains("challenge-platform") || lower.contains("cf-turnstile") || lower.contains("geetest")
                || lower.contains("challenge-form") || lower.contains("nc_1_wrapper") || lower.contains("yidun");
    }

    /** An id with its numbers as {@code #}: {@code post_123} is {@code post_#}. */
    static String shape(String id) {
        if (id.length() > 60) return "";
        StringBuilder out = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit) out.append(c);
            else if (out.isEmpty() || out.charAt(out.length() - 1) != '#') out.append('#');
        }
        return out.toString();
    }

    boolean is(Element e, int roles) {
        return (spot(e).roles & roles) != 0;
    }

    /** Characters of visible text inside, white space once. */
    int letters(Element e) {
        return spot(e).letters;
    }

    /** How many of those lie in links. */
    int linkedLetters(Element e) {
        return spot(e).linked;
    }

    /** How many elements it is, with itself: a bound for what looking through it costs. */
    int size(Element e) {
        return spot(e).size;
    }

    /** Holds at most so many letters, and not many elements for them. */
    boolean isShort(Element e, int letters) {
        Spot spot = spot(e);
        return spot.letters <= letters && spot.size <= 100;
    }

    boolean holdsH1(Element e) {
        return spot(e).h1;
    }

    /** The first address that the element or its inside leads to. */
    @Nullable String href(Element e) {
        return spot(e).href;
    }

    private Spot spot(Element e) {
        Spot spot = spots.get(e);
        return spot == null ? NOWHERE : spot;
    }

    /**
     * The first of them that may be looked through one by one: together not many times the page, as they are where
     * somebody nests hundreds of them.
     */
    List<Element> affordable(List<Element> elements, Element page) {
        long budget = 8L * size(page) + 10_000;
        List<Element> taken = new ArrayList<>();
        for (Element e : elements) {
            budget -= size(e);
            if (budget < 0) break;
            taken.add(e);
        }
        return taken;
    }

    /** Whether any element has this class, or an id of this {@linkplain #shape shape}. */
    boolean names(String name) {
        return names.contains(name);
    }

    /** Anchors, areas and link elements, in page order; the lists below likewise. */
    List<Element> links() {
        return links;
    }

    List<Element> scripts() {
        return scripts;
    }

    List<Element> metas() {
        return metas;
    }

    List<Element> headings() {
        return headings;
    }

    /** Elements with a microdata or RDFa type. */
    List<Element> items() {
        return items;
    }

    /** Elements with JSON in an attribute, as server-rendered applications leave it. */
    List<Element> states() {
        return states;
    }

    /** {@code pre} and {@code textarea}. */
    List<Element> pastes() {
        return pastes;
    }

    boolean asksForPassword() {
        return password;
    }

    /** Whether anything on the page is called a post or the like. */
    boolean mayHavePosts() {
        return posts || !items.isEmpty();
    }

    boolean showsCaptcha() {
        return captcha;
    }
}
