package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.protocol.Content;
import org.apache.nutch.protocol.Protocol;
import org.apache.nutch.protocol.ProtocolOutput;
import org.apache.nutch.protocol.ProtocolStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.fetch.Ask;
import org.unlisted.crawl.fetch.CanonicalUrl;
import org.unlisted.crawl.fetch.FetchOutcome;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.fetch.Manners;
import org.unlisted.crawl.fetch.Robots;
import org.unlisted.crawl.fetch.RobotsAnswer;
import org.unlisted.crawl.fetch.WebClient;
import org.unlisted.crawl.listing.Extraction.Wall.Kind;
import org.unlisted.crawl.scope.Scope;
import org.unlisted.crawl.scope.ScopeRules;
import org.unlisted.crawl.scope.Verdict;

/** Nutch's way to our HTTP client. Named in the plugin's descriptor. */
public final class WebProtocol implements Protocol {
    private static final Logger LOG = LoggerFactory.getLogger(WebProtocol.class);
    private static final int MAX_PICTURE_REDIRECTS = 3;
    private static final int MAX_REDIRECTS = 5; // one after another; RFC 2068 section 10.3
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
    private @Nullable Scope scope;
    private @Nullable Answers answers;
    private String source = "";
    private String pass = "";

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
        site = SITES.computeIfAbsent(policy(conf), Site::of);
        scope = new Scope(ScopeRules.parse(conf.get(Keys.SCOPE)));
        answers = new Answers(conf);
        source = conf.get(Keys.SOURCE);
        pass = conf.get(Keys.PASS, "");
    }

    private static FetchPolicy policy(Configuration conf) {
        return new FetchPolicy(
                conf.get(Keys.AGENT),
                conf.get(Keys.CONTACT),
                Duration.ofMillis(conf.getLong(Keys.TIMEOUT_MILLIS, 10_000)),
                conf.getInt(Keys.CONTENT_LIMIT, 8 << 20),
                conf.getBoolean(Keys.ALLOW_LOOPBACK, false),
                new Manners(
                        Duration.ofMillis(conf.getLong(Keys.DELAY_MILLIS, 5_000)),
                        conf.getInt(Keys.PARALLEL, 1),
                        Optional.ofNullable(conf.get(Keys.PROXY)).map(URI::create),
                        conf.getBoolean(Keys.COOKIES, false)));
    }

    @Override
    public Configuration getConf() {
        return requireNonNull(conf, "setConf comes first");
    }

    private Site site() {
        return requireNonNull(site, "setConf comes first");
    }

    private Answers answers() {
        return requireNonNull(answers, "setConf comes first");
    }

    @Override
    public BaseRobotRules getRobotRules(Text url, CrawlDatum datum, List<Content> robotsTxt) {
        URI address = URI.create(url.toString());
        FetchSession session = FetchSession.of(source);
        // Where nothing is asked anyway, robots.txt is not asked for either; getProtocolOutput says why.
        if (session.spent().isPresent() || session.refuses(CanonicalUrl.origin(address))) return everything();
        RobotsAnswer answer = site().robots().rules(address);
        if (answer.notNow().isPresent()) return everything(); // reported as what it is: see below
        return new PathRules(answer.rules(), session.meter);
    }

    private static BaseRobotRules everything() {
        return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }

    /** What may be fetched, without how fast: the limiter keeps robots.txt's delay, and Nutch would keep it once more. */
    private static final class PathRules extends BaseRobotRules {
        private final BaseRobotRules rules;
        private final FetchMeter meter;

        PathRules(BaseRobotRules rules, FetchMeter meter) {
            this.rules = rules;
            this.meter = meter;
        }

        @Override
        public boolean isAllowed(String url) {
            return counted(rules.isAllowed(url));
        }

        @Override
        public boolean isAllowed(URL url) {
            return counted(rules.isAllowed(url));
        }

        private boolean counted(boolean allowed) {
            if (!allowed) meter.skipped("robots");
            return allowed;
        }

        @Override
        public boolean isAllowAll() {
            return rules.isAllowAll();
        }

        @Override
        public boolean isAllowNone() {
            return rules.isAllowNone();
        }
    }

    @Override
    public ProtocolOutput getProtocolOutput(Text url, CrawlDatum datum) {
        URI address = URI.create(url.toString());
        FetchSession session = FetchSession.of(source);
        boolean picture = datum.getMetaData().containsKey(Keys.WANTED);
        ProtocolOutput output;
        try {
            output = ask(address, datum, session, picture);
        } catch (IOException | RuntimeException e) { // one item of a job
            LOG.error("event=fetch-failed source={} cause={}", source, e.toString());
            output = Answers.failure(ProtocolStatus.EXCEPTION, "unreachable", "it could not be recorded: " + e.getMessage());
        }
        session.meter.answered(String.valueOf(address.getAuthority()), picture);
        Answers.reason(output).ifPresent(session.meter::skipped);
        return output;
    }

    private ProtocolOutput ask(URI url, CrawlDatum datum, FetchSession session, boolean picture) throws IOException {
        Optional<String> spent = session.spent();
        if (spent.isPresent()) return Answers.failure(ProtocolStatus.EXCEPTION, "budget", spent.get());
        if (session.refuses(CanonicalUrl.origin(url)))
            return Answers.failure(ProtocolStatus.EXCEPTION, "blocked", "the site refuses: it is left alone");
        RobotsAnswer robots = site().robots().rules(url);
        if (robots.cut()) datum.getMetaData().put(Keys.ROBOTS_CUT, new Text("1"));
        else datum.getMetaData().remove(Keys.ROBOTS_CUT);
        if (robots.notNow().isPresent()) return withoutRobots(url, datum, robots.notNow().get(), session);
        return picture ? picture(url, datum, session) : page(url, datum, session);
    }

    private ProtocolOutput withoutRobots(URI url, CrawlDatum datum, FetchOutcome why, FetchSession session) {
        return why instanceof FetchOutcome.Answered(Exchange exchange)
                ? Answers.failure(ProtocolStatus.EXCEPTION, "server-error", "robots.txt answers " + exchange.status())
                : Answers.about("robots.txt", answers().without(url, datum, why, session));
    }

    private ProtocolOutput page(URI url, CrawlDatum datum, FetchSession session) throws IOException {
        FetchOutcome outcome = site().client().get(new Ask(url, Ask.Want.PAGE, answers().validators(datum)));
        return switch (outcome) {
            case FetchOutcome.Answered(Exchange exchange) -> answers().page(url, datum, exchange, session);
            case FetchOutcome.NotModified(Exchange exchange) -> answers().unchanged(url, datum, exchange, session);
            case FetchOutcome.Redirected redirect -> redirected(url, datum, redirect, session);
            default -> answers().without(url, datum, outcome, session);
        };
    }

    private ProtocolOutput redirected(URI url, CrawlDatum datum, FetchOutcome.Redirected redirect, FetchSession session) {
        URI target = CanonicalUrl.of(redirect.target().toString()).orElse(redirect.target());
        if (WallSigns.isLogin(url, target)) {
            session.wall(CanonicalUrl.origin(url), false);
            return Answers.failure(ProtocolStatus.ACCESS_DENIED, Kind.LOGIN.word(), "redirects to a log-in at " + target.getHost());
        }
        if (requireNonNull(scope).judge(target) != Verdict.IN)
            return Answers.failure(ProtocolStatus.GONE, "scope", "redirects out of the source's scope, to " + target.getHost());
        if (!target.equals(url) && hop(datum) > MAX_REDIRECTS)
            return Answers.failure(ProtocolStatus.GONE, "redirects", "more than " + MAX_REDIRECTS + " redirects one after another");
        boolean lasting = redirect.status() == 301 || redirect.status() == 308;
        return new ProtocolOutput(
                new Content(url.toString(), url.toString(), new byte[0], "", new Metadata(), getConf()),
                new ProtocolStatus(lasting ? ProtocolStatus.MOVED : ProtocolStatus.TEMP_MOVED, target.toString()));
    }

    /** Counts this redirect. Nutch gives what is written here to the address that it leads to. */
    private int hop(CrawlDatum datum) {
        String[] known = ListingSchedule.text(datum, Keys.REDIRECTS).split(" ", -1);
        int hop = known[0].equals(pass) && known.length == 2 ? Integer.parseInt(known[1]) + 1 : 1;
        datum.getMetaData().put(Keys.REDIRECTS, new Text(pass + " " + hop));
        return hop;
    }

    /** Redirects of pictures are followed here, so that the picture keeps the address by which the offer knows it. */
    private ProtocolOutput picture(URI url, CrawlDatum datum, FetchSession session) throws IOException {
        URI next = url;
        for (int hop = 0; hop <= MAX_PICTURE_REDIRECTS; hop++) {
            RobotsAnswer robots = site().robots().rules(next);
            if (robots.notNow().isPresent()) return withoutRobots(url, datum, robots.notNow().get(), session);
            if (hop > 0 && !robots.rules().isAllowed(next.toString()))
                return Answers.failure(ProtocolStatus.ROBOTS_DENIED, "robots", "redirects to where robots.txt forbids");
            FetchOutcome outcome = site().client().get(new Ask(next, Ask.Want.PICTURE, Optional.empty()));
            if (outcome instanceof FetchOutcome.Answered(Exchange exchange))
                return answers().picture(url, datum, exchange, session);
            if (!(outcome instanceof FetchOutcome.Redirected r)) return answers().without(url, datum, outcome, session);
            next = r.target();
        }
        return Answers.failure(ProtocolStatus.GONE, "redirects", "more than " + MAX_PICTURE_REDIRECTS + " redirects");
    }
}
