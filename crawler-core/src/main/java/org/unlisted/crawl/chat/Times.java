package org.unlisted.crawl.chat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Times in all the ways that exporters write them. */
final class Times {
    /** QQ and WeChat write the local time of their user, and China has one zone. */
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** 1973 in milliseconds, the year 5138 in seconds: no chat is as old as the one or as young as the other. */
    private static final double MILLISECONDS = 1e11;

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final Pattern TWELVE_HOURS = Pattern.compile("(?i)[\\w/-]{6,11},?[\\s\u00A0\u202F]+\\d{1,2}:\\d{2}(:\\d{2})?[\\s\u00A0\u202F]*[ap]m");
    private static final DateTimeFormatter AMERICAN = english("M/d/uuuu[,] h:mm[:ss][ ]a");
    private static final DateTimeFormatter NAMED_MONTH = english("d-MMM-[uuuu][uu] h:mm[:ss][ ]a");

    private Times() {}

    /**
     * Seconds or milliseconds since 1970, as a number or in a string; a date with an offset (RFC 3339); a date
     * without one, which is taken in {@code local}.
     */
    static Optional<Instant> of(JsonNode node, ZoneId local) {
        return node.isValueNode() ? of(node.asString(""), local) : Optional.empty();
    }

    static Optional<Instant> of(String text, ZoneId local) {
        String words = text.strip();
        if (words.length() < 4 || words.length() > 40) return Optional.empty();
        try {
            return Optional.of(words.matches("\\d+(\\.\\d*)?(E\\d{1,2})?") ? number(words) : date(words, local))
                    .filter(t -> t.isAfter(Instant.EPOCH) && t.isBefore(LATEST));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // odd input, as exports have it
        }
    }

    /** What .NET writes in American English: DiscordChatExporter's tables have it. */
    private static LocalDateTime twelve(String words) {
        String plain = words.replaceAll("[\\s\u00A0\u202F]+", " ").toUpperCase(Locale.ROOT);
        return LocalDateTime.parse(plain, plain.indexOf('/') > 0 ? AMERICAN : NAMED_MONTH);
    }

    private static DateTimeFormatter english(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
    }

    private static Instant number(String words) {
        double value = Double.parseDouble(words);
        return Instant.ofEpochMilli((long) (value >= MILLISECONDS ? value : value * 1000));
    }

    private static Instant date(String words, ZoneId local) {
        if (TWELVE_HOURS.matcher(words).matches()) return twelve(words).atZone(local).toInstant();
        String iso = words.replace('/', '-').replaceFirst("^(\\d{4}-\\d{2}-\\d{2})\\s+(?=\\d)", "$1T");
        if (iso.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") && iso.indexOf('T') > 0)
            return OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant();
        // Some write one digit of the hour; none writes one of the month.
        return LocalDateTime.parse(iso.replaceFirst("T(\\d:)", "T0$1")).atZone(local).toInstant();
    }

    static Optional<Instant> utc(JsonNode node) {
        return of(node, ZoneOffset.UTC);
    }
}
