package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.protocol.Content;
import org.apache.nutch.protocol.ProtocolOutput;
import org.apache.nutch.protocol.ProtocolStatus;
import org.unlisted.crawl.capture.CaptureFile;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.Place;
import org.unlisted.crawl.capture.RecordedAnswer;
import org.unlisted.crawl.fetch.CanonicalUrl;
import org.unlisted.crawl.fetch.FetchOutcome;
import org.unlisted.crawl.fetch.Validators;
import org.unlisted.crawl.listing.Extraction.Wall.Kind;

/** Records answers and puts them into Nutch's words: a status whose message is "reason|sentence". */
final class Answers {
    /** For a busy host that does not say how long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Configuration conf;

    Answers(Configuration conf) {
        this.conf = conf;
    }

    /** What to ask a server about an address whose last body is at hand. */
    Optional<Validators> validators(CrawlDatum datum) throws IOException {
        String etag = ListingSchedule.text(datum, Keys.ETAG);
        String modified = ListingSchedule.text(datum, Keys.LAST_MODIFIED);
        String place = ListingSchedule.text(datum, Keys.CAPTURE);
        boolean askable = !place.isEmpty() && !(etag.isEmpty() && modified.isEmpty());
        if (!askable || !CaptureFiles.exists(conf, conf.get(Keys.CAPTURES_AT), Place.parse(place))) return Optional.empty();
        return Optional.of(new Validators(present(etag), present(modified)));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    ProtocolOutput page(URI url, CrawlDatum datum, Exchange exchange, FetchSession session) throws IOException {
        Place place = session.captures.pages().append(exchange, fields(datum));
        session.read(exchange.body().length);
        String origin = CanonicalUrl.origin(url);
        if (exchange.status() != 200) {
            Optional<Kind> wall = WallSigns.of(exchange, Readers.extractor(conf));
            if (wall.isPresent()) return wall(url, wall.get(), "HTTP " + exchange.status(), session);
            if (exchange.status() == 403) session.wall(origin, false);
            return refused(datum, exchange);
        }
        session.open(origin);
        return had(url, datum, exchange, place);
    }

    private static ProtocolOutput wall(URI url, Kind wall, String answer, FetchSession session) {
        session.wall(CanonicalUrl.origin(url), true);
        return failure(ProtocolStatus.ACCESS_DENIED, wall.word(), answer + ": the site refuses");
    }

    /** The body of before, with the server's word that it still holds. */
    ProtocolOutput unchanged(URI url, CrawlDatum datum, Exchange notModified, FetchSession session) throws IOException {
        Place place = Place.parse(ListingSchedule.text(datum, Keys.CAPTURE));
        RecordedAnswer before = CaptureFiles.read(conf, place);
        Exchange known = new Exchange(
                notModified.url(),
                notModified.fetchedAt(),
                200,
                notModified.requestHeaders(),
                notModified.responseHeaders(),
                notModified.peer(),
                false,
                before.body());
        session.captures.pages().appendRevisit(notModified, before);
        session.open(CanonicalUrl.origin(url));
        return had(url, datum, known, place);
    }

    ProtocolOutput picture(URI url, CrawlDatum datum, Exchange exchange, FetchSession session) throws IOException {
        session.read(exchange.body().length);
        if (exchange.status() != 200) return refused(datum, exchange);
        CaptureFile captures = session.captures.pictures();
        Place place = captures.append(exchange, fields(datum));
        put(datum, Keys.LENGTH, Integer.toString(exchange.body().length));
        return new ProtocolOutput(StoredExchange.write(
                url.toString(), exchange, place, StoredExchange.sha256(exchange.body()), conf));
    }

    private ProtocolOutput had(URI url, CrawlDatum datum, Exchange exchange, Place place) {
        Validators validators = Validators.of(exchange);
        put(datum, Keys.ETAG, validators.etag().orElse(""));
        put(datum, Keys.LAST_MODIFIED, validators.lastModified().orElse(""));
        put(datum, Keys.CAPTURE, exchange.truncated() ? "" : place.text());
        put(datum, Keys.LENGTH, Integer.toString(exchange.body().length));
        Content content = StoredExchange.write(
                url.toString(), exchange, place, StoredExchange.sha256(exchange.body()), conf);
        return new ProtocolOutput(content);
    }

    private Map<String, String> fields(CrawlDatum datum) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("hopsFromSeed", Integer.toString(SweepScoring.depth(ListingSchedule.text(datum, Keys.DEPTH)) - 1));
        fields.put("source", conf.get(Keys.SOURCE));
        fields.put("sweep", conf.get(Keys.PASS));
        return fields;
    }

    private static ProtocolOutput refused(CrawlDatum datum, Exchange exchange) {
        int code = exchange.status();
        String detail = "HTTP " + code;
        if (code == 429 || code == 503) {
            Instant until = exchange.fetchedAt().plus(PATIENCE);
            put(datum, Keys.BUSY_UNTIL, Long.toString(until.toEpochMilli()));
            return failure(ProtocolStatus.EXCEPTION, "busy", detail);
        }
        if (code == 404 || code == 410) return failure(ProtocolStatus.NOTFOUND, "not-found", detail);
        if (code == 401) return failure(ProtocolStatus.ACCESS_DENIED, "login", detail);
        if (code == 403 || code == 451) return failure(ProtocolStatus.ACCESS_DENIED, "forbidden", detail);
        if (code < 200) return failure(ProtocolStatus.EXCEPTION, "broken", detail + " to a question that did not ask for it");
        if (code / 100 == 3) return failure(ProtocolStatus.GONE, "broken", detail + " that does not say where to");
        return failure(ProtocolStatus.EXCEPTION, "server-error", detail);
    }

    /** Outcomes that are not kept. */
    ProtocolOutput without(URI url, CrawlDatum datum, FetchOutcome outcome, FetchSession session) {
        return switch (outcome) {
            case FetchOutcome.UnaskedPicture() -> failure(
                    ProtocolStatus.GONE, "scope", "a picture that no offer shows: not read");
            case FetchOutcome.Blocked(String reason) -> failure(ProtocolStatus.ACCESS_DENIED, "address", reason);
            case FetchOutcome.Busy(Instant until, String reason, Optional<Exchange> answer) -> {
                Optional<Kind> wall = answer.flatMap(a -> WallSigns.of(a, Readers.extractor(conf)));
                if (wall.isPresent()) yield wall(url, wall.get(), reason, session);
                put(datum, Keys.BUSY_UNTIL, Long.toString(until.toEpochMilli()));
                yield failure(ProtocolStatus.EXCEPTION, "busy", reason);
            }
            case FetchOutcome.Failed(FetchOutcome.Failed.Cause cause, String reason) -> failure(
                    ProtocolStatus.EXCEPTION,
                    switch (cause) {
                        case TIMEOUT -> "timeout";
                        case CERTIFICATE -> "certificate";
                        case UNREACHABLE -> "unreachable";
                        case BROKEN -> "broken";
                    },
                    reason);
            case FetchOutcome.Answered _, FetchOutcome.NotModified _, FetchOutcome.Redirected _ ->
                throw new IllegalArgumentException("an outcome with an answer, of " + url);
        };
    }

    static ProtocolOutput failure(int code, String reason, String detail) {
        return new ProtocolOutput(null, new ProtocolStatus(code, reason + "|" + detail));
    }

    /** A failure whose sentence begins with what it is about. */
    static ProtocolOutput about(String what, ProtocolOutput failure) {
        ProtocolStatus status = failure.getStatus();
        String message = status.getMessage();
        int bar = message.indexOf('|');
        return failure(status.getCode(), message.substring(0, bar), what + ": " + message.substring(bar + 1));
    }

    /** Why there is no answer; nothing where there is one. */
    static Optional<String> reason(ProtocolOutput output) {
        if (output.getStatus().isSuccess()) return Optional.empty();
        String message = String.valueOf(output.getStatus().getMessage());
        int bar = message.indexOf('|');
        return bar > 0 ? Optional.of(message.substring(0, bar)) : Optional.empty();
    }

    private static void put(CrawlDatum datum, Text key, String value) {
        datum.getMetaData().put(key, new Text(value));
    }
}
