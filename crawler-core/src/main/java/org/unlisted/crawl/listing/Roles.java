package org.unlisted.crawl.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What the parts of a page are for, told from what they are called: the words in class names, ids and test marks
 * ({@code item-price}, {@code sellerName}, {@code seller-info/name}), in the languages that the sites' builders use.
 * One instance per page: class names repeat, so their answers are kept.
 */
final class Roles {
    /** Navigation, other listings, tools: not what the author wrote. */
    static final int FOREIGN = 1;
    /** The words of those who answer. */
    static final int COMMENT = 1 << 1;
    static final int QUOTE = 1 << 2;
    static final int SIGNATURE = 1 << 3;
    static final int PRICE = 1 << 4;
    /** A price that is not asked any more, or not for the thing. */
    static final int OTHER_PRICE = 1 << 5;
    static final int SELLER = 1 << 6;
    static final int DATE = 1 << 7;
    /** Around the words: date, author, counts. */
    static final int META = 1 << 8;
    static final int DESCRIPTION = 1 << 9;
    static final int ATTRIBUTES = 1 << 10;
    static final int HIDDEN = 1 << 11;
    /** May hold the page's own content. */
    static final int MAIN = 1 << 12;
    /** Traces of the software in a post: "edited by", ratings, buttons. */
    static final int NOTICE = 1 << 13;
    /** Never shown as words: scripts, forms. */
    static final int SILENT = 1 << 14;
    /** Inside a price: what was asked before. */
    static final int STRUCK = 1 << 15;

    private static final Set<String> FOREIGN_ENDS = Set.of(
            "nav", "navbar", "navigation", "navi", "menu", "submenu", "topbar", "sidebar", "breadcrumb", "breadcrumbs",
            "crumb", "crumbs", "pagination", "pager", "paging", "related", "recommend", "recommended",
            "recommendation", "recommendations", "similar", "guess", "share", "sharing", "toolbar", "footer",
            "copyright", "cookie", "cookies", "toast", "popup", "modal", "newsletter", "sponsored", "advert",
            "advertisement", "skiplink");
    private static final Set<String> FOREIGN_WHOLE = Set.of(
            "side", "ad", "ads", "tags", "pages", "youmaylike", "youmayalsolike", "alsolike", "alsoviewed",
            "guesslike", "guessyoulike", "moreitems", "otheritems", "otherads", "sellerotheritems", "relateditems",
            "recentlyviewed", "tuijian", "xiangguan", "tinlienquan", "lienquan", "pohozhie", "search", "searchbox",
            "login", "loginbox", "hotlist", "ranklist", "friendlink", "prevnext", "postnavigation");
    private static final Set<String> COMMENTS =
            Set.of("comment", "comments", "commentlist", "review", "reviews", "binhluan", "pinglun", "kommentarii");
    private static final Set<String> QUOTES = Set.of("quote", "quoted", "quotation", "quoteheader", "quotefooter");
    private static final Set<String> QUOTING = Set.of("select", "to", "reply", "button", "btn", "multi", "enabled");
    private static final Set<String> SIGNATURES = Set.of("signature", "sig", "sign", "signat", "postsignature", "usersignature", "signaturecontainer");
    private static final Set<String> PRICES =
            Set.of("price", "cost", "gia", "giaban", "jiage", "cena", "tsena", "stoimost");
    private static final Set<String> NOT_THE_PRICE = Set.of(
            "old", "original", "origin", "orig", "was", "market", "list", "del", "range", "filter", "history",
            "shipping", "delivery", "retail", "before", "cross", "crossed", "strike", "strikethrough", "alert", "drop",
            "slider", "postage", "prev", "previous", "line");
    private static final Set<String> STRIKES = Set.of(
            "old", "was", "original", "origin", "before", "crossed", "strike", "strikethrough", "striked", "previous",
            "retail", "msrp", "rrp");
    private static final Set<String> SELLERS = Set.of(
            "seller", "vendor", "merchant", "owner", "poster", "username", "nickname", "nick", "author", "shopname",
            "storename", "nguoiban", "nguoidang", "prodavec", "sellername", "maijia", "zuozhe", "creator");
    private static final Set<String> DATES = Set.of(
            "date", "time", "posted", "published", "pubdate", "postdate", "datetime", "dateline", "pubtime", "ngaydang",
            "timestamp", "timeago", "postedat");
    private static final Set<String> METAS = Set.of(
            "byline", "meta", "postmeta", "views", "viewcount", "counter", "postnumber", "permalink", "likes",
            "actions", "controls", "userinfo", "user", "postuser", "userpanel", "usercell", "authorinfo", "sellerinfo", "shopinfo", "avatar", "stats");
    private static final Set<String> DESCRIPTIONS = Set.of(
            "description", "desc", "postingbody", "descr", "mota", "opisanie", "miaoshu", "noidung");
    private static final Set<String> ATTRIBUTE_LISTS =
            Set.of("attributes", "attrs", "attrgroup", "params", "specs", "specifications", "properties", "typeoption");
    private static final Set<String> NOTICES = Set.of(
            "pstatus", "notice", "lastedit", "edited", "edit", "rate", "aimgtip", "tip", "attnm", "jammer", "modact",
            "buttons", "locked", "reactions", "reactionsbar", "psth", "pstl", "postcontrols", "lightboxmeta", "badge", "tooltip",
            "srsonly", "sr", "printinformation");
    private static final Set<String> MAINS = Set.of(
            "content", "main", "detail", "itemdetail", "goodsdetail", "productdetail", "maincontent", "addetail",
            "adview", "viewad", "itemview", "productpage");
    private static final Set<String> NEGATIONS = Set.of("with", "has", "no", "without", "have", "hide", "is");
    private static final List<String> MARKS =
            List.of("data-marker", "data-testid", "data-test", "data-qa", "data-role", "component", "itemprop", "role");

    private final Map<String, Integer> known = new HashMap<>();

    /** The roles that an element's tag and names give it. */
    int of(Element e) {
        int roles = ofTag(e.normalName());
        if (e.attributesSize() == 0) return roles;
        String names = e.className();
        if (!names.isEmpty()) roles |= ofNames(names);
        String id = e.id();
        if (!id.isEmpty()) roles |= ofNames(id);
        for (String mark : MARKS) {
            String value = e.attr(mark);
            if (!value.isEmpty()) roles |= ofNames(value);
        }
        String style = e.attr("style");
        if (e.hasAttr("hidden") || isHidden(style)) roles |= HIDDEN;
        if (style.contains("line-through")) roles |= OTHER_PRICE;
        return roles;
    }

    private static int ofTag(String tag) {
        return switch (tag) {
            case "script", "style", "template", "svg", "select", "iframe", "object", "head", "dialog", "noscript" -> SILENT;
            case "nav", "aside", "footer", "menu" -> FOREIGN;
            case "main", "article" -> MAIN;
            case "blockquote" -> QUOTE;
            case "del", "s", "strike" -> OTHER_PRICE;
            case "time", "relative-time", "time-ago", "local-time" -> DATE;
            default -> 0;
        };
    }

    private static boolean isHidden(String style) {
        int at = style.indexOf("display");
        if (at < 0) return false;
        String rest = style.substring(at + 7, Math.min(style.length(), at + 24)).toLowerCase(Locale.ROOT);
        return rest.replace(" ", "").startsWith(":none");
    }

    private int ofNames(String names) {
        Integer before = known.get(names);
        if (before != null) return before;
        int roles = 0;
        int from = 0;
        String bounded = names.length() > 400 ? names.substring(0, 400) : names;
        for (int i = 0; i <= bounded.length(); i++) {
            if (i < bounded.length() && !Character.isWhitespace(bounded.charAt(i))) continue;
            if (i > from) roles |= ofToken(bounded.substring(from, i));
            from = i + 1;
        }
        known.put(names, roles);
        return roles;
    }

    private static int ofToken(String token) {
        List<String> words = words(token);
        if (words.isEmpty()) return 0;
        String whole = String.join("", words);
        boolean negated = words.stream().anyMatch(NEGATIONS::contains);
        int roles = 0;
        if (!negated && (FOREIGN_WHOLE.contains(whole) || ends(words, FOREIGN_ENDS))) roles |= FOREIGN;
        if (!negated && (ends(words, COMMENTS) || COMMENTS.contains(whole))) roles |= COMMENT;
        // "js-selectToQuote" is around what can be quoted
        if (ends(words, QUOTES) && !has(words, QUOTING)) roles |= QUOTE;
        if (ends(words, SIGNATURES)) roles |= SIGNATURE;
        if (has(words, STRIKES)) roles |= STRUCK;
        if (has(words, PRICES)) roles |= has(words, NOT_THE_PRICE) ? OTHER_PRICE : PRICE;
        if (has(words, SELLERS) || SELLERS.contains(whole) || startsLikeSeller(words) || isNameOf(words, whole)) roles |= SELLER;
        if (ends(words, DATES)) roles |= DATE;
        if (METAS.contains(whole) || METAS.contains(words.getLast())) roles |= META;
        if (has(words, DESCRIPTIONS) || DESCRIPTIONS.contains(whole)) roles |= DESCRIPTION;
        if (has(words, ATTRIBUTE_LISTS)) roles |= ATTRIBUTES;
        if (NOTICES.contains(whole) || NOTICES.contains(words.getLast())) roles |= NOTICE;
        if (MAINS.contains(whole)) roles |= MAIN;
        return roles;
    }

    /** "sellercard", "sellername". */
    private static boolean startsLikeSeller(List<String> words) {
        for (String word : words) if (word.startsWith("seller") && !word.endsWith("s")) return true;
        return false;
    }

    private static boolean isNameOf(List<String> words, String whole) {
        return whole.equals("shopname") || whole.equals("username") || whole.equals("storename")
                || (words.contains("name") && (words.contains("user") || words.contains("member")
                        || words.contains("contact") || words.contains("account") || words.contains("shop")));
    }

    private static boolean has(List<String> words, Set<String> set) {
        for (String word : words) if (set.contains(word)) return true;
        return false;
    }

    private static boolean ends(List<String> words, Set<String> set) {
        return set.contains(words.getFirst()) || set.contains(words.getLast());
    }

    /** {@code itemPrice__value-2} is item, price, value. */
    static List<String> words(String token) {
        List<String> words = new ArrayList<>(4);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < token.length() && words.size() < 8; i++) {
            char c = token.charAt(i);
            boolean letter = c < 128 && Character.isLetter(c);
            boolean hump = letter && Character.isUpperCase(c) && !word.isEmpty() && Character.isLowerCase(token.charAt(i - 1));
            if ((!letter || hump) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (letter) word.append(Character.toLowerCase(c));
        }
        if (!word.isEmpty()) words.add(word.toString());
        return words;
    }
}
