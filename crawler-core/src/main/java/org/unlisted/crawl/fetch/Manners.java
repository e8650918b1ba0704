package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How gently, and by which way, a source is asked.
 *
 * @param delay    between the starts of two calls to one host, at most an hour; a slow or troubled host gets more
 * @param parallel calls to one host at the same time, 1 to 64
 * @param proxy    {@code http://host:port} or {@code socks5://host:port}; over SOCKS names are resolved by the proxy
 * @param cookies  whether what a site sets is sent back to the same host, for as long as the client lives
 */
public record Manners(Duration delay, int parallel, Optional<URI> proxy, boolean cookies) {
    private static final Duration MAX_DELAY = Duration.ofHours(1);

    public Manners {
        requireNonNull(delay, "delay");
        if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0)
            throw new IllegalArgumentException("delay outside 0 to 1 h: " + delay);
        if (parallel < 1 || parallel > 64) throw new IllegalArgumentException("parallel outside 1 to 64: " + parallel);
        proxy.ifPresent(Manners::checkProxy);
    }

    /** No delay, eight calls at once, no proxy, no cookies. */
    public static Manners plain() {
        return new Manners(Duration.ZERO, 8, Optional.empty(), false);
    }

    boolean overSocks() {
        return proxy.isPresent() && "socks5".equals(proxy.get().getScheme());
    }

    /** The message never repeats the address: it may hold a password. */
    private static void checkProxy(URI proxy) {
        boolean known = "http".equals(proxy.getScheme()) || "socks5".equals(proxy.getScheme());
        boolean bare = proxy.getRawUserInfo() == null && proxy.getRawQuery() == null && proxy.getRawFragment() == null;
        boolean path = proxy.getRawPath() != null && !proxy.getRawPath().matches("/?");
        if (!known || !bare || path || proxy.getHost() == null || proxy.getPort() < 1 || proxy.getPort() > 65_535)
            throw new IllegalArgumentException("a proxy is http://host:port or socks5://host:port");
    }
}
