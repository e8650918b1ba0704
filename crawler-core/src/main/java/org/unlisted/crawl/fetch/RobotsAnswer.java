package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import crawlercommons.robots.BaseRobotRules;
import java.util.Optional;

/**
 * What an origin's robots.txt allows.
 *
 * @param notNow why nothing may be asked for the time being: robots.txt itself could not be had
 */
public record RobotsAnswer(BaseRobotRules rules, Optional<FetchOutcome> notNow) {

    public RobotsAnswer {
        requireNonNull(rules, "rules");
        requireNonNull(notNow, "notNow");
    }
}
