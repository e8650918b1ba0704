package org.unlisted.console.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: as chosen, else as the browser asks, else English. Thread-safe. */
@Component("localeResolver")
final class Language implements LocaleResolver {
    private static final List<Locale> SUPPORTED =
            List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.forLanguageTag("vi"));
    private static final String COOKIE = "lang";

    static Optional<Locale> supported(String tag) {
        return SUPPORTED.stream().filter(l -> l.toLanguageTag().equals(tag)).findFirst();
    }

    static Cookie cookie(Locale locale) {
        Cookie cookie = new Cookie(COOKIE, locale.toLanguageTag());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        return cookie;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).orElseGet(() -> asked(request));
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(c -> c.getName().equals(COOKIE))
                .flatMap(c -> supported(c.getValue()).stream())
                .findFirst();
    }

    private static Locale asked(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) return Locale.ENGLISH;
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            for (Locale.LanguageRange range : ranges) {
                // "zh", "zh-TW" or "zh-Hans-SG" are better served in simplified Chinese than in English
                String language = Locale.forLanguageTag(range.getRange()).getLanguage();
                Optional<Locale> match =
                        SUPPORTED.stream().filter(l -> l.getLanguage().equals(language)).findFirst();
                if (match.isPresent()) return match.get();
            }
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
        return Locale.ENGLISH;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by /?lang=");
    }
}
