package org.unlisted.sweep.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.takedown.sighting.Comparison;
import org.unlisted.takedown.sighting.ImageHash;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;
import org.unlisted.takedown.sighting.Region;
import org.unlisted.takedown.sighting.SeenImage;
import org.unlisted.takedown.sighting.Sighting;

class EventLineTest {
    private static final String HASH = "ab".repeat(32);

    private static ListingRef listing() {
        return new ListingRef(
                "market",
                URI.create("http://m.example/1"),
                "出一批\n\"手持\"",
                "zh",
                Optional.of("seller"),
                new OfferFacts(
                        "HANDHELD_ID_SET",
                        OptionalLong.of(8_600),
                        OptionalLong.empty(),
                        Optional.of(new BigDecimal("0.10")),
                        Optional.of("CNY"),
                        Optional.of("PER_PERSON"),
                        Optional.empty(),
                        "一套"));
    }

    static Stream<SweepEvent> everyKindOfEvent() {
        return Stream.of(
                new SweepEvent.Started("s-1", "plan", 2, 8, 24),
                new SweepEvent.Progress("fetch", 1, 3, 10),
                new SweepEvent.Gauge(
                        "market", 2, 312, 3_000, 41.5, 7.25, 9_000_000_000L, Map.of("m.example", 7), Map.of("robots", 3)),
                new SweepEvent.Scanning(40, 1_000, 38, 51, 2, 12.4),
                new SweepEvent.WorkerDied(3, 16, "killed by signal 9", SweepEvent.WorkerDied.Next.AGAIN),
                new SweepEvent.SourceRead("market", 61, 34),
                new SweepEvent.Tracked("market", URI.create("http://m.example/2"), "leaks", Optional.of("NGO"), "LEAK"),
                new SweepEvent.Tracked("market", URI.create("http://m.example/2"), "mine", Optional.empty(), "LEAK"),
                new SweepEvent.OfferSeen(listing(), listing().url(), 4, List.of("contact:QQ:AAAAAAAAAAAAAAAAAAAAAA"), Severity.CONTACT),
                new SweepEvent.ContactsSeen(
                        URI.create("http://m.example/1"), List.of("contact:TELEGRAM:AAAAAAAAAAAAAAAAAAAAAA")),
                new SweepEvent.SightingSeen(new Sighting(
                        "1",
                        "p01",
                        new Comparison(0.7, 0.536, 1e-4, "mobilefacenet-192"),
                        listing(),
                        new SeenImage(
                                URI.create("http://m.example/1.jpg"),
                                HASH,
                                100,
                                80,
                                new Region(1, 2, 3, 4),
                                List.of(new Region(5, 6, 7, 8)),
                                "x.sealed"),
                        Instant.parse("2026-11-22T12:00:00Z"),
                        "y.sealed",
                        List.of(new ImageHash(URI.create("http://m.example/1.jpg"), HASH)))),
                new SweepEvent.Skipped("market", "http://m.example/2", "robots", "robots.txt forbids it"),
                new SweepEvent.Done(1, 2, 3, 4, 5, 6, Map.of("robots", 1), Map.of("leaks", 2), 12.5, 700),
                new SweepEvent.Failed("disk full"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfEvent")
    void aLineBecomesTheSameEvent(SweepEvent event) {
        String line = EventLine.of(event);
        assertThat(line).startsWith("{\"event\":").doesNotContain("\n");
        assertThat(EventLine.event(line)).isEqualTo(event);
    }

    @Test
    void anEndRecordedBeforeThereWereTrackersIsStillRead() {
        String line = EventLine.of(new SweepEvent.Done(1, 2, 3, 4, 5, 6, Map.of(), Map.of(), 12.5, 700));
        SweepEvent read = EventLine.event(line.replace("\"tracked\":{},", ""));
        assertThat(read).isInstanceOfSatisfying(SweepEvent.Done.class, done -> assertThat(done.tracked()).isEmpty());
        assertThat(line).contains("\"tracked\":{},");
    }

    @Test
    void whatWasLeftOutBeforeItsSourceWasToldIsStillRead() {
        String line = "{\"event\":\"skipped\",\"item\":\"a.jpg\",\"reason\":\"truncated\",\"detail\":\"ends early\"}";
        assertThat(EventLine.event(line)).isEqualTo(new SweepEvent.Skipped("", "a.jpg", "truncated", "ends early"));
    }

    @Test
    void queuesKeepTheirOrderOnTheWay() {
        Map<String, Integer> queues = new LinkedHashMap<>();
        queues.put("z.example", 9);
        queues.put("a.example", 3);
        SweepEvent.Gauge gauge = new SweepEvent.Gauge("market", 1, 0, 0, 0, 0, 0, queues, Map.of());
        assertThat(EventLine.event(EventLine.of(gauge)))
                .isInstanceOfSatisfying(
                        SweepEvent.Gauge.class,
                        read -> assertThat(read.queues().keySet()).containsExactly("z.example", "a.example"));
    }

    @Test
    void anOrderArrivesWithItsKeys() {
        SweepOrder order = new SweepOrder(
                "s-1",
                Path.of("/p/plan.yaml"),
                Map.of("MARKET", "http://127.0.0.1:1"),
                Path.of("/w"),
                new SweepOrder.Crawl(
                        Path.of("/x"), Path.of("/y"), Path.of("/h"), true, List.of(URI.create("http://a.example/1")), Path.of("/cat"), "f00d", Optional.of(Path.of("/conf"))),
                Path.of("/e"),
                Path.of("/g"),
                Path.of("/c"),
                Path.of("/m"),
                Path.of("/l"),
                Path.of("/t"),
                Path.of("/s"),
                new SweepKey(new byte[32]),
                new SweepKey(new byte[32]),
                new SweepKey("a key of exactly thirty-two byte".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(EventLine.order(EventLine.of(order))).isEqualTo(order);
    }

    @Test
    void keysNeverShow() {
        SweepKey key = new SweepKey("a key of exactly thirty-two byte".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(key.toString()).doesNotContain("thirty").doesNotContain(key.base64());
        assertThatThrownBy(() -> EventLine.order("{\"sweepId\":\"s\",\"snapshotKey\":\"" + key.base64() + "x\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(key.base64());
    }

    @Test
    void otherLinesAreRefused() {
        assertThatThrownBy(() -> EventLine.event("WARNING: something printed this"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a line of the sweep protocol");
    }
}
