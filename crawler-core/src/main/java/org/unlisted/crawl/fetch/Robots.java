package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.unlisted.crawl.capture.Exchange;

/**
 * robots.txt by RFC 9309, remembered for a while. Where it cannot be read (5xx, 429, no answer) nothing may be fetched
 * for now (section 2.3.1.4); where there is none (4xx) everything may (2.3.1.3). Thread-safe.
 */
public final class Robots {
    private static final Duration KEEP = Duration.ofHours(1);
    private static final Duration KEEP_FAILURE = Duration.ofMinutes(5);
    private static final int MAX_REDIRECTS = 5; // RFC 9309 2.3.1.2

    private final WebClient client;
    private final String agent;
    private final Clock clock;
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    private final Map<String, Entry> cache = new ConcurrentHashMap<>();

    private record Entry(RobotsAnswer answer, Instant until) {}

    public Robots(WebClient client, String agent, Clock clock) {
        this.client = requireNonNull(client, "client");
        this.agent = agent.toLowerCase(Locale.ROOT);
        this.clock = requireNonNull(clock, "clock");
    }

    /** The rules of the URL's origin. One caller asks, the others wait for the answer. */
    public RobotsAnswer rules(URI url) {
        Instant now = clock.instant();
        return cache.compute(CanonicalUrl.origin(url), (origin, known) -> {
                    if (known != null && known.until().isAfter(now)) return known;
                    RobotsAnswer answer = ask(origin);
                    return new Entry(answer, now.plus(answer.notNow().isPresent() ? KEEP_FAILURE : KEEP));
                })
                .answer();
    }

    private RobotsAnswer ask(String origin) {
        URI url = URI.create(origin + "/robots.txt");
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            FetchOutcome outcome = client.get(url, false);
            switch (outcome) {
                case FetchOutcome.Redirected redirected -> url = redirected.target();
                case FetchOutcome.Answered answered -> {
                    return judge(answered);
                }
                case FetchOutcome.UnaskedPicture picture -> {
                    return everything();
                }
                case FetchOutcome.Blocked blocked -> {
                    return nothingNow(blocked);
                }
                case FetchOutcome.NotModified n -> { return everything(); }
                case FetchOutcome.Busy b -> { return nothingNow(b); }
                case FetchOutcome.Failed failed -> {
                    return nothingNow(failed);
                }
            }
        }
        return everything(); // too many redirects: as if unavailable, 2.3.1.2
    }

    private RobotsAnswer judge(FetchOutcome.Answered answered) {
        Exchange answer = answered.exchange();
        if (answer.status() >= 500 || answer.status() == 429) return nothingNow(answered);
        if (answer.status() != 200) return everything();
        String type = answer.responseHeaders().stream()
                .filter(h -> h.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("text/plain");
        return new RobotsAnswer(
                parser.parseContent(answer.url().toString(), answer.body(), type, List.of(agent)), Optional.empty());
    }

    private static RobotsAnswer everything() {
        return new RobotsAnswer(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty());
    }

    private static RobotsAnswer nothingNow(FetchOutcome why) {
        return new RobotsAnswer(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Optional.of(why));
    }
}
