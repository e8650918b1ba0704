package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Where a list or thread goes on. */
final class NextPage {
    private static final Pattern WORDS = Pattern.compile(
            "(?:下一?页|下一?頁|后一页|下页|翻下页|next(?: page)?|older(?: posts)?|load more|show more|trang (?:sau|tiếp(?: theo)?|kế)|tiếp(?: theo)?|sau"
                    + "|след(?:ующая|\\.)?(?: страница)?|следующая страница|вперед|вперёд|далее|дальше|加载更多|更多结果|次へ|siguiente|suivant|weiter)"
                    + "\\s*[›»→>＞]{0,3}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SIGNS = Pattern.compile("[›»→>＞]{1,2}|\\|?&gt;");
    private static final Pattern PAGE_IN_QUERY =
            Pattern.compile("([?&](?:page|p|pg|pn|o|pageno|pagenum|currentpage|curpage|page_no|trang)=)(\\d{1,5})(?=&|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_IN_PATH = Pattern.compile("(/(?:page|p|trang|str)[-/]?)(\\d{1,5})(?=/|$|\\.)", Pattern.CASE_INSENSITIVE);

    private NextPage() {}

    static Optional<URI> of(HtmlPage page) {
        Optional<URI> older = page.map().names("tme_messages_more") ? telegram(page) : Optional.empty();
        if (older.isPresent()) return older;
        Element byHead = null;
        Element byClass = null;
        Element byWord = null;
        Element bySign = null;
        for (Element link : page.map().links()) {
            String href = link.attr("href");
            if (!leads(href) || isOff(link)) continue;
            boolean rel = hasRel(link);
            if (link.normalName().equals("link")) {
                // Simple Machines means the next topic
                if (rel && byHead == null && !href.contains("prev_next=")) byHead = link;
                continue;
            }
            if (rel) return target(link, page);
            if (byWord == null && page.map().letters(link) <= 24 && isWord(link)) byWord = link;
            else if (byClass == null && isNamed(link)) byClass = link;
            else if (bySign == null && page.map().letters(link) <= 3 && SIGNS.matcher(link.text().strip()).matches()) bySign = link;
        }
        for (Element link : new Element[] {byWord, byClass})
            if (link != null) return target(link, page);
        if (byHead != null) return target(byHead, page);
        Optional<URI> counted = counted(page);
        if (counted.isPresent() || bySign == null) return counted;
        return target(bySign, page);
    }

    /** The preview shows the latest messages; older ones are the rest of the channel. */
    private static Optional<URI> telegram(HtmlPage page) {
        for (Element link : page.document().getElementsByClass("tme_messages_more"))
            if (link.attr("href").contains("before=")) return target(link, page);
        return Optional.empty();
    }

    private static Optional<URI> target(Element link, HtmlPage page) {
        return page.resolve(link.attr("href")).map(LenientUri::withoutFragment).filter(u -> !page.isHere(u));
    }

    private static boolean leads(String href) {
        return !href.isBlank() && !href.startsWith("#") && !href.startsWith("javascript:") && href.length() < 4_000;
    }

    private static boolean hasRel(Element link) {
        String rel = link.attr("rel");
        if (rel.isEmpty()) return false;
        for (String one : rel.toLowerCase(Locale.ROOT).split("\\s+", 8)) if (one.equals("next")) return true;
        return false;
    }

    private static boolean isWord(Element link) {
        if (WORDS.matcher(link.text().strip()).matches()) return true;
        String label = link.attr("aria-label").isEmpty() ? link.attr("title") : link.attr("aria-label");
        return !label.isEmpty() && label.length() <= 40 && WORDS.matcher(label.strip()).matches();
    }

    /** Called "next" itself or by the item around it: {@code a.nxt}, {@code li.next > a}. */
    private static boolean isNamed(Element link) {
        Element parent = link.parent();
        boolean own = names(link);
        boolean around = parent != null && parent.normalName().equals("li") && names(parent);
        String said = link.text().toLowerCase(Locale.ROOT);
        boolean thread = said.contains("thread") || said.contains("topic") || said.contains("主题") || said.contains("тема");
        return (own || around) && !thread;
    }

    private static boolean names(Element e) {
        if (e.className().isEmpty()) return false;
        for (String token : e.classList()) {
            String lower = token.toLowerCase(Locale.ROOT);
            if (lower.equals("nxt") || lower.equals("next") || lower.equals("pagination-next") || lower.equals("next-page")
                    || lower.equals("page-next") || lower.equals("pagination__next") || lower.equals("pagnnext")
                    || (lower.endsWith("-next") && lower.startsWith("pag"))) return true;
        }
        return false;
    }

    private static boolean isOff(Element link) {
        Element parent = link.parent();
        return link.hasClass("disabled") || link.attr("aria-disabled").equals("true")
                || (parent != null && parent.hasClass("disabled"));
    }

    /** Without a word for it: the link whose page number follows this page's. */
    private static Optional<URI> counted(HtmlPage page) {
        String here = page.url().toString();
        int current = Math.max(1, number(here));
        int looked = 0;
        for (Element link : page.map().links()) {
            String href = link.attr("href");
            if (!link.normalName().equals("a") || !leads(href) || isOff(link)) continue;
            if (++looked > 5_000) break;
            if (page.map().letters(link) > 8) continue;
            String said = link.text().strip();
            if (followsCurrent(link, said)) return target(link, page);
            if (number(href) != current + 1) continue;
            boolean numbered = said.equals(Integer.toString(current + 1));
            if (numbered || SIGNS.matcher(said).matches()) return target(link, page);
        }
        return Optional.empty();
    }

    /** {@code <strong>1</strong> <a>2</a>}: the number of this page is no link. */
    private static boolean followsCurrent(Element link, String said) {
        if (said.isEmpty() || said.length() > 4 || !said.chars().allMatch(c -> c >= '0' && c <= '9')) return false;
        Element before = link.previousElementSibling();
        Element around = link.parent();
        if (before == null && around != null && around.childrenSize() == 1) before = around.previousElementSibling();
        if (before == null || before.childrenSize() > 2 || !before.select("a[href]").isEmpty()) return false;
        return before.text().strip().equals(Integer.toString(Integer.parseInt(said) - 1));
    }

    private static int number(String address) {
        for (Pattern form : new Pattern[] {PAGE_IN_QUERY, PAGE_IN_PATH}) {
            Matcher m = form.matcher(address);
            if (m.find()) return Integer.parseInt(m.group(2));
        }
        return -1;
    }
}
