package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A thread of which only the JSON-LD is readable: a discussion posting and its comments. */
final class JsonLdPostsReader implements MarkupReader {
    private static final Set<String> POSTINGS = Set.of("DiscussionForumPosting", "SocialMediaPosting", "QAPage", "Question");
    /** The shop's own questions and answers. */
    private static final Set<String> FAQ = Set.of("FAQPage");
    private static final int DEEPEST = 8;
    private static final int MOST = 500;
    private final JsonLdReader scripts = new JsonLdReader();

    @Override
    public boolean structured() {
        return true;
    }

    @Override
    public List<Listing> read(HtmlPage page) {
        List<Listing> posts = new ArrayList<>();
        for (JsonNode root : scripts.roots(page)) collect(root, page, 0, posts);
        return posts;
    }

    private static void collect(JsonNode node, HtmlPage page, int depth, List<Listing> into) {
        if (depth > DEEPEST || into.size() >= MOST) return;
        if (node.isArray()) node.forEach(child -> collect(child, page, depth + 1, into));
        if (!node.isObject() || JsonLdReader.isType(node, FAQ)) return;
        if (JsonLdReader.isType(node, POSTINGS)) post(node, page, true, depth, into);
        else {
            collect(node.path("@graph"), page, depth + 1, into);
            collect(node.path("mainEntity"), page, depth + 1, into);
        }
    }

    private static void post(JsonNode node, HtmlPage page, boolean opening, int depth, List<Listing> into) {
        if (depth > DEEPEST || into.size() >= MOST || !node.isObject()) return;
        String body = JsonLdListing.text(node, "articleBody").isEmpty()
                ? JsonLdListing.text(node, "text")
                : JsonLdListing.text(node, "articleBody");
        String text = PageText.ofMarkup(body);
        String headline = JsonLdListing.text(node, "headline").isEmpty()
                ? JsonLdListing.text(node, "name")
                : JsonLdListing.text(node, "headline");
        String title = opening ? PageText.line(headline.isEmpty() ? page.heading() : headline) : "";
        Set<URI> images = new LinkedHashSet<>();
        for (JsonNode image : node.path("image").isArray() ? node.path("image") : List.of(node.path("image"))) {
            String address = image.isString() ? image.asString() : JsonLdListing.text(image, "url");
            if (!address.isEmpty()) page.resolve(address).ifPresent(images::add);
        }
        if (!text.isEmpty() || !images.isEmpty()) {
            Optional<URI> own = page.resolve(JsonLdListing.text(node, "url"));
            String id = own.map(URI::getRawFragment).map(String::valueOf).filter(f -> !f.equals("null"))
                    .orElse("post-" + (into.size() + 1));
            into.add(new Listing(
                    own.filter(u -> u.getRawFragment() != null).orElseGet(() -> page.withFragment(id)),
                    Listing.Structure.FORUM_POST,
                    title,
                    text,
                    Optional.empty(),
                    page.language(title + "\n" + text),
                    JsonLdListing.sellerIn(JsonLdReader.first(node.path("author"))),
                    PostedTime.read(JsonLdListing.text(node, "datePublished"), page.siteLanguage()),
                    Optional.of(id),
                    List.copyOf(images)));
        }
        for (String answers : List.of("comment", "suggestedAnswer", "acceptedAnswer"))
            for (JsonNode answer : node.path(answers).isArray() ? node.path(answers) : List.of(node.path(answers)))
                post(answer, page, false, depth + 1, into);
    }
}
