package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.protocol.Content;
import org.apache.nutch.protocol.Protocol;
import org.apache.nutch.protocol.ProtocolOutput;
import org.apache.nutch.protocol.ProtocolStatus;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.fetch.CanonicalUrl;
import org.unlisted.crawl.fetch.FetchOutcome;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.fetch.Robots;
import org.unlisted.crawl.fetch.RobotsAnswer;
import org.unlisted.crawl.fetch.WebClient;

/** Nutch's way to our HTTP client. Named in the plugin's descriptor; Nutch makes one for each job. */
public final class WebProtocol implements Protocol {
    private static final int MAX_PICTURE_REDIRECTS = 3;
    /** One client, one robots cache and one connection pool for each policy of the process, whatever the job. */
    private static final Map<FetchPolicy, Site> SITES = new ConcurrentHashMap<>();

    private record Site(WebClient client, Robots robots) {
        static Site of(FetchPolicy policy) {
            WebClient client = new WebClient(policy);
            return new Site(client, new Robots(client, policy.agent(), Clock.systemUTC()));
        }
    }

    private @Nullable Configuration conf;
    private @Nullable Site site;
    private Set<String> origins = Set.of();

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
        FetchPolicy policy = new FetchPolicy(
                conf.get(Keys.AGENT),
                conf.get(Keys.CONTACT),
                Duration.ofMillis(conf.getInt(Keys.TIMEOUT_MILLIS, 10_000)),
                conf.getInt(Keys.CONTENT_LIMIT, 8 << 20),
                conf.getBoolean(Keys.ALLOW_LOOPBACK, false));
        site = SITES.computeIfAbsent(policy, Site::of);
        origins = Set.copyOf(conf.getTrimmedStringCollection(Keys.ORIGINS));
    }

    @Override
    public Configuration getConf() {
        return requireNonNull(conf, "setConf comes first");
    }

    private Site site() {
        return requireNonNull(site, "setConf comes first");
    }

    @Override
    public BaseRobotRules getRobotRules(Text url, CrawlDatum datum, List<Content> robotsTxt) {
        RobotsAnswer answer = site().robots().rules(URI.create(url.toString()));
        // Where robots.txt could not be had nothing is asked either, but it is reported as what it is: see below.
        return answer.notNow().isPresent() ? new SimpleRobotRules(RobotRulesMode.ALLOW_ALL) : answer.rules();
    }

    @Override
    public ProtocolOutput getProtocolOutput(Text url, CrawlDatum datum) {
        URI address = URI.create(url.toString());
        RobotsAnswer robots = site().robots().rules(address);
        ProtocolOutput output;
        if (robots.notNow().isPresent()) output = refused(address, robots.notNow().get());
        else if (datum.getMetaData().containsKey(Keys.WANTED)) output = picture(address);
        else output = page(address);
        FetchMeter.of(getConf().get(Keys.METER, "")).incrementAndGet();
        return output;
    }

    private ProtocolOutput refused(URI url, FetchOutcome why) {
        return why instanceof FetchOutcome.Answered a
                ? failure(ProtocolStatus.EXCEPTION, "server-error", "robots.txt answers " + a.exchange().status())
                : status(url, why);
    }

    private ProtocolOutput page(URI url) {
        FetchOutcome outcome = site().client().get(url, false);
        if (outcome instanceof FetchOutcome.Redirected r && !origins.contains(CanonicalUrl.origin(r.target())))
            return failure(ProtocolStatus.GONE, "scope", "redirects to another site, " + r.target().getHost());
        return status(url, outcome);
    }

    /** Redirects of pictures are followed here, so that the picture keeps the address by which the offer knows it. */
    private ProtocolOutput picture(URI url) {
        URI next = url;
        for (int hop = 0; hop <= MAX_PICTURE_REDIRECTS; hop++) {
            if (hop > 0 && !site().robots().rules(next).rules().isAllowed(next.toString()))
                return failure(ProtocolStatus.ROBOTS_DENIED, "robots", "redirects to where robots.txt forbids");
            FetchOutcome outcome = site().client().get(next, true);
            if (!(outcome instanceof FetchOutcome.Redirected r)) return status(url, outcome);
            next = r.target();
        }
        return failure(ProtocolStatus.GONE, "unreachable", "more than " + MAX_PICTURE_REDIRECTS + " redirects");
    }

    private ProtocolOutput status(URI url, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Answered(Exchange exchange) -> answered(url, exchange);
            case FetchOutcome.Redirected(int status, URI target) -> new ProtocolOutput(
                    new Content(url.toString(), url.toString(), new byte[0], "", new org.apache.nutch.metadata.Metadata(), getConf()),
                    new ProtocolStatus(
                            status == 301 || status == 308 ? ProtocolStatus.MOVED : ProtocolStatus.TEMP_MOVED,
                            CanonicalUrl.of(target.toString()).orElse(target).toString()));
            case FetchOutcome.UnaskedPicture() -> failure(
                    ProtocolStatus.GONE, "scope", "a picture that no offer shows: not read");
            case FetchOutcome.Blocked(String reason) -> failure(ProtocolStatus.ACCESS_DENIED, "address", reason);
            case FetchOutcome.NotModified(Exchange exchange) -> failure(
                    ProtocolStatus.NOTMODIFIED, "not-modified", "HTTP 304");
            case FetchOutcome.Busy(Instant until, String reason) -> failure(
                    ProtocolStatus.EXCEPTION, "server-error", reason);
            case FetchOutcome.Failed(FetchOutcome.Failed.Cause cause, String reason) -> failure(
                    ProtocolStatus.EXCEPTION,
                    switch (cause) {
                        case TIMEOUT -> "timeout";
                        case UNREACHABLE, BROKEN, CERTIFICATE -> "unreachable";
                    },
                    reason);
        };
    }

    private ProtocolOutput answered(URI url, Exchange exchange) {
        int code = exchange.status();
        if (code == 200) return new ProtocolOutput(StoredExchange.write(url.toString(), exchange, getConf()));
        String detail = "HTTP " + code;
        if (code == 404 || code == 410) return failure(ProtocolStatus.NOTFOUND, "not-found", detail);
        if (code == 401) return failure(ProtocolStatus.ACCESS_DENIED, "login", detail);
        if (code == 403 || code == 451) return failure(ProtocolStatus.ACCESS_DENIED, "forbidden", detail);
        return failure(ProtocolStatus.EXCEPTION, "server-error", detail);
    }

    private static ProtocolOutput failure(int code, String reason, String detail) {
        return new ProtocolOutput(null, new ProtocolStatus(code, reason + "|" + detail));
    }
}
