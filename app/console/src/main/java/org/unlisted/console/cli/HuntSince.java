package org.unlisted.console.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far back a hunt goes: {@code 90d}, or a day like {@code 2026-11-30} from its first second in UTC. */
final class HuntSince {
    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

    private HuntSince() {}

    static Instant of(String text, Instant now) throws UsageException {
        Matcher days = DAYS.matcher(text.strip());
        if (days.matches()) return now.minus(Duration.ofDays(Integer.parseInt(days.group(1))));
        try {
            return LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException("--since '" + text + "' is neither days (90d) nor a date (2026-11-30)");
        }
    }
}
