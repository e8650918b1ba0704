package org.unlisted.crawl.listing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Which heading of a page names the thing it is about: a site's own name is an h1 on many forums. */
final class Headings {
    private static final Set<String> SURE = Set.of("thread_subject", "titletextonly");
    private static final Set<String> TOPICS = Set.of(
            "topic-title", "p-title-value", "thread-title", "threadtitle", "topictitle", "fancy-title",
            "core_title_txt", "titlebar", "ipsType_pageTitle");
    private static final Set<String> SITE =
            Set.of("site-description", "logo", "brand", "site-title", "site-name", "hd", "headerbar", "sitename");
    private static final int LONGEST = 300;

    private Headings() {}

    static @Nullable Element best(Document document, PageMap map, String title) {
        for (String id : SURE) {
            if (!map.names(id)) continue;
            Element e = document.getElementById(id);
            if (e != null && map.letters(e) > 0) return e;
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
        return best;
    }

    private static int score(Element h, PageMap map, String title) {
        int letters = map.letters(h);
        if (letters == 0 || letters > LONGEST) return 0;
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
            if (SITE.contains(at.id()) || SITE.stream().anyMatch(at::hasClass)) score -= 6;
        }
        return h.normalName().equals("h1") || named || score >= 10 ? score : 0;
    }

    /** "Item | Site": the item. */
    static String withoutSite(String title) {
        for (int i = title.length() - 2; i > 0; i--) {
            if ("|–—_-".indexOf(title.charAt(i)) < 0 || title.charAt(i - 1) != ' ' || title.charAt(i + 1) != ' ') continue;
            return title.length() - i - 2 <= 40 ? title.substring(0, i).strip() : title;
        }
        return title;
    }
}
