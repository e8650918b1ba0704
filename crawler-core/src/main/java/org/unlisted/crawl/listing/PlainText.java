package org.unlisted.crawl.listing;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A body without markup: a raw paste or a text file. */
final class PlainText {
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype|html|head|body|div|p|span|table|script|meta|title|article|section|main|ul|ol|li|a|h[1-6]|pre|img|br|form|b|i)(?=[\\s/>])");
    private static final int HEAD = 60_000;

    private PlainText() {}

    /** Whether to take it as text: the header says so and it does not begin like a page, or it has no tags at all. */
    static boolean is(String body, String contentType) {
        String head = body.substring(0, Math.min(body.length(), HEAD)).toLowerCase(Locale.ROOT);
        String start = head.stripLeading();
        if (start.startsWith("<!doctype") || start.startsWith("<html")) return false;
        if (contentType.startsWith("text/plain")) return true;
        return !contentType.contains("html") && !MARKUP.matcher(head).find();
    }

    static ListingExtractor.Page page(URI url, String body, boolean truncated) {
        String text = PageText.ofPlain(body);
        if (text.isEmpty()) return new ListingExtractor.Page(new Extraction.NotAListing(), "", List.of(), List.of(), false, false, Optional.empty(), truncated);
        String path = String.valueOf(url.getRawPath());
        String last = path.substring(path.lastIndexOf('/') + 1);
        Listing listing = new Listing(
                url,
                Listing.Structure.PASTE,
                "",
                text,
                Optional.empty(),
                ScriptLanguage.of(text),
                Optional.empty(),
                Optional.empty(),
                last.isEmpty() || last.length() > 64 ? Optional.empty() : Optional.of(last),
                List.of());
        return new ListingExtractor.Page(
                new Extraction.Found(List.of(listing)), "", List.of(), List.of(), false, false, Optional.empty(), truncated);
    }
}
