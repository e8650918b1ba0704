package org.unlisted.crawl.listing;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Which heading of a page names the thing it is about: a site's own name is an h1 on many forums. */
final class Headings {
    private static final Set<String> SURE = Set.of("thread_subject", "titletextonly");
    private static final Set<String> SURE_NAMES = Set.of("view_tit", "thread-subject", "core_title_txt");
    private static final Set<String> TOPICS = Set.of(
            "topic-title", "p-title-value", "thread-title", "threadtitle", "topictitle", "fancy-title",
            "core_title_txt", "titlebar", "ipsType_pageTitle");
    private static final Set<String> SITE =
            Set.of("site-description", "logo", "brand", "site-title", "site-name", "hd", "headerbar", "sitename", "forumtitle",
                    "brdheader", "header", "masthead", "site-header");
    private static final Set<String> LABELS =
            Set.of("label", "label-append", "prefix", "badge", "sr-only", "visually-hidden", "topic-status", "clipped");
    private static final int LONGEST = 300;

    private Headings() {}

    static @Nullable Element best(Document document, PageMap map, String title) {
        for (String id : SURE) {
            if (!map.names(id)) continue;
            Element e = document.getElementById(id);
            if (e != null && map.letters(e) > 0) return e;
        }
        for (String name : SURE_NAMES) {
            if (!map.names(name)) continue;
            Element e = document.getElementsByClass(name).first();
            if (e != null && map.letters(e) > 0 && map.isShort(e, LONGEST)) return e;
        }
        Element best = null;
        int most = 0;
        String bare = title.replace(" ", "");
        int looked = 0;
        for (Element h : map.headings()) {
            if (++looked > 200) break;
            int score = score(h, map, bare);
            if (score > most) {
                most = score;
                best = h;
            }
        }
        Element inner = best == null ? null : best.selectFirst(".threadtitle, .topic-title");
        return inner == null ? best : inner;
    }

    private static int score(Element h, PageMap map, String title) {
        int letters = map.letters(h);
        if (letters == 0 || !map.isShort(h, LONGEST)) return 0;
        int score = h.normalName().equals("h1") ? 10 : 0;
        if (TOPICS.stream().anyMatch(h::hasClass)) score += 12;
        String said = h.text().replace(" ", "");
        boolean named = said.length() > 1 && title.startsWith(said);
        if (named) score += h.normalName().equals("h3") ? 3 : 6;
        int up = 0;
        for (Element at = h; at != null && up < 40; at = at.parent(), up++) {
            String tag = at.normalName();
            if (tag.equals("main") || tag.equals("article") || at.attr("role").equals("main")) score += up < 40 ? 2 : 0;
            if (tag.equals("nav") || tag.equals("aside") || tag.equals("footer")) return score - 20;
            if (tag.equals("header") && !named) score -= 4;
            if (SITE.contains(at.id()) || SITE.stream().anyMatch(at::hasClass)) score -= named || title.isEmpty() ? 6 : 20;
        }
        return h.normalName().equals("h1") || named || score >= 10 ? score : 0;
    }

    /** Without the label before it, as forums put "Selling" before a title. */
    static String text(Element heading) {
        String bare = PageText.of(heading, e -> !e.equals(heading)
                        && (LABELS.stream().anyMatch(e::hasClass) || e.normalName().equals("button")))
                .replace('\n', ' ');
        return bare.isEmpty() ? PageText.line(heading.text()) : bare;
    }

    /** "Item | Site": the item. */
    static String withoutSite(String title) {
        for (int i = title.length() - 2; i > 0; i--) {
            if ("|–—_-".indexOf(title.charAt(i)) < 0 || title.charAt(i - 1) != ' ' || title.charAt(i + 1) != ' ') continue;
            return title.length() - i - 2 <= 40 ? title.substring(0, i).strip() : title;
        }
        // "物品_集市": Chinese sites put no spaces
        for (char sign : new char[] {'_', '|', '-'}) {
            int at = title.lastIndexOf(sign);
            if (at < 2 || title.length() - at > 13 || at == title.length() - 1) continue;
            if (Character.UnicodeScript.of(title.codePointAt(at + 1)) == Character.UnicodeScript.HAN) return title.substring(0, at).strip();
        }
        return title;
    }
}
