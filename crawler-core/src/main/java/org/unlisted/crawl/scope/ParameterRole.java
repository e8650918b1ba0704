package org.unlisted.crawl.scope;

import java.util.Set;
import java.util.regex.Pattern;

/** What a parameter does, told by its name and value. Wrong guesses cost a few pages, never an item's own page. */
enum ParameterRole {
    /** Which part of the site answers: {@code mod=viewthread}. */
    ROUTE,
    /** Which item: {@code id=123}. */
    IDENTITY,
    /** Which page of a list. */
    PAGE,
    DATE,
    SEARCH,
    /** A filter, an order, a way to show the same: it multiplies. */
    FACET,
    /** Who looks, or when. */
    SESSION,
    /** A number under a name that says nothing. */
    NUMBER,
    /** A text under a name that says nothing. */
    TEXT;

    private static final Set<String> ROUTES = Set.of(
            "mod", "action", "act", "do", "op", "route", "controller", "module", "r", "c", "a", "cmd", "func", "method",
            "option", "task", "page", "p", "view", "ac");
    private static final Pattern ROUTE_VALUE = Pattern.compile("[a-zA-Z][a-zA-Z_/.-]{0,31}");
    private static final Set<String> IDENTITIES = Set.of(
            "no", "num", "nr", "item", "product", "goods", "thread", "topic", "article", "post", "board", "forum", "user",
            "uid", "cat", "category");
    private static final Set<String> PAGES = Set.of(
            "page", "pg", "pn", "pageno", "pagenum", "page_no", "currentpage", "curpage", "pageindex", "start", "offset",
            "skip", "before", "after", "trang", "str", "stranica");
    private static final Set<String> SEARCHES =
            Set.of("q", "query", "search", "keyword", "keywords", "kw", "wd", "term", "searchword", "srchtxt");
    private static final Set<String> FACETS = Set.of(
            "sort", "order", "orderby", "sortby", "sortdir", "sorttype", "ordertype", "dir", "direction", "asc", "desc",
            "filter", "filters", "facet", "facets", "refine", "color", "colour", "size", "brand", "price", "pricemin",
            "pricemax", "minprice", "maxprice", "min", "max", "tag", "tags", "layout", "display", "mode", "style", "lang",
            "hl", "currency", "rating", "condition", "material", "gender", "attr", "perpage", "pagesize", "limit", "sd",
            "sk", "st", "highlight", "hilit", "print");
    private static final Set<String> SESSIONS = Set.of(
            "sess", "session", "sid", "token", "csrf", "xsrf", "formhash", "nonce", "sign", "signature", "ticket", "ts",
            "timestamp", "rnd", "rand", "random", "nocache");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-zA-Z_-]{10,}");

    static ParameterRole of(Target.Parameter parameter) {
        String name = parameter.name();
        String value = parameter.value();
        boolean number = Dates.isNumber(value);
        if (Dates.is(parameter)) return DATE;
        if (number && PAGES.contains(name)) return PAGE;
        if (SEARCHES.contains(name) || name.equals("s") && !number) return SEARCH;
        if (name.indexOf('[') >= 0 || name.contains("%5b") || Dates.hasWord(name, FACETS)) return FACET;
        if (Dates.hasWord(name, SESSIONS) && TOKEN.matcher(value).matches()) return SESSION;
        if (name.endsWith("id") || IDENTITIES.contains(name) || number && name.length() == 1) return IDENTITY;
        if (ROUTES.contains(name) && ROUTE_VALUE.matcher(value).matches()) return ROUTE;
        return number ? NUMBER : TEXT;
    }

    /** Whether its name says nothing. */
    boolean unknown() {
        return this == NUMBER || this == TEXT;
    }
}
