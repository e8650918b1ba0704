package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a source is asked.
 *
 * @param agent         product token of the User-Agent, and the name looked for in robots.txt
 * @param contact       where a site's owner can ask what this is
 * @param timeout       for connecting, and between two packets; a whole call may take four times as long
 * @param contentLimit  bytes of a body; more is cut and marked
 * @param allowLoopback see {@link AddressGuard}
 */
public record FetchPolicy(
        String agent, String contact, Duration timeout, int contentLimit, boolean allowLoopback, Manners manners) {
    /** Bytes of a robots.txt that must be parsed at the least, RFC 9309 section 2.5; the rest is not read. */
    private static final int ROBOTS_LIMIT = 500 * 1_024;
    /** Bytes. The protocol allows 50 MB; 50,000 addresses fit into a fifth of it. */
    private static final int SITEMAP_LIMIT = 10 << 20;

    public FetchPolicy {
        if (!agent.matches("[A-Za-z_-]+")) throw new IllegalArgumentException("not a product token: " + agent);
        if (!contact.matches("[!-~][ -~]*")) // goes into a header, RFC 9110 section 5.5
            throw new IllegalArgumentException("contact is not one line of ASCII: '" + contact + "'");
        if (timeout.isNegative() || timeout.isZero()) throw new IllegalArgumentException("timeout: " + timeout);
        if (contentLimit < 1) throw new IllegalArgumentException("contentLimit: " + contentLimit);
        requireNonNull(manners, "manners");
    }

    /** With {@link Manners#plain() plain manners}. */
    public FetchPolicy(String agent, String contact, Duration timeout, int contentLimit, boolean allowLoopback) {
        this(agent, contact, timeout, contentLimit, allowLoopback, Manners.plain());
    }

    /** Bytes of a decoded body that are kept. */
    int limit(Ask.Want want) {
        return switch (want) {
            case PAGE, PICTURE -> contentLimit;
            case ROBOTS -> ROBOTS_LIMIT;
            case SITEMAP -> SITEMAP_LIMIT;
        };
    }

    /** The User-Agent header: who, and where to ask. */
    public String userAgent() {
        return agent + "/0.1 (+" + contact + ")";
    }
}
