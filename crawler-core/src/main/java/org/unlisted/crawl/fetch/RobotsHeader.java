package org.unlisted.crawl.fetch;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.unlisted.crawl.capture.Exchange;

/**
 * What X-Robots-Tag says to one agent. The header has no standard; this is Google's description of it: directives for all,
 * or after {@code agent:} for one, and where several apply the stricter counts.
 *
 * @param noIndex  the page is not to be kept
 * @param noFollow its links are not to be followed
 */
public record RobotsHeader(boolean noIndex, boolean noFollow) {
    private static final Pattern AGENT = Pattern.compile("[a-z_-]+");
    /** Directives that have a value, and so look like an agent. */
    private static final Set<String> VALUED =
            Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

    /** Reads all X-Robots-Tag headers of an answer. */
    public static RobotsHeader of(Exchange exchange, String agent) {
        RobotsHeader all = new RobotsHeader(false, false);
        for (String header : ResponseHeaders.all(exchange, "X-Robots-Tag"))
            all = all.or(parse(header.toLowerCase(Locale.ROOT), agent.toLowerCase(Locale.ROOT)));
        return all;
    }

    private static RobotsHeader parse(String header, String agent) {
        RobotsHeader found = new RobotsHeader(false, false);
        boolean meant = true;
        for (String part : header.split(",", -1)) {
            int colon = part.indexOf(':');
            String name = colon < 0 ? "" : part.substring(0, colon).strip();
            boolean toAgent = AGENT.matcher(name).matches() && !VALUED.contains(name);
            if (toAgent) meant = name.equals(agent);
            if (meant) found = found.or(directive((toAgent ? part.substring(colon + 1) : part).strip()));
        }
        return found;
    }

    private static RobotsHeader directive(String word) {
        boolean none = word.equals("none");
        return new RobotsHeader(none || word.equals("noindex"), none || word.equals("nofollow"));
    }

    private RobotsHeader or(RobotsHeader other) {
        return new RobotsHeader(noIndex || other.noIndex, noFollow || other.noFollow);
    }
}
