package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unlisted.crawl.capture.Exchange;

/**
 * robots.txt by RFC 9309, remembered for a while. Where it cannot be read (5xx, 429, no answer) nothing may be fetched
 * for now (section 2.3.1.4); where there is none (4xx) everything may (2.3.1.3). Thread-safe.
 */
public final class Robots {
    private static final Duration KEEP = Duration.ofHours(1);
    private static final Duration KEEP_FAILURE = Duration.ofMinutes(5);
    private static final int MAX_ORIGINS = 10_000;
    private static final int MAX_REDIRECTS = 5; // RFC 9309 2.3.1.2

    private final WebClient client;
    private final String agent;
    private final Clock clock;
    private final OriginCache cache;

    public Robots(WebClient client, String agent, Clock clock) {
        this.client = requireNonNull(client, "client");
        this.agent = agent.toLowerCase(Locale.ROOT);
        this.clock = requireNonNull(clock, "clock");
        this.cache = new OriginCache(clock, MAX_ORIGINS);
    }

    /** The rules of the URL's origin, of which the limiter hears too. One caller asks, the others wait for the answer. */
    public RobotsAnswer rules(URI url) {
        RobotsAnswer answer = cache.get(CanonicalUrl.origin(url), origin -> {
            RobotsAnswer fresh = ask(origin);
            return new OriginCache.Entry(fresh, keepUntil(fresh));
        });
        client.crawlDelay(url, answer.crawlDelay().orElse(Duration.ZERO));
        return answer;
    }

    private Instant keepUntil(RobotsAnswer answer) {
        Instant now = clock.instant();
        if (answer.notNow().isEmpty()) return now.plus(KEEP);
        Instant later = now.plus(KEEP_FAILURE);
        return answer.notNow().get() instanceof FetchOutcome.Busy(Instant until, _, _) && until.isBefore(later)
                ? until
                : later;
    }

    private RobotsAnswer ask(String origin) {
        URI url = URI.create(origin + "/robots.txt");
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            FetchOutcome outcome = client.get(Ask.of(url, Ask.Want.ROBOTS));
            switch (outcome) {
                case FetchOutcome.Redirected redirected -> url = redirected.target();
                case FetchOutcome.Answered answered -> {
                    return judge(answered);
                }
                case FetchOutcome.UnaskedPicture picture -> {
                    return everything();
                }
                case FetchOutcome.NotModified odd -> { // to a question that had no condition
                    return nothingNow(odd);
                }
                case FetchOutcome.Blocked blocked -> {
                    return nothingNow(blocked);
                }
                case FetchOutcome.Busy busy -> {
                    return nothingNow(busy);
                }
                case FetchOutcome.Failed failed -> {
                    return nothingNow(failed);
                }
            }
        }
        return everything(); // too many redirects: as if unavailable, 2.3.1.2
    }

    private RobotsAnswer judge(FetchOutcome.Answered answered) {
        Exchange answer = answered.exchange();
        if (answer.status() >= 500) return nothingNow(answered);
        if (answer.status() != 200) return everything();
        // The parser's own limit forbids whole sites that ask for a long delay; a delay is what they shall have.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        String type = ResponseHeaders.first(answer, "Content-Type").orElse("text/plain");
        return new RobotsAnswer(
                parser.parseContent(answer.url().toString(), wholeLines(answer), type, List.of(agent)),
                Optional.empty(),
                answer.truncated());
    }

    /** Without the line that the cap cut through: "Allow: /" may have been "Allow: /public". */
    private static byte[] wholeLines(Exchange answer) {
        byte[] body = answer.body();
        if (!answer.truncated()) return body;
        int end = body.length;
        while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') end--;
        return Arrays.copyOf(body, end);
    }

    private static RobotsAnswer everything() {
        return new RobotsAnswer(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty(), false);
    }

    private static RobotsAnswer nothingNow(FetchOutcome why) {
        return new RobotsAnswer(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Optional.of(why), false);
    }
}
