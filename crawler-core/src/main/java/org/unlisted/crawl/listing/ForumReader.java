package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A thread: one listing a post. Only the opening post has the thread's title, since a reply does not offer what the
 * title says; quotations are left out for the same reason.
 */
final class ForumReader implements MarkupReader {
    private static final String DECLARED = "[itemtype*=DiscussionForumPosting], [itemtype*=schema.org/Comment]";
    private static final String POSTS = DECLARED + ", article[class*=post], article[class*=message], .post,"
            + " .forum-post,"
            + " .thread-post, .topic-post, .postcontainer, .post-container, li.comment, .comment, .reply, .floor,"
            + " [id~=^(?:post|pid|msg|comment|floor|reply)[-_]?\\d+$], main > article[id], .thread > article";
    private static final String ONE = "article.post, .post, .forum-post, .thread-post, .topic-post, .postcontainer";
    private static final String WORDS = "[itemprop=text], [itemprop=articleBody], .post-content, .post-body,"
            + " .post_content,"
            + " .postbody .content, .message-body, .bbWrapper, .comment-content, .comment-body, .entry-content,"
            + " .t_f, .content, .text";
    private static final String FOREIGN = "blockquote, .quote, .quoted, .bbCodeBlock--quote, .signature, .sig,"
            + " .author, .username,"
            + " .user, .user-info, .poster, .nickname, .post-meta, .meta, .byline, .post-header, .post-footer,"
            + " footer, time, .date,"
            + " .avatar, .actions, .controls, .likes, .post-number, .permalink, form, nav, script, style,"
            + " [itemprop=author]";
    private static final int FEW = 80;
    private static final Pattern LATER_PAGE = Pattern.compile("[?&/](?:page|p)[=/-]?(?:[2-9]|\\d{2,})\\b");

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        List<Element> posts = page.document().select(POSTS).stream()
                .filter(p -> p.closest("nav, aside, footer, .sidebar, .related, .recommend") == null)
                .toList();
        boolean declared = page.document().selectFirst("[itemtype*=DiscussionForumPosting]") != null;
        boolean thread = declared || posts.size() > 1 || isUnanswered(posts, page);
        if (posts.isEmpty() || !thread || isIndex(posts, page)) return List.of();
        boolean comments = posts.stream().allMatch(p -> p.is("li.comment, .comment, .reply,"
                + " [itemtype*=schema.org/Comment]"));
        // Under an article the article is the listing, and comments are other people's words.
        if (comments && !declared && wordsOutside(page) > FEW) return List.of();
        List<Listing> listings = new ArrayList<>();
        for (Element post : posts) listing(page, post, listings.size()).ifPresent(listings::add);
        return listings;
    }

    /** A thread of one post: nothing else on the page, and an author beside it. */
    private static boolean isUnanswered(List<Element> posts, HtmlPage page) {
        return posts.size() == 1
                && posts.getFirst().is(ONE)
                && Fields.seller(posts.getFirst()).isPresent()
                && wordsOutside(page) <= FEW;
    }

    private static int wordsOutside(HtmlPage page) {
        Element body = page.document().body().clone();
        body.select(POSTS + ", nav, header, footer, aside, form, script, style, h1").remove();
        return body.text().length();
    }

    /** A blog's front page shows posts as well: each under a heading that leads to its own page. */
    private static boolean isIndex(List<Element> posts, HtmlPage page) {
        long teasers = posts.stream()
                .filter(p -> p.select("h1 a[href], h2 a[href], h3 a[href], h4 a[href], a.title[href]").stream()
                        .map(a -> page.resolve(a.attr("href")))
                        .flatMap(Optional::stream)
                        .anyMatch(u -> !LenientUri.withoutFragment(u).equals(LenientUri.withoutFragment(page.url()))))
                .count();
        return teasers * 2 > posts.size();
    }

    private static Optional<Listing> listing(HtmlPage page, Element post, int index) {
        Element own = post.clone();
        // Replies nested in a post are listings of their own.
        own.select(POSTS).stream().filter(e -> !e.equals(own)).toList().forEach(Element::remove);
        Optional<Seller> seller = Fields.seller(own);
        own.select(FOREIGN).remove();
        own.select("h1").remove();
        Element words = own.selectFirst(WORDS);
        String text = PageText.of(words == null || words.text().isBlank() ? own : words);
        List<URI> images = PageImages.in(own, page);
        if (text.isEmpty() && images.isEmpty()) return Optional.empty(); // a mere wrapper of posts
        boolean opening = index == 0 && !LATER_PAGE.matcher(page.url().toString()).find();
        String id = id(post).orElse("post-" + (index + 1));
        String title = opening ? page.heading() : "";
        return Optional.of(new Listing(
                page.withFragment(id),
                Listing.Structure.FORUM_POST,
                title,
                text,
                Optional.empty(),
                page.language(title + "\n" + text),
                seller,
                Optional.empty(),
                Optional.of(id),
                images));
    }

    private static Optional<String> id(Element post) {
        if (!post.id().isEmpty()) return Optional.of(post.id());
        for (String attribute : List.of("data-post-id", "data-id", "data-pid"))
            if (post.hasAttr(attribute)) return Optional.of(post.attr(attribute));
        return post.select("a[name], a[id]").stream()
                .map(a -> a.hasAttr("name") ? a.attr("name") : a.id())
                .filter(n -> !n.isEmpty())
                .findFirst();
    }
}
