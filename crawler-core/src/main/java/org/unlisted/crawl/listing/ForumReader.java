package org.unlisted.crawl.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * A thread: one listing a post. Only the opening post has the thread's title, since a reply does not offer what the
 * title says; quotations are left out for the same reason. Known forum software first, then whatever calls itself
 * a post.
 */
final class ForumReader implements MarkupReader {
    private static final Evaluator POSTS = Selector.evaluatorOf(
            "[itemtype*=DiscussionForumPosting], [itemtype*=schema.org/Comment], article[class*=post], article[class*=message],"
                    + " .post, .forum-post, .thread-post, .topic-post, .postcontainer, .post-container, li.comment, .comment,"
                    + " .reply, .floor, [id~=^(?:post|pid|msg|comment|floor|reply)[-_]?\\d+$], main > article[id],"
                    + " .thread > article");
    private static final Evaluator ONE =
            Selector.evaluatorOf("article.post, .post, .forum-post, .thread-post, .topic-post, .postcontainer");
    private static final Evaluator COMMENTS =
            Selector.evaluatorOf("li.comment, .comment, .reply, [itemtype*=schema.org/Comment]");
    private static final Evaluator HEADED =
            Selector.evaluatorOf("h1 a[href], h2 a[href], h3 a[href], h4 a[href], a.title[href]");
    private static final int FEW = 80;
    /** More posts than any forum shows on a page. */
    private static final int MOST = 1_000;
    private static final Pattern LATER_PAGE = Pattern.compile(
            "[?&/](?:page|pg)[=/-]?(?:[2-9]|\\d{2,})\\b|[?&]p=(?:[2-9]|\\d{2})(?:&|$)|[?&]start=[1-9]|[?&]pn=(?:[2-9]|\\d{2})"
                    + "|thread-\\d+-(?:[2-9]|\\d{2,})-\\d+|/topic/\\d+/[^/]+/(?:[2-9]|\\d{2,})/?$|/p(?:[2-9]|\\d{2,3})/?$");

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        for (ForumEngine engine : ForumEngine.of(page.map())) {
            List<Listing> listings = readAs(engine, page);
            if (!listings.isEmpty()) return listings;
        }
        return readAny(page);
    }

    private static List<Listing> readAs(ForumEngine engine, HtmlPage page) {
        PostReader reader = new PostReader(page, engine);
        List<Element> posts = outermost(page.document().select(engine.post())).stream()
                .filter(p -> reader.words(p).stream().findAny().isPresent())
                .toList();
        return listings(posts, reader, page);
    }

    private static List<Listing> readAny(HtmlPage page) {
        if (!page.map().mayHavePosts()) return List.of();
        List<Element> found = page.document().select(POSTS).stream()
                .limit(MOST * 4L)
                .filter(p -> !isOnTheSide(p, page))
                .limit(MOST)
                .toList();
        List<Element> posts = page.map().affordable(found, page.document());
        if (posts.isEmpty()) return List.of();
        boolean declared = page.map().items().stream().anyMatch(i -> i.attr("itemtype").contains("DiscussionForumPosting"));
        boolean thread = declared || posts.size() > 1 || isUnanswered(posts, page);
        if (!thread || isIndex(posts, page)) return List.of();
        boolean comments = posts.stream().allMatch(p -> p.is(COMMENTS));
        // Under an article the article is the listing, and comments are other people's words.
        if (comments && !declared && wordsOutside(posts, page) > FEW) return List.of();
        return listings(posts, new PostReader(page, posts), page);
    }

    private static List<Listing> listings(List<Element> posts, PostReader reader, HtmlPage page) {
        boolean later = LATER_PAGE.matcher(page.url().toString()).find()
                && !(page.url().toString().contains("viewtopic") && !page.url().toString().contains("start="));
        List<Listing> listings = new ArrayList<>();
        for (Element post : posts) {
            if (listings.size() >= MOST) break;
            boolean opening = listings.isEmpty() && !later;
            reader.read(post, listings.size() + 1, opening ? page.heading() : "").ifPresent(listings::add);
        }
        return listings;
    }

    private static List<Element> outermost(List<Element> posts) {
        Set<Element> all = new HashSet<>(posts);
        return posts.stream()
                .limit(MOST * 4L)
                .filter(p -> {
                    for (Element at = p.parent(); at != null; at = at.parent()) if (all.contains(at)) return false;
                    return true;
                })
                .limit(MOST)
                .toList();
    }

    private static boolean isOnTheSide(Element e, HtmlPage page) {
        for (Element at = e; at != null; at = at.parent()) {
            String tag = at.normalName();
            if (tag.equals("nav") || tag.equals("aside") || tag.equals("footer")) return true;
            if (!at.equals(e) && page.map().is(at, Roles.FOREIGN) && !tag.equals("body") && !tag.equals("html")) return true;
        }
        return false;
    }

    /** A thread of one post: nothing else on the page, and an author beside it. */
    private static boolean isUnanswered(List<Element> posts, HtmlPage page) {
        return posts.size() == 1
                && posts.getFirst().is(ONE)
                && new Fields(page).seller(posts.getFirst(), e -> false).isPresent()
                && wordsOutside(posts, page) <= FEW;
    }

    private static int wordsOutside(List<Element> posts, HtmlPage page) {
        Set<Element> all = new HashSet<>(posts);
        return PageText.of(page.document().body(), e -> all.contains(e) || switch (e.normalName()) {
            case "nav", "header", "footer", "aside", "form", "h1" -> true;
            default -> false;
        }).length();
    }

    /** A blog's front page shows posts as well: each under a heading that leads to its own page. */
    private static boolean isIndex(List<Element> posts, HtmlPage page) {
        long teasers = posts.stream()
                .filter(p -> p.select(HEADED).stream()
                        .limit(20)
                        .filter(a -> ProfileLink.handle(a.attr("href")).isEmpty())
                        .flatMap(a -> page.resolve(a.attr("href")).stream())
                        .anyMatch(u -> !isSameThread(u.toString(), page)))
                .count();
        return teasers * 2 > posts.size();
    }

    /** The address of the page, with other parameters perhaps: a post's own link. */
    private static boolean isSameThread(String address, HtmlPage page) {
        String here = bare(page.url().toString());
        return bare(address).equals(here) || address.contains("#p") || address.contains("#msg") || address.contains("#post")
                || address.contains("pid=") || address.contains("/post-") || address.contains("#comment");
    }

    private static String bare(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }
}
