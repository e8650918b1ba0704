package org.unlisted.crawl.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * How one forum software marks up a thread, as CSS selectors from its stock templates.
 *
 * @param marks  class names or id shapes (numbers as #), any of which shows that the page may be by this software
 * @param post   a post; of nested matches the outermost
 * @param words  in a post, what its author wrote
 * @param author in a post, the element with the author's name; better ones first
 * @param time   in a post, the element with the time; better ones first
 */
record ForumEngine(
        String name, Set<String> marks, Evaluator post, Evaluator words, List<Evaluator> author, List<Evaluator> time) {
    static final List<ForumEngine> KNOWN = List.of(
            engine(
                    "discuz",
                    Set.of("t_f", "t_msgfont", "postmessage_#", "plhin", "pid#"),
                    "div[id~=^post_\\d+$], table.plhin, table[id~=^pid\\d+$], div.plc[id~=^pid\\d+$]",
                    "[id^=postmessage_], .t_f, .t_msgfont, .message, .typeoption",
                    ".pls .authi a, .postauthor .postinfo a, .authi a.xw1, .authi a[href*=uid], .authi a[href*=space-],"
                            + " .author a, .pls .authi, .authi strong, .authi b",
                    "[id^=authorposton], .authi em, .authi, .authorinfo em, .mtime"),
            engine(
                    "xenforo",
                    Set.of("message--post", "bbWrapper", "messageText", "js-post"),
                    "article.message, .message--post, li.message[id~=^post-\\d+$]",
                    ".message-body .bbWrapper, .message-content .bbWrapper, .bbWrapper, .messageText, .message-body",
                    ".message-name .username, .message-name, a.username, .username",
                    ".message-attribution time, .message-attribution-main time, .message-date time, .DateTime, time"),
            engine(
                    "phpbb",
                    Set.of("postbody", "postprofile"),
                    ".post[id~=^p\\d+$], .post",
                    ".postbody .content, .content",
                    ".postprofile .username, .postprofile .username-coloured, .postprofile dt > a[href*=viewprofile],"
                            + " .author .username, .author .username-coloured, p.author strong a, p.author strong,"
                            + " .postprofile strong, .postprofile a[href*=viewprofile]",
                    "p.author time, .author time, time, p.author, .author"),
            engine(
                    "vbulletin",
                    Set.of("postbitlegacy", "postbit", "postcontent", "post_message_#", "postcontainer", "td_post_#"),
                    "li[id~=^post_\\d+$], .postcontainer, table[id~=^post\\d+$], div[id~=^post_?\\d+$]",
                    "[id^=post_message_], .postcontent",
                    ".username_container .username, a.username, .username, .bigusername, [id^=postmenu_] a",
                    ".postdate .date, .postdate, .date, td.thead"),
            engine(
                    "discourse",
                    Set.of("crawler-post", "topic-post", "onscreen-post", "cooked"),
                    ".crawler-post, .topic-post, article[data-post-id]",
                    ".cooked, .post[itemprop=text], [itemprop=text], .post",
                    ".creator [itemprop=name], .creator a, .names .username a, .names .first a, .names a, .username",
                    "time.post-time, time, .post-date .relative-date, .relative-date"),
            engine(
                    "nodebb",
                    Set.of("post/content"),
                    "[component=post]",
                    "[component=post/content]",
                    "a[itemprop=author], .post-header a[data-username], a[data-username], .post-header a, a[href*=/user/]",
                    ".timeago, time"),
            engine(
                    "mybb",
                    Set.of("post_body", "post_author"),
                    ".post[id~=^post_\\d+$], table[id~=^post_\\d+$], .post",
                    ".post_body",
                    ".author_information a, .post_author strong a, .post_author a, .post_author strong",
                    ".post_date"),
            engine(
                    "smf",
                    Set.of("postarea", "post_wrapper", "msg_#"),
                    "div[id~=^msg\\d+$], .post_wrapper",
                    "[id~=^msg_\\d+$], .post .inner, .inner",
                    ".poster h4 a, .poster h4, .poster a",
                    ".postinfo, .keyinfo .smalltext, .smalltext"),
            engine(
                    "invision",
                    Set.of("ipsComment", "cPost"),
                    "article.ipsComment, article[id^=elComment_], .ipsComment[id], .ipsComment",
                    "[data-role=commentContent], .ipsType_richText",
                    ".cAuthorPane_author a, .cAuthorPane_author, .ipsComment_author a, .ipsEntry__author a",
                    ".ipsComment_meta time, time"),
            engine(
                    "tieba",
                    Set.of("l_post", "d_post_content"),
                    ".l_post",
                    ".d_post_content",
                    ".p_author_name, .d_name a, .d_name",
                    ".tail-info"),
            engine(
                    "punbb",
                    Set.of("blockpost", "postmsg"),
                    ".blockpost",
                    ".postmsg",
                    ".postleft dt a, .postleft dt strong, .postleft dt, .post-byline a",
                    "h2 a, h2"),
            engine(
                    "imageboard",
                    Set.of("postMessage", "post__message"),
                    ".postContainer, .post",
                    ".postMessage, .post__message",
                    ".name, .post__name",
                    ".dateTime, .post__time, time"));

    private static ForumEngine engine(
            String name, Set<String> marks, String post, String words, String author, String time) {
        return new ForumEngine(
                name, marks, Selector.evaluatorOf(post), Selector.evaluatorOf(words), each(author), each(time));
    }

    private static List<Evaluator> each(String selectors) {
        return Arrays.stream(selectors.split(",", -1)).map(s -> Selector.evaluatorOf(s.strip())).toList();
    }

    /** Those that may have made the page. */
    static List<ForumEngine> of(PageMap map) {
        return KNOWN.stream().filter(e -> e.marks().stream().anyMatch(map::names)).toList();
    }
}
