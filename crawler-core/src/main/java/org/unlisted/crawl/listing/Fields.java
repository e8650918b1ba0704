package org.unlisted.crawl.listing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;

/** Price, seller and time where a page has no structured data, by what its elements are called or labelled. */
final class Fields {
    private static final Pattern PRICE_LABEL = Pattern.compile(
            "(?:asking price|price|售价|價格|价格|价钱|一口价|现价|单价|giá bán|giá|цена|стоимость)\\s?[:：]?\\s*(.{0,60})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PRICE_ONLY = Pattern.compile(
            "(?:[\\p{L}]{0,3}\\p{Sc}|￥|USD|VND|RMB|CNY)\\s?\\d[\\d .,\\u00A0]{0,18}(?:\\s?[/起].{0,8})?"
                    + "|\\d[\\d .,\\u00A0]{0,18}\\s?(?:\\p{Sc}|元|đ|đồng|VNĐ|VND|руб\\.?|р\\.|USDT|USD|BTC)(?:\\s?[/起].{0,8})?");
    private static final Pattern TIME_LABEL = Pattern.compile(
            "(?:posted(?: on| at)?|listed(?: on)?|published|date(?: posted)?|发布(?:时间|日期|于)?|發佈(?:時間)?|发表于|时间|更新时间|ngày đăng|đăng lúc|đăng ngày"
                    + "|опубликовано|размещено|дата)\\s?[:：]?\\s*(?=.{4})");
    private static final Pattern NAME_LABEL = Pattern.compile(
            "^\\s*(?:sold by|seller|posted by|by|vendor|卖家|賣家|发布人|发布者|作者|店铺|người đăng|người bán|продавец|автор|[\\p{L}]{1,12}(?=\\s*[:：]))\\s*[:：]?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SELLER_LABEL = Pattern.compile(
            "(?:发布人|发布者|卖家|賣家|联系人|店主|seller|posted by|sold by|người đăng|người bán|продавец|автор)\\s?[:：]\\s?([^\\s·|,，;；]{1,40})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** In a cell of its own, with the name in the next. */
    private static final Pattern SELLER_WORD = Pattern.compile(
            "(?:发布人|发布者|卖家|賣家|联系人|店主|seller|vendor|posted by|sold by|người đăng|người bán|продавец|автор)\\s?[:：]?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DATE_ONLY = Pattern.compile(
            "(?:19|20)\\d{2}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}日?(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final int LONGEST_LABEL = 20;
    private static final Pattern AT = Pattern.compile("^@([A-Za-z0-9_.]{2,64})$");
    private static final int LONGEST = 60;

    private final HtmlPage page;
    private final PageMap map;

    Fields(HtmlPage page) {
        this.page = page;
        this.map = page.map();
    }

    /** The first price field in the part, else one behind a label, else an element that is nothing but a price. */
    Optional<AskedPrice> price(Element scope, Predicate<Element> leftOut) {
        Found<AskedPrice> found = new Found<>(3);
        walk(scope, e -> leftOut.test(e) || map.is(e, Roles.OTHER_PRICE), e -> {
            if (map.is(e, Roles.PRICE) && map.isShort(e, LONGEST * 2)) {
                String text = shown(e);
                if (text.length() <= LONGEST && hasDigit(text)) {
                    AskedPrice price = innermost(e, Prices.shown(text, page.siteLanguage()));
                    int seen = price.currency().isPresent() ? 0 : 1;
                    found.offer(map.letters(e) == 0 ? 2 : seen, price); // only machines see an attribute
                }
            } else if (isShort(e) && found.best() > 1) labelledPrice(e).ifPresent(p -> found.offer(2, p));
            return found.best() > 0;
        });
        return found.value();
    }

    private Optional<AskedPrice> labelledPrice(Element e) {
        String[] lines = PageText.of(e).split("\n", 3);
        String text = lines[0];
        Matcher m = PRICE_LABEL.matcher(text);
        if (m.matches()) {
            Element next = e.nextElementSibling();
            String said = m.group(1);
            if (!hasDigit(said) && lines.length > 1) said = lines[1];
            else if (!hasDigit(said) && next != null && map.letters(next) <= LONGEST) said = PageText.line(next.text());
            if (hasDigit(said) && said.length() <= LONGEST) return Optional.of(Prices.shown(said, page.siteLanguage()));
            return Optional.empty();
        }
        boolean leaf = e.children().stream().allMatch(c -> map.letters(c) == 0);
        return leaf && hasDigit(text) && PRICE_ONLY.matcher(text).matches()
                ? Optional.of(Prices.shown(text, page.siteLanguage()))
                : Optional.empty();
    }

    private String shown(Element e) {
        String text = shown(e, Roles.OTHER_PRICE | Roles.STRUCK | Roles.HIDDEN);
        if (!hasDigit(text)) text = shown(e, Roles.OTHER_PRICE | Roles.HIDDEN);
        for (Element raised : e.getElementsByTag("sup")) text = withCents(text, raised.text().strip());
        if (text.isBlank() && e.hasAttr("content")) return e.attr("content").strip();
        Matcher m = PRICE_LABEL.matcher(text);
        return m.matches() && hasDigit(m.group(1)) ? m.group(1) : text;
    }

    private String shown(Element e, int leftOut) {
        return PageText.of(e, inner -> map.is(inner, leftOut)).replace('\n', ' ');
    }

    /** The part of a price field that says the same in fewer words. */
    private AskedPrice innermost(Element e, AskedPrice price) {
        for (Element inner : e.getAllElements()) {
            if (inner.equals(e) || !map.is(inner, Roles.PRICE) || map.is(inner, Roles.OTHER_PRICE | Roles.HIDDEN)) continue;
            AskedPrice part = Prices.shown(shown(inner), page.siteLanguage());
            if (part.currency().isPresent() && part.currency().equals(price.currency()) && part.amount().equals(price.amount())) return part;
        }
        return price;
    }

    /** {@code $19<sup>99</sup>} is no two thousand. */
    private static String withCents(String price, String cents) {
        if (cents.length() != 2 || !Character.isDigit(cents.charAt(0)) || !Character.isDigit(cents.charAt(1))) return price;
        return price.replaceFirst("(?<=\\d)\\s?" + cents + "(?!\\d)", "." + cents);
    }

    /** Who offers it: in the main part, else anywhere outside of the page's frame. */
    Optional<Seller> seller() {
        MainPart main = page.main();
        Optional<Seller> own = seller(main.element(), main::leavesOut);
        if (own.isPresent()) return own;
        return seller(page.document().body(), e -> {
            String tag = e.normalName();
            return tag.equals("header") || tag.equals("nav") || tag.equals("footer") || map.is(e, Roles.COMMENT | Roles.SILENT)
                    || (map.is(e, Roles.FOREIGN) && !tag.equals("aside") && !e.className().contains("side"));
        });
    }

    Optional<Seller> seller(Element scope, Predicate<Element> leftOut) {
        Found<Seller> found = new Found<>(2);
        walk(scope, leftOut, e -> {
            if (map.is(e, Roles.SELLER)) sellerIn(e).ifPresent(s -> found.offer(0, s));
            else if (found.best() > 1 && isShort(e)) labelledSeller(e).ifPresent(s -> found.offer(1, s));
            return found.best() > 0;
        });
        return found.value();
    }

    /** "发布人：料仓", with a link perhaps. */
    private Optional<Seller> labelledSeller(Element e) {
        String line = PageText.line(e.text());
        Element next = e.nextElementSibling();
        if (next != null && line.length() <= LONGEST_LABEL && SELLER_WORD.matcher(line).matches()) return sellerIn(next);
        if (line.indexOf(':') < 0 && line.indexOf('：') < 0) return Optional.empty();
        Matcher m = SELLER_LABEL.matcher(line);
        if (!m.find()) return Optional.empty();
        String name = m.group(1);
        for (Element a : e.getElementsByTag("a"))
            if (PageText.line(a.text()).startsWith(name))
                return Optional.of(of(PageText.line(a.text()), ProfileLink.handle(a.attr("href"))));
        return Optional.of(of(name, Optional.empty()));
    }

    /** The account that an element names. */
    Optional<Seller> sellerIn(Element e) {
        // "Sold by <b>name</b>", "<b>name</b> moderator": the name is what stands out.
        if (!map.isShort(e, LONGEST * 3)) return Optional.empty();
        Element name = null;
        for (Element inner : e.getAllElements()) {
            String tag = inner.normalName();
            boolean standsOut = tag.equals("a") || tag.equals("b") || tag.equals("strong") || inner.hasClass("name")
                    || inner.attr("itemprop").equals("name");
            if (!inner.equals(e) && standsOut && map.letters(inner) > 0) {
                name = inner;
                break;
            }
        }
        String shown = PageText.line((name == null ? e : name).text());
        if (e.hasAttr("content")) shown = e.attr("content").strip();
        String text = NAME_LABEL.matcher(shown).replaceFirst("").strip();
        if (text.isEmpty() || text.length() > LONGEST) return Optional.empty();
        return Optional.of(of(text, handle(e)));
    }

    /** A name that is written as a handle is one. */
    static Seller of(String name, Optional<String> handle) {
        Matcher at = AT.matcher(name);
        if (at.matches()) return new Seller(Optional.of(name), Optional.of(at.group(1)));
        return new Seller(Optional.of(name), handle.map(h -> h.startsWith("@") ? h.substring(1) : h).filter(h -> !h.isEmpty()));
    }

    /** From the profile link in, on or around an element, or from the data that scripts use. */
    Optional<String> handle(Element e) {
        String href = map.href(e);
        if (href != null) {
            Optional<String> linked = ProfileLink.handle(href);
            if (linked.isPresent()) return linked;
        }
        for (String data : new String[] {"data-user-card", "data-username", "data-user", "data-user-id", "data-uid", "data-seller-id"})
            if (!e.attr(data).isBlank()) return Optional.of(e.attr(data).strip());
        int up = 0;
        for (Element at = e.parent(); at != null && up < 3; at = at.parent(), up++) {
            if (at.normalName().equals("a")) return ProfileLink.handle(at.attr("href"));
            if (map.letters(at) > LONGEST * 3) break;
            String beside = map.href(at);
            Optional<String> linked = beside == null ? Optional.empty() : ProfileLink.handle(beside);
            if (linked.isPresent()) return linked;
        }
        return Optional.empty();
    }

    /** The time in a part: a time element, a date field, a labelled date. */
    Optional<Instant> posted(Element scope, Predicate<Element> leftOut) {
        Found<Instant> found = new Found<>(3);
        walk(scope, leftOut, e -> {
            if (e.hasAttr("datetime") && !isChange(e)) time(e).ifPresent(t -> found.offer(0, t));
            else if (found.best() > 1 && map.is(e, Roles.DATE) && map.isShort(e, LONGEST * 2)) time(e).ifPresent(t -> found.offer(1, t));
            else if (found.best() > 2 && isShort(e)) {
                String line = PageText.line(e.text());
                if (e.childrenSize() == 0 && DATE_ONLY.matcher(line).matches())
                    PostedTime.read(line, page.siteLanguage()).ifPresent(t -> found.offer(2, t));
                else if (hasDigit(line))
                    PostedTime.read(afterTimeLabel(line), page.siteLanguage()).ifPresent(t -> found.offer(2, t));
            }
            return found.best() > 0;
        });
        return found.value();
    }

    /** What follows "Posted on" or the like at the beginning of a line; empty without. */
    private static String afterTimeLabel(String line) {
        String lower = line.toLowerCase(Locale.ROOT); // far faster than to match both cases
        Matcher m = TIME_LABEL.matcher(lower);
        return lower.length() == line.length() && m.find() && m.start() <= 12 ? line.substring(m.end()) : "";
    }

    /** What was struck out or put in has the time of the change. */
    private static boolean isChange(Element e) {
        return e.normalName().equals("del") || e.normalName().equals("ins");
    }

    /** The time that an element names: for machines, in its tooltip, in its words. */
    Optional<Instant> time(Element e) {
        for (String attribute : new String[] {"datetime", "data-time", "data-timestamp", "data-utc", "content", "title", "data-date"}) {
            Optional<Instant> time = PostedTime.read(e.attr(attribute), page.siteLanguage());
            if (time.isPresent()) return time;
        }
        if (!map.isShort(e, LONGEST * 3)) return Optional.empty();
        for (Element inner : e.getAllElements()) {
            if (inner.equals(e) || !(inner.hasAttr("title") || inner.hasAttr("datetime") || inner.hasAttr("data-time"))) continue;
            for (String attribute : new String[] {"datetime", "data-time", "title"}) {
                Optional<Instant> time = PostedTime.read(inner.attr(attribute), page.siteLanguage());
                if (time.isPresent()) return time;
            }
        }
        return PostedTime.read(e.text(), page.siteLanguage());
    }

    /** The time of the whole page's item: meta data, then the main part. */
    Optional<Instant> posted() {
        for (String property : new String[] {
            "article:published_time", "og:published_time", "datePosted", "datePublished", "uploadDate", "pubdate",
            "publishdate", "publish_time", "og:article:published_time", "DC.date.issued"
        })
            for (String value : page.metas(property)) {
                Optional<Instant> time = PostedTime.read(value, page.siteLanguage());
                if (time.isPresent()) return time;
            }
        MainPart main = page.main();
        return posted(main.element(), main::leavesOut);
    }

    private boolean isShort(Element e) {
        return map.letters(e) >= 3 && map.isShort(e, LONGEST) && e.childrenSize() <= 4;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) if (Character.isDigit(text.charAt(i))) return true;
        return false;
    }

    private static void walk(Element scope, Predicate<Element> leftOut, Predicate<Element> more) {
        scope.filter((node, depth) -> {
            if (!(node instanceof Element e)) return FilterResult.CONTINUE;
            if (!e.equals(scope) && leftOut.test(e)) return FilterResult.SKIP_ENTIRELY;
            return more.test(e)
                    ? FilterResult.CONTINUE
                    : FilterResult.STOP;
        });
    }

    /** The best of what a walk finds; 0 is best, the first of equals stays. */
    private static final class Found<T> {
        private int rank;
        private Optional<T> value = Optional.empty();

        Found(int worst) {
            this.rank = worst;
        }

        void offer(int offered, T found) {
            if (offered >= rank) return;
            rank = offered;
            value = Optional.of(found);
        }

        int best() {
            return rank;
        }

        Optional<T> value() {
            return value;
        }
    }
}
