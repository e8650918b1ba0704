package org.unlisted.console.schedule;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A plan and its hours.
 *
 * @param plan absolute
 * @param cron as Quartz reads it: second, minute, hour, day of month, month, day of week; one of the days is {@code ?}
 * @param next absent if the expression never comes true again
 */
public record PlannedRun(Path plan, String cron, Optional<Instant> next) {
    public PlannedRun {
        requireNonNull(plan, "plan");
        requireNonNull(cron, "cron");
        requireNonNull(next, "next");
    }
}
