package org.unlisted.sweep.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What to sweep.
 *
 * @param name     of the plan: {@code a-z 0-9 -}
 * @param contact  where a site's owner can ask what the crawler is; goes into the User-Agent
 * @param owner    the organisation that answers for the plan
 * @param schedule Quartz cron expression
 * @param sources  those that are switched on
 */
public record Plan(
        String name, String contact, Optional<String> owner, Optional<String> schedule, List<Source> sources) {

    public Plan {
        requireNonNull(name, "name");
        requireNonNull(contact, "contact");
        requireNonNull(owner, "owner");
        requireNonNull(schedule, "schedule");
        sources = List.copyOf(sources);
    }
}
