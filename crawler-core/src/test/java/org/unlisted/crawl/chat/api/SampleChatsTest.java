package org.unlisted.crawl.chat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.CommittedReader;
import org.unlisted.crawl.chat.ChatMessage;
import org.unlisted.crawl.chat.ReadFile;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.offer.OfferLabel;
import org.unlisted.crawl.offer.OfferReader;

/** One small export of each format: what is read, what hits, which pictures are there. */
class SampleChatsTest {
    private static final Path CHATS = Path.of("../samples/chats");
    private static Predicate<Listing> hit = listing -> true;

    @BeforeAll
    static void lexicon() throws IOException {
        OfferReader reader = CommittedReader.get();
        hit = listing -> reader.read(listing).stream().anyMatch(o -> o.label() != OfferLabel.NEGATIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    discord                  | discord-chat-exporter     | 10 | 2,5,9           | 1 | 1
                    discord-csv              | discord-chat-exporter-csv | 10 | 2,5             | 0 | 1
                    qq-chat-exporter         | qq-chat-exporter          | 10 | 2,5,7           | 1 | 1
                    qq-chat-exporter-v4      | qq-chat-exporter          | 10 | 2,5,7           | 0 | 1
                    qq-chat-exporter-chunked | qq-chat-exporter-chunked  | 10 | 2,5,7           | 1 | 1
                    qq-txt                   | qq-txt                    | 10 | 2,5,7           | 0 | 0
                    qqnt-export              | qqnt-export               | 10 | 2,5,7           | 0 | 0
                    chatlog                  | chatlog                   | 12 | 2,5,7           | 0 | 0
                    chatlog-csv              | chatlog-csv               | 10 | 2,5,7           | 0 | 0
                    weflow                   | weflow                    | 11 | 2,5,7           | 0 | 0
                    echotrace                | echotrace                 | 11 | 2,5,7           | 0 | 0
                    memotrace                | memotrace-csv             | 11 | 2,5,7           | 0 | 0
                    chatlab                  | chatlab                   | 11 | 2,5,7           | 0 | 0
                    chatlab-jsonl            | chatlab-jsonl             | 11 | 2,5,7           | 0 | 0
                    goofish                  | goofish-monitor           | 8  | 1,2             | 0 | 2
                    ail-feeder               | ail-feeder                | 8  | 2,5,8           | 0 | 0
                    """)
    void readsEveryFormat(String folder, String format, int messages, String hits, int photos, int remote) {
        Exports.All all = Exports.read(CHATS.resolve(folder));
        Exports.All wanted = Exports.read(CHATS.resolve(folder), hit);

        assertThat(all.read().files()).extracting(ReadFile::format).containsOnly(format);
        assertThat(all.read().messages()).isEqualTo(messages);
        assertThat(all.messages()).extracting(ChatMessage::sentAt)
                .allSatisfy(t -> assertThat(t.isEmpty() || t.get().isAfter(Instant.parse("2026-10-13T00:00:00Z"))).isTrue());
        String positions = wanted.ids().stream()
                .map(id -> String.valueOf(all.ids().indexOf(id) + 1))
                .collect(Collectors.joining(","));
        assertThat(positions).isEqualTo(hits);
        assertThat(wanted.messages().stream().mapToInt(m -> m.photos().size())).allMatch(n -> n <= 1);
        assertThat(wanted.messages().stream().mapToInt(m -> m.photos().size()).sum()).isEqualTo(photos);
        assertThat(wanted.messages().stream().mapToInt(m -> m.listing().images().size() - m.photos().size()).sum())
                .isEqualTo(remote);
        assertThat(wanted.messages()).extracting(m -> m.listing().url()).doesNotHaveDuplicates();
    }

    @Test
    void readsAFolderOfManyFormatsAtOnce() {
        Exports.All wanted = Exports.read(CHATS, hit);

        assertThat(wanted.read().files()).extracting(ReadFile::format).contains(
                "telegram-desktop", "discord-chat-exporter", "discord-chat-exporter-csv", "qq-chat-exporter",
                "qq-chat-exporter-chunked", "qq-txt", "qqnt-export", "chatlog", "chatlog-csv", "weflow", "echotrace",
                "memotrace-csv", "chatlab", "chatlab-jsonl", "goofish-monitor", "ail-feeder");
        assertThat(wanted.skipped()).hasSize(3);
    }

    @Test
    void namesThePicturesThatAreMissingFromOffersOnly() {
        assertThat(Exports.read(CHATS.resolve("discord"), hit).skipped())
                .containsExactly("odds-and-ends.json: photo is missing: message: 1290000000000000005");
        assertThat(Exports.read(CHATS.resolve("weflow"), hit).skipped()).isEmpty();
    }

    @Test
    void readsTimesOfAllKinds() {
        List<Instant> times = List.of("discord", "qq-chat-exporter", "qq-txt", "chatlog", "weflow", "memotrace", "chatlab").stream()
                .map(folder -> Exports.read(CHATS.resolve(folder)).messages().getFirst().sentAt().orElseThrow())
                .toList();
        assertThat(times).containsOnly(Instant.parse("2026-10-13T14:00:00Z"));
    }

    @Test
    void keepsPublicVoicesOnlyAsSellers() {
        Exports.All goofish = Exports.read(CHATS.resolve("goofish"));
        assertThat(goofish.messages().getFirst().listing().seller()).isPresent();
        assertThat(goofish.messages().getFirst().listing().priceText()).contains("¥1750");
        assertThat(goofish.messages().getFirst().listing().url()).hasHost("market.goofish.example");
        assertThat(Exports.read(CHATS.resolve("ail-feeder")).messages()).allMatch(m -> m.listing().seller().isPresent());
        for (String group : List.of("discord", "qq-chat-exporter", "qq-txt", "chatlog", "weflow", "chatlab"))
            assertThat(Exports.read(CHATS.resolve(group)).messages()).as(group).allMatch(m -> m.listing().seller().isEmpty());
    }
}
