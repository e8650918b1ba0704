package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

/**
 * Asks for one address at a time, in the host's own time, without following redirects, logging in, or sending a Referer.
 * Thread-safe.
 */
public final class WebClient {
    private static final Pattern SCHEME = Pattern.compile("\\s*([a-zA-Z][a-zA-Z0-9+.-]{0,30}):"); // RFC 3986 section 3.1

    private final FetchPolicy policy;
    private final HostLimiter limiter;
    private final HostGuard hosts;
    private final OkHttpClient http;

    /** A client that shares the process's limiter. */
    public WebClient(FetchPolicy policy) {
        this(policy, HostLimiter.ofProcess());
    }

    public WebClient(FetchPolicy policy, HostLimiter limiter) {
        this(policy, limiter, Dns.SYSTEM, plain -> {});
    }

    /**
     * For tests, which have names and certificates of their own.
     *
     * @param dns what the guard looks at; never asked where a proxy resolves
     */
    WebClient(FetchPolicy policy, HostLimiter limiter, Dns dns, Consumer<OkHttpClient.Builder> adjust) {
        this.policy = requireNonNull(policy, "policy");
        this.limiter = requireNonNull(limiter, "limiter");
        this.hosts = new HostGuard(policy);
        OkHttpClient.Builder builder = Wiring.of(policy, dns);
        adjust.accept(builder);
        this.http = builder.build();
    }

    /** Asks once for a page, or for a picture that an offer shows. */
    public FetchOutcome get(URI url, boolean pictureWanted) {
        return get(Ask.of(url, pictureWanted ? Ask.Want.PICTURE : Ask.Want.PAGE));
    }

    /** Asks once, when it is this host's turn; may wait for it. */
    public FetchOutcome get(Ask ask) {
        HttpUrl target = HttpUrl.parse(ask.url().toString());
        if (target == null) return new FetchOutcome.Failed(Cause.BROKEN, "not an http(s) URL");
        try {
            hosts.check(target.host());
            return switch (limiter.enter(target, policy.manners())) {
                case Turn.Parked(Instant until, String reason) -> new FetchOutcome.Busy(until, reason, Optional.empty());
                case Turn.Granted granted -> {
                    try (granted) {
                        yield paced(granted, call(ask, target));
                    }
                }
            };
        } catch (BlockedAddressException e) {
            return new FetchOutcome.Blocked(CallFailures.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FetchOutcome.Failed(Cause.TIMEOUT, "interrupted while waiting for the host's turn");
        }
    }

    /** What robots.txt says about the pace, told to whoever asks that host. */
    void crawlDelay(URI url, Duration delay) {
        limiter.crawlDelay(url, delay);
    }

    private FetchOutcome paced(Turn.Granted turn, FetchOutcome outcome) {
        switch (outcome) {
            case FetchOutcome.Answered(Exchange e) when e.status() == 429 || e.status() == 503 -> {
                Optional<Duration> wait = ResponseHeaders.first(e, "Retry-After")
                        .flatMap(value -> RetryAfter.parse(value, limiter.clock().instant()));
                String reason = "HTTP " + e.status();
                return new FetchOutcome.Busy(turn.refused(wait, reason), reason, Optional.of(e));
            }
            case FetchOutcome.Failed(Cause cause, String reason) -> {
                if (cause == Cause.TIMEOUT) turn.timedOut();
            }
            case FetchOutcome.Answered a -> turn.answered();
            case FetchOutcome.NotModified n -> turn.answered();
            case FetchOutcome.Redirected r -> turn.answered();
            case FetchOutcome.UnaskedPicture p -> turn.answered();
            case FetchOutcome.Blocked b -> {}
            case FetchOutcome.Busy b -> {}
        }
        return outcome;
    }

    private FetchOutcome call(Ask ask, HttpUrl target) {
        Call call = http.newCall(request(ask, target));
        try (Response answer = call.execute()) {
            FetchOutcome outcome = read(ask, answer);
            // Closing would read on for a while in order to keep the connection: not where more was sent than is wanted.
            if (outcome instanceof FetchOutcome.UnaskedPicture
                    || (outcome instanceof FetchOutcome.Answered(Exchange e) && e.truncated())) call.cancel();
            return outcome;
        } catch (IOException e) {
            return CallFailures.of(e, call.isCanceled(), policy.timeout());
        }
    }

    private Request request(Ask ask, HttpUrl target) {
        Request.Builder request = new Request.Builder()
                .url(target)
                .header("User-Agent", policy.userAgent())
                .header("Accept", ask.want().accept())
                .header("Accept-Encoding", ContentCoding.ACCEPTED)
                .header("Accept-Language", "zh-CN,zh;q=0.9,vi;q=0.8,en;q=0.7,ru;q=0.6");
        ask.known().flatMap(Validators::etag).ifPresent(etag -> request.header("If-None-Match", etag));
        ask.known().flatMap(Validators::lastModified).ifPresent(date -> request.header("If-Modified-Since", date));
        return request.build();
    }

    private FetchOutcome read(Ask ask, Response answer) throws IOException {
        if (answer.code() == 304) {
            return ask.known().filter(known -> !known.isEmpty()).isPresent()
                    ? new FetchOutcome.NotModified(exchange(ask, answer, new Body(new byte[0], false)))
                    : new FetchOutcome.Failed(Cause.BROKEN, "304 to a question without a condition");
        }
        String location = answer.header("Location");
        if (answer.isRedirect() && location != null) return redirected(answer, location);
        MediaType type = answer.body().contentType();
        if (ask.want() != Ask.Want.PICTURE && type != null && type.type().equals("image"))
            return new FetchOutcome.UnaskedPicture();
        BodyReader reader = new BodyReader(policy.limit(ask.want()), ask.want().partWillDo());
        Body body = reader.read(answer.body().source(), ContentCoding.of(answer.headers("Content-Encoding")));
        return new FetchOutcome.Answered(exchange(ask, answer, body));
    }

    private static FetchOutcome redirected(Response answer, String location) {
        HttpUrl next = answer.request().url().resolve(location);
        if (next != null) return new FetchOutcome.Redirected(answer.code(), next.uri());
        Matcher scheme = SCHEME.matcher(location);
        return scheme.lookingAt() && !scheme.group(1).toLowerCase(Locale.ROOT).startsWith("http")
                ? new FetchOutcome.Blocked("redirects to " + scheme.group(1) + ":, which is not the web")
                : new FetchOutcome.Failed(Cause.BROKEN, "redirects to no address at all");
    }

    private static Exchange exchange(Ask ask, Response answer, Body body) {
        Response network = answer.networkResponse() == null ? answer : answer.networkResponse();
        return new Exchange(
                ask.url(),
                Instant.ofEpochMilli(answer.receivedResponseAtMillis()),
                answer.code(),
                entries(network.request().headers()),
                entries(answer.headers()),
                Wiring.peer(network),
                body.truncated(),
                body.bytes());
    }

    private static List<Map.Entry<String, String>> entries(Headers headers) {
        List<Map.Entry<String, String>> entries = new ArrayList<>(headers.size());
        for (int i = 0; i < headers.size(); i++) entries.add(Map.entry(headers.name(i), headers.value(i)));
        return entries;
    }
}
