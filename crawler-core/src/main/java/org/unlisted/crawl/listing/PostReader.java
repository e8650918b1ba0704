package org.unlisted.crawl.listing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** One post of a thread as a listing: the author's own words, not what the author quotes, signs or is called. */
final class PostReader {
    private static final Evaluator WORDS = Selector.evaluatorOf("[itemprop=text], [itemprop=articleBody], .post-content,"
            + " .post-body, .post_content, .postbody .content, .message-body, .bbWrapper, .comment-content, .comment-body,"
            + " .entry-content, .t_f, .content, .text, .post-text, .post_text, .message-text, .comment-text, .reply-content,"
            + " .reply-body, .msg, .msg-body");
    private static final Pattern ID =
            Pattern.compile("^(?:js-)?(?:post|p|pid|msg|comment|floor|reply|elComment|pc|td_post|edit|r)?[-_]?(?:content)?[-_]?(\\d{1,20})$");
    private static final List<String> ID_DATA =
            List.of("data-pid", "data-post-id", "data-postid", "data-content", "data-node-id", "data-commentid", "data-id");
    private static final Evaluator USERS =
            Selector.evaluatorOf(".user, .userinfo, .user-info, .postuser, .profile, .member, .userpanel");
    private static final Evaluator TIMES = Selector.evaluatorOf("time[datetime]");
    private static final Evaluator LINKS = Selector.evaluatorOf("a[href]");
    private static final Evaluator TITLED = Selector.evaluatorOf("[title]");
    private static final Evaluator ANCHORS = Selector.evaluatorOf("a[name], a[id], span.u-anchorTarget[id]");
    private static final Evaluator NUMBERED = Selector.evaluatorOf("[data-post-id], [data-pid], [data-commentid]");
    private static final int MOST_PARTS = 50;
    private static final int LONGEST_LABEL = 60;
    private static final Pattern QUOTE_LABEL = Pattern.compile(
            "(?:quote|цитата|引用|引言|trích dẫn|zitat|citation|cita)(?: .{1,40})?\\s?[:：]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SIGNED = Pattern.compile("\\n_{8,}(?:\\n[\\s\\S]*)?$");
    // "本帖最后由 … 编辑", "Last edited by …", "a.jpg (12 KiB) Viewed 3 times"
    private static final Pattern EDITED = Pattern.compile(
            "(?m)^(?:\\S.{0,80} \\(\\d+(?:[.,]\\d+)? [KMК]i?[BБ]\\).{0,60}|本帖最后由.{1,60}编辑|本帖最後由.{1,60}編輯|Last edited by.{1,80}|Sửa lần cuối.{1,80}|Последний раз редактировалось.{1,80})$");

    private static final List<String> EDIT_MARKS =
            List.of("B)", "Б)", "编辑", "編輯", "Last edited by", "Sửa lần cuối", "редактировалось");

    private final HtmlPage page;
    private final PageMap map;
    private final Fields fields;
    private final @Nullable ForumEngine engine;
    private final Set<Element> posts;
    private final Map<Element, List<Element>> words = new HashMap<>();

    PostReader(HtmlPage page, ForumEngine engine) {
        this(page, engine, Set.of());
    }

    /** Reads posts of unknown software; a post inside another is a listing of its own. */
    PostReader(HtmlPage page, List<Element> posts) {
        this(page, null, new HashSet<>(posts));
    }

    private PostReader(HtmlPage page, @Nullable ForumEngine engine, Set<Element> posts) {
        this.page = page;
        this.map = page.map();
        this.fields = new Fields(page);
        this.engine = engine;
        this.posts = posts;
    }

    /** The elements that hold the author's words; none inside another. */
    List<Element> words(Element post) {
        return words.computeIfAbsent(post, this::findWords);
    }

    private List<Element> findWords(Element post) {
        if (engine == null) {
            Element words = post.selectFirst(WORDS);
            boolean own = words != null && map.letters(words) > 0 && !isInOther(words, post);
            return List.of(own ? words : post);
        }
        List<Element> all = new ArrayList<>();
        for (Element e : post.select(engine.words()))
            if (all.size() < MOST_PARTS && all.stream().noneMatch(a -> isInside(e, a)) && !isForeignWithin(e, post)) all.add(e);
        return all;
    }

    /**
     * The listing; empty for a mere wrapper of posts.
     *
     * @param number of the post on the page, for those without one of their own
     */
    Optional<Listing> read(Element post, int number, String title) {
        List<Element> words = words(post);
        Set<Element> roots = new HashSet<>(words);
        roots.add(post);
        Predicate<Element> foreign = e -> !roots.contains(e) && isForeign(e, roots);
        StringBuilder said = new StringBuilder();
        for (Element e : words) said.append(PageText.of(e, foreign)).append('\n');
        String text = cleaned(said.toString());
        List<URI> images = images(post, words, foreign);
        if (text.isEmpty() && images.isEmpty()) return Optional.empty();
        Optional<String> anchor = anchor(post);
        String id = anchor.orElse("post-" + number);
        Predicate<Element> others = e -> !e.equals(post) && (posts.contains(e) || (map.is(e, Roles.QUOTE | Roles.SIGNATURE) && !roots.contains(e)));
        Optional<AskedPrice> price = engine == null ? Optional.empty() : typedPrice(post);
        return Optional.of(new Listing(
                page.withFragment(id),
                Listing.Structure.FORUM_POST,
                title,
                text,
                price,
                page.language(title + "\n" + text),
                author(post, roots, others),
                posted(post, roots, others),
                Optional.of(id(post).orElse(id)),
                images));
    }

    private static String cleaned(String text) {
        String own = text.contains("________") ? SIGNED.matcher(text.strip()).replaceFirst("") : text;
        return PageText.ofPlain(mayTellEdits(own) ? EDITED.matcher(own.strip()).replaceAll("") : own);
    }

    /** Looking for a word costs a hundredth of the expression. */
    private static boolean mayTellEdits(String text) {
        for (String mark : EDIT_MARKS) if (text.contains(mark)) return true;
        return false;
    }

    /** Pictures in the words, and those attached beside them. */
    private List<URI> images(Element post, List<Element> words, Predicate<Element> foreign) {
        Set<URI> images = new LinkedHashSet<>();
        for (Element e : words) images.addAll(PageImages.in(e, page, foreign));
        images.addAll(PageImages.in(post, page, foreign));
        return List.copyOf(images);
    }

    /** Discuz lets a trade thread state its price in a table of its own. */
    private Optional<AskedPrice> typedPrice(Element post) {
        Element table = map.names("typeoption") ? post.selectFirst(".typeoption") : null;
        return table == null ? Optional.empty() : fields.price(table, e -> false);
    }

    private boolean isForeign(Element e, Set<Element> roots) {
        if (posts.contains(e) || isLabelledQuote(e)) return true;
        if (e.hasClass("postcontent")) return false; // vBulletin puts the words into a blockquote
        if (map.is(e, Roles.SILENT)) return !e.normalName().equals("noscript");
        switch (e.normalName()) {
            case "form", "nav", "footer", "button" -> {
                return true;
            }
            case "h1", "time" -> {
                return true;
            }
            default -> {}
        }
        if (!map.is(e, Roles.QUOTE | Roles.SIGNATURE | Roles.NOTICE | Roles.HIDDEN | Roles.SELLER | Roles.DATE | Roles.META | Roles.FOREIGN))
            return false;
        for (Element root : roots) if (!root.equals(e) && isInside(root, e)) return false; // around the words
        if (map.is(e, Roles.QUOTE | Roles.SIGNATURE | Roles.HIDDEN | Roles.META)) return true;
        if (map.is(e, Roles.NOTICE)) return map.letters(e) <= 400;
        return map.letters(e) <= 200 || e.normalName().equals("aside");
    }

    /** "Quote:" on a line of its own, and the table or block after it, as old boards mark a quotation. */
    private boolean isLabelledQuote(Element e) {
        Element before = e.previousElementSibling();
        if (before != null && isQuoteLabel(before) && isBlock(e)) return true;
        Element after = e.nextElementSibling();
        return after != null && isBlock(after) && isQuoteLabel(e);
    }

    private boolean isQuoteLabel(Element e) {
        int letters = map.letters(e);
        return letters > 2 && letters <= LONGEST_LABEL && QUOTE_LABEL.matcher(e.text().strip()).matches();
    }

    private static boolean isBlock(Element e) {
        return switch (e.normalName()) {
            case "table", "div", "blockquote" -> true;
            default -> false;
        };
    }

    private boolean isForeignWithin(Element e, Element post) {
        for (Element at = e; at != null && !at.equals(post); at = at.parent())
            if (map.is(at, Roles.SIGNATURE) || (!at.equals(e) && map.is(at, Roles.QUOTE))) return true;
        return false;
    }

    private boolean isInOther(Element e, Element post) {
        for (Element at = e; at != null && !at.equals(post); at = at.parent()) if (posts.contains(at)) return true;
        return false;
    }

    private static boolean isInside(Element inner, Element outer) {
        for (Element at = inner; at != null; at = at.parent()) if (at.equals(outer)) return true;
        return false;
    }

    private Optional<Seller> author(Element post, Set<Element> words, Predicate<Element> others) {
        for (String data : new String[] {"data-author", "data-username"})
            if (!post.attr(data).isBlank()) {
                String name = PageText.line(post.attr(data));
                Optional<String> slug = Optional.of(PageText.line(post.attr("data-userslug"))).filter(s -> !s.isEmpty());
                return Optional.of(Fields.of(name, slug.or(() -> linkedHandle(post))));
            }
        if (engine != null)
            for (Evaluator selector : engine.author())
                for (Element e : first(post, selector)) {
                    if (isInAny(e, words, post)) continue;
                    String name = PageText.line(e.text());
                    if (!name.isEmpty() && name.length() <= 60) return Optional.of(Fields.of(name, fields.handle(e)));
                }
        Optional<Seller> beside = fields.seller(post, e -> others.test(e) || (words.contains(e) && !e.equals(post)));
        return beside.isPresent() || engine != null
                ? beside
                : fields.seller(post, others).or(() -> userCell(post)).or(() -> profile(post, words));
    }

    /** A link to an account, beside the words or at the very beginning: who is mentioned in the words is somebody else. */
    private Optional<Seller> profile(Element post, Set<Element> words) {
        boolean apart = words.stream().anyMatch(e -> !e.equals(post));
        for (Element link : first(post, LINKS)) {
            if (posts.contains(link) || isInOther(link, post) || isForeignWithin(link, post)) continue;
            if (apart && isInAny(link, words, post)) continue;
            String name = PageText.line(link.text());
            Optional<String> handle = ProfileLink.handle(link.attr("href"));
            if (handle.isEmpty() || name.isEmpty() || name.length() > 60) continue;
            return apart || PageText.line(post.text()).startsWith(name) ? Optional.of(Fields.of(name, handle)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** The cell with the account, where nothing in it is called a name. */
    private Optional<Seller> userCell(Element post) {
        return first(post, USERS).stream().flatMap(e -> fields.sellerIn(e).stream()).findFirst();
    }

    private Optional<String> linkedHandle(Element post) {
        if (engine == null) return Optional.empty();
        for (Evaluator selector : engine.author())
            for (Element e : first(post, selector)) {
                Optional<String> handle = fields.handle(e);
                if (handle.isPresent()) return handle;
            }
        return Optional.empty();
    }

    private Optional<Instant> posted(Element post, Set<Element> words, Predicate<Element> others) {
        if (!post.attr("data-timestamp").isEmpty()) {
            Optional<Instant> time = PostedTime.read(post.attr("data-timestamp"), page.siteLanguage());
            if (time.isPresent()) return time;
        }
        if (engine != null)
            for (Evaluator selector : engine.time())
                for (Element e : first(post, selector)) {
                    if (isInAny(e, words, post)) continue;
                    Optional<Instant> time = fields.time(e);
                    if (time.isPresent()) return time;
                }
        Optional<Instant> beside = fields.posted(post, e -> others.test(e) || (words.contains(e) && !e.equals(post)));
        if (beside.isPresent() || engine != null) return beside;
        // Unknown software may keep the time in one block with the words.
        for (Element e : first(post, TIMES)) {
            Optional<Instant> time = isForeignWithin(e, post) || isInOther(e, post) ? Optional.empty() : fields.time(e);
            if (time.isPresent()) return time;
        }
        for (Element e : first(post, TITLED)) {
            if (isForeignWithin(e, post) || isInOther(e, post) || (isInAny(e, words, post) && !words.contains(post))) continue;
            Optional<Instant> time = PostedTime.read(e.attr("title"), page.siteLanguage());
            if (time.isPresent()) return time;
        }
        return Optional.empty();
    }

    private static List<Element> first(Element post, Evaluator selector) {
        List<Element> found = post.select(selector);
        return found.subList(0, Math.min(MOST_PARTS, found.size()));
    }

    private static boolean isInAny(Element e, Set<Element> words, Element post) {
        for (Element at = e; at != null && !at.equals(post); at = at.parent()) if (words.contains(at)) return true;
        return false;
    }

    /** The id or name that a fragment can point to. */
    private Optional<String> anchor(Element post) {
        if (!post.id().isEmpty()) return Optional.of(post.id().startsWith("js-") ? post.id().substring(3) : post.id());
        Element named = post.selectFirst(ANCHORS);
        String name = named == null ? "" : named.hasAttr("name") ? named.attr("name") : named.id();
        if (name.length() > 1) return Optional.of(name);
        return data(post).or(() -> words(post).stream().map(Element::id).filter(i -> ID.matcher(i).matches()).findFirst());
    }

    private static Optional<String> data(Element post) {
        for (String attribute : ID_DATA) if (!post.attr(attribute).isBlank()) return Optional.of(post.attr(attribute).strip());
        if (!post.id().isEmpty() && ID.matcher(post.id()).matches()) return Optional.empty(); // says it itself
        Element inner = post.selectFirst(NUMBERED);
        if (inner == null) return Optional.empty();
        for (String attribute : ID_DATA) if (!inner.attr(attribute).isBlank()) return Optional.of(inner.attr(attribute).strip());
        return Optional.empty();
    }

    /** The platform's number: of {@code post_123}, {@code p123} and {@code pid123} the 123. */
    private Optional<String> id(Element post) {
        Optional<String> data = data(post);
        Optional<String> id = data.or(() -> anchor(post));
        if (id.isEmpty()) return id;
        Matcher m = ID.matcher(id.get());
        return m.matches() ? Optional.of(m.group(1)) : id;
    }
}
