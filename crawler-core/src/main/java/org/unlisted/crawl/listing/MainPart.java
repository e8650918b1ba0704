package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The part of a page that its author wrote: a root, and the elements in it that are left out because they are
 * navigation, other listings or other people's comments. The document itself stays whole.
 */
final class MainPart {
    /** The heading of a part that belongs to others. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:you (?:may|might) (?:also )?(?:like|be interested)|(?:similar|related|recommended|more|other|sponsored)(?: sponsored)? (?:items|ads|listings"
                    + "|products|posts|topics|threads|pastes|articles|results|from this seller).*|customers also .*|people also .*"
                    + "|recently viewed.*|sponsored.*|more (?:from|like) .*|comments?(?: ?\\(?\\d*\\)?)?|\\d+ comments?"
                    + "|(?:customer )?reviews?(?: ?\\(?\\d*\\)?)?|questions? (?:and|&) answers?|safety tips.*|public pastes"
                    + "|猜你喜欢|看了又看|相关(?:推荐|商品|阅读|帖子|宝贝|主题|文章)|为你推荐|推荐(?:商品|宝贝|阅读)|同类推荐|大家都在看|热门(?:推荐|商品|帖子)"
                    + "|(?:更多|其他|其它|最新)(?:商品|宝贝|推荐|帖子|主题)|(?:全部|最新|网友|热门)?(?:评论|留言|评价)(?:区)?(?: ?[(（]\\d+[)）])?|累计评价.*"
                    + "|你可能(?:还|也)?(?:喜欢|感兴趣).*|猜您喜欢|相關(?:推薦|商品)|您可能(?:也|會)?喜歡.*|留言板|宝贝留言.*"
                    + "|tin (?:khác|liên quan|tương tự|cùng chuyên mục).*|(?:sản phẩm|tin đăng|bài viết) (?:liên quan|tương tự|khác|cùng loại).*"
                    + "|có thể bạn (?:cũng )?(?:thích|quan tâm).*|bình luận.*|đánh giá.*|xem thêm"
                    + "|похожие .*|смотрите также.*|вам (?:может|могут) .*|рекомендуем.*|другие объявления.*"
                    + "|с этим товаром .*|комментарии.*|отзывы.*|читайте также.*|ещё объявления.*)\\s*[:：]?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A line of the page's own: when it was posted, how often seen. */
    private static final Pattern META_LINE = Pattern.compile(
            "(?mi)^(?:发布时间|发布日期|发布于|更新时间|浏览(?:次数|量)?|阅读(?:量)?|发布人|posted(?: on)?|views|ngày đăng|lượt xem|опубликовано|просмотров)"
                    + "\\s?[:：].{0,80}\\n?");
    private static final Set<String> TITLES = Set.of("h2", "h3", "h4", "h5", "h6", "b", "strong", "dt", "legend", "div",
            "span", "p", "summary");
    private static final int LONGEST_TITLE = 40;
    private static final int REPEATED = 3;
    /** Letters of a field; anything longer under such a name is prose. */
    private static final int FIELD = 120;

    private final HtmlPage page;
    private final PageMap map;
    private final Element root;
    private final Set<Element> leftOut = new HashSet<>();
    private final Set<Element> inside = new HashSet<>();
    private final Set<Element> aroundHeading = new HashSet<>();
    private int cards;

    private MainPart(HtmlPage page) {
        this.page = page;
        this.map = page.map();
        page.headingElement().ifPresent(h -> {
            for (Element at = h; at != null; at = at.parent()) aroundHeading.add(at);
        });
        this.root = root();
    }

    static MainPart of(HtmlPage page) {
        MainPart part = new MainPart(page);
        part.leaveOutOthers();
        return part;
    }

    /** The candidate around the heading, else the one with most words, else the body. */
    private Element root() {
        Element body = page.document().body();
        Element best = body;
        int most = 0;
        int all = map.letters(body);
        for (Element candidate : body.getAllElements()) {
            if (!map.is(candidate, Roles.MAIN) || map.is(candidate, Roles.COMMENT)) continue;
            int words = map.letters(candidate) + (aroundHeading.contains(candidate) ? 2_000 : 0);
            if (candidate.normalName().equals("main") || candidate.attr("role").equals("main")) words += 1_000;
            if (words <= most) continue;
            best = candidate;
            most = words;
        }
        // A page that keeps its words outside of any such element, or in many of them.
        boolean oneOfMany = best.normalName().equals("article") && !aroundHeading.contains(best);
        return map.letters(best) * (oneOfMany ? 2 : 5) < all ? body : best;
    }

    Element element() {
        return root;
    }

    /** How many links to other items were left out: many, and nothing else left, make an index. */
    int cards() {
        return cards;
    }

    boolean leavesOut(Element e) {
        return leftOut.contains(e);
    }

    /** Whether the element or one around it is left out, or it lies beside the part. */
    boolean isOutside(Element e) {
        return !inside.contains(e);
    }

    private void leaveOutOthers() {
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (!(node instanceof Element e) || e.equals(root)) {
                    if (node.equals(root)) {
                        inside.add(root);
                        leaveOutCards(root);
                    }
                    return FilterResult.CONTINUE;
                }
                if (leftOut.contains(e)) return FilterResult.SKIP_ENTIRELY;
                if (isForeign(e)) {
                    leftOut.add(e);
                    return FilterResult.SKIP_ENTIRELY;
                }
                leaveOutTitled(e);
                if (leftOut.contains(e)) return FilterResult.SKIP_ENTIRELY;
                inside.add(e);
                leaveOutCards(e);
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                return FilterResult.CONTINUE;
            }
        });
    }

    private boolean isForeign(Element e) {
        if (map.is(e, Roles.HIDDEN) && !aroundHeading.contains(e)) return true;
        if (map.is(e, Roles.SILENT)) return !e.normalName().equals("noscript");
        if (map.is(e, Roles.NOTICE) && map.letters(e) <= FIELD && !aroundHeading.contains(e)) return true;
        String tag = e.normalName();
        if (tag.equals("header")) return !aroundHeading.contains(e) && !map.holdsH1(e);
        if (aroundHeading.contains(e)) return false;
        if (map.is(e, Roles.FOREIGN | Roles.COMMENT)) return !map.is(e, Roles.DESCRIPTION) || map.is(e, Roles.COMMENT);
        if (tag.equals("form")) return map.letters(e) * 2 < map.letters(root);
        return tag.equals("blockquote") && map.is(e, Roles.QUOTE) && !e.className().isEmpty();
    }

    /** A part under a heading like "You may also like". */
    private void leaveOutTitled(Element e) {
        int letters = map.letters(e);
        if (letters < 2 || !map.isShort(e, LONGEST_TITLE) || !TITLES.contains(e.normalName()) || aroundHeading.contains(e)) return;
        if (!OTHERS.matcher(e.text().strip()).matches()) return;
        Element parent = e.parent();
        if (parent == null) return;
        // In a block of its own with nothing before it, the block goes, else what follows the heading.
        Element from = e;
        while (!parent.equals(root) && parent.parent() != null && !aroundHeading.contains(parent) && from.equals(parent.firstElementChild())
                && map.letters(parent) == map.letters(from)) {
            from = parent;
            parent = parent.parent();
        }
        if (!parent.equals(root) && !aroundHeading.contains(parent) && from.equals(parent.firstElementChild())) {
            leftOut.add(parent);
            return;
        }
        String level = e.normalName();
        for (Element next = from; next != null; next = next.nextElementSibling()) {
            if (!next.equals(from) && next.normalName().equals(level) && level.startsWith("h")) break;
            if (!aroundHeading.contains(next)) leftOut.add(next);
        }
    }

    /** Siblings of one shape that each lead to a page of their own. */
    private void leaveOutCards(Element parent) {
        if (parent.childrenSize() < REPEATED || map.href(parent) == null) return;
        Map<String, List<Element>> shapes = new HashMap<>();
        for (Element child : parent.children()) {
            if (map.href(child) == null && shapes.isEmpty()) continue;
            if (child.normalName().equals("br") || aroundHeading.contains(child)) continue;
            shapes.computeIfAbsent(shape(child), s -> new ArrayList<>()).add(child);
        }
        for (List<Element> group : shapes.values()) {
            if (group.size() < REPEATED || !leadElsewhere(group)) continue;
            cards += group.size();
            leftOut.addAll(group);
        }
    }

    private static String shape(Element e) {
        String names = e.className();
        int space = names.indexOf(' ');
        return e.normalName() + "." + (space < 0 ? names : names.substring(0, space));
    }

    private boolean leadElsewhere(List<Element> group) {
        Set<URI> targets = new HashSet<>();
        int prose = 0;
        for (Element card : group) {
            String href = map.href(card);
            if (href == null || PageLinks.isImagePath(href)) continue;
            page.resolve(href).map(LenientUri::withoutFragment).filter(u -> !page.isHere(u)).ifPresent(targets::add);
            // A paragraph with a link in it is no card.
            if (map.letters(card) > 200 && map.linkedLetters(card) * 5 < map.letters(card) && card.normalName().equals("p")) prose++;
        }
        return targets.size() >= REPEATED && targets.size() * 4 >= group.size() * 3 && prose * 2 < group.size();
    }

    /** The author's words, without the heading, price and seller. */
    String words(String heading) {
        String words = PageText.of(closest(), e -> leftOut.contains(e) || isField(e) || isHeading(e, heading));
        return META_LINE.matcher(words).replaceAll("").strip();
    }

    /**
     * Where nothing calls itself the main part: what is closest around the heading and holds most words of the page.
     * Price and pictures may still lie beside it.
     */
    private Element closest() {
        Element body = page.document().body();
        if (!root.equals(body) || page.headingElement().isEmpty()) return root;
        int all = map.letters(body) - map.linkedLetters(body);
        for (Element at = page.headingElement().get().parent(); at != null && !at.equals(body); at = at.parent())
            if ((map.letters(at) - map.linkedLetters(at)) * 5 >= all * 3) return at;
        return root;
    }

    /** All words of the part, fields too. */
    String allWords() {
        return PageText.of(root, leftOut::contains);
    }

    /**
     * What a part that calls itself a description says, with a list of attributes where there is one; else all the
     * author's words.
     */
    String description(String heading) {
        Element said = described();
        if (said == null) return words(heading);
        StringBuilder out = new StringBuilder(PageText.of(said, e -> leftOut.contains(e) || isHeading(e, heading)));
        for (Element e : root.getAllElements()) {
            if (!map.is(e, Roles.ATTRIBUTES) || isOutside(e) || isInside(e, said) || isInside(said, e)) continue;
            if (e.parent() != null && map.is(e.parent(), Roles.ATTRIBUTES)) continue;
            String more = PageText.of(e, leftOut::contains);
            if (!more.isEmpty()) out.append('\n').append(more);
        }
        return out.toString().strip();
    }

    /** Whether a part of the page calls itself a description. */
    boolean isDescribed() {
        return described() != null;
    }

    private @Nullable Element described() {
        Element best = null;
        for (Element e : root.getAllElements()) {
            if (!map.is(e, Roles.DESCRIPTION) || map.letters(e) < 10) continue;
            if (isOutside(e) || aroundHeading.contains(e)) continue;
            if (best == null || map.letters(e) > map.letters(best)) best = e;
        }
        return best;
    }

    private static boolean isInside(Element inner, Element outer) {
        for (Element at = inner; at != null; at = at.parent()) if (at.equals(outer)) return true;
        return false;
    }

    private boolean isHeading(Element e, String heading) {
        return page.headingElement().filter(h -> h.equals(e)).isPresent()
                || (e.normalName().equals("h1") && map.isShort(e, 500) && PageText.line(e.text()).equals(heading));
    }

    // What fields of a listing say is no part of its words: a handle may be called "ID scans", a unit price is no total.
    private boolean isField(Element e) {
        return map.is(e, Roles.PRICE | Roles.OTHER_PRICE | Roles.SELLER | Roles.DATE | Roles.META) && map.letters(e) <= FIELD
                && !aroundHeading.contains(e);
    }

    /** The links that are left in. */
    List<Element> links() {
        return map.links().stream().filter(l -> l.normalName().equals("a") && l.hasAttr("href") && !isOutside(l)).toList();
    }

    /** The pictures of the part. */
    List<URI> images() {
        return PageImages.in(root, page, e -> leftOut.contains(e) && !e.normalName().equals("noscript"));
    }
}
