package org.unlisted.crawl.fetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/**
 * Cookies of one client, in memory. Each goes back to the very host that set it, whatever domain it claims. Thread-safe.
 */
final class SweepCookies implements CookieJar {
    private static final int MAX_HOSTS = 1_000; // the one that set cookies first is forgotten first
    private static final int MAX_PER_HOST = 50; // RFC 6265 section 6.1
    private static final int MAX_LENGTH = 4_096; // characters, RFC 6265 section 6.1

    private final Map<String, List<Cookie>> jar = new LinkedHashMap<>();

    @Override
    public synchronized void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
        List<Cookie> kept = new ArrayList<>(jar.getOrDefault(url.host(), List.of()));
        for (Cookie cookie : cookies) {
            if (cookie.name().length() + cookie.value().length() > MAX_LENGTH) continue;
            kept.removeIf(k -> k.name().equals(cookie.name()) && k.path().equals(cookie.path()));
            if (!expired(cookie)) kept.add(cookie);
            if (kept.size() > MAX_PER_HOST) kept.removeFirst();
        }
        jar.put(url.host(), kept);
        if (jar.size() > MAX_HOSTS) jar.remove(jar.keySet().iterator().next());
    }

    @Override
    public synchronized List<Cookie> loadForRequest(HttpUrl url) {
        return jar.getOrDefault(url.host(), List.of()).stream()
                .filter(cookie -> !expired(cookie) && cookie.matches(url))
                .toList();
    }

    private static boolean expired(Cookie cookie) {
        return cookie.expiresAt() <= Instant.now().toEpochMilli();
    }
}
