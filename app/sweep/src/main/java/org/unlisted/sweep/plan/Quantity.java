package org.unlisted.sweep.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and times as people write them. */
final class Quantity {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,3})?) ?(B|[kK]B|MB|GB|TB|KiB|MiB|GiB|TiB)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6}) ?([smhd])");
    private static final Map<String, Long> UNITS = Map.of(
            "B", 1L,
            "kB", 1_000L,
            "KB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "TB", 1_000_000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30,
            "TiB", 1L << 40);

    private Quantity() {}

    /** A number of bytes, with a decimal or binary unit or without. */
    static Optional<Long> bytes(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        long unit = UNITS.getOrDefault(Optional.ofNullable(matcher.group(2)).orElse("B"), 1L);
        return Optional.of(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)))
                .filter(bytes -> bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValue);
    }

    /** A time with a unit: without one nobody knows whether seconds or minutes were meant. */
    static Optional<Duration> duration(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    static String text(long bytes) {
        return bytes % 1_000_000_000_000L == 0 ? bytes / 1_000_000_000_000L + "TB" : bytes / 1_000_000 + "MB";
    }

    static String text(Duration time) {
        return time.toDays() > 0 ? time.toDays() + "d" : time.toMinutes() + "m";
    }
}
