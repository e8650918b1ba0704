package org.unlisted.crawl.chat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.chat.ChatMessage;

class TelegramDesktopTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void photos() throws IOException {
        Files.createDirectories(folder.resolve("photos"));
        for (String name : List.of("a.jpg", "b.jpg")) Files.write(folder.resolve("photos").resolve(name), new byte[] {1});
    }

    @Test
    void readsTextsPhotosAndTimesOfASingleChat() throws IOException {
        Exports.All read = read("""
                {"name":"料子群","type":"private_supergroup","id":1234567890,"messages":[
                 {"id":1,"type":"service","date":"2026-10-01T09:00:00","date_unixtime":"1790845200","action":"create_group","actor":"x"},
                 {"id":2,"type":"message","date":"2026-10-01T10:00:00","date_unixtime":"1790848800","from":null,"from_id":"user7",
                  "photo":"photos/a.jpg","width":800,"height":600,
                  "text":["戴口罩人脸 ",{"type":"bold","text":"一张1毛5"}," 满5万张8折"],"text_entities":[],
                  "reactions":[{"type":"emoji","count":2,"emoji":"👍","recent":[{"from":"y","from_id":"user9"}]}]},
                 {"id":3,"type":"message","date":"2026-10-01T10:00:05","date_unixtime":"1790848805","from":"z","from_id":"user8",
                  "photo":"(File not included. Change data exporting settings to download.)","text":"早"},
                 {"id":4,"type":"message","date":"2026-10-01T10:01:00","from":"z","from_id":"user8","file":"photos/b.jpg",
                  "mime_type":"image/png","text":""}]}""");

        assertThat(read.read().files().getFirst().chat()).isEqualTo("料子群");
        assertThat(read.format()).isEqualTo("telegram-desktop");
        assertThat(read.skipped()).isEmpty();
        assertThat(read.messages()).extracting(m -> m.listing().text()).containsExactly("戴口罩人脸 一张1毛5 满5万张8折", "早", "");
        ChatMessage offer = read.messages().getFirst();
        assertThat(offer.listing().url()).isEqualTo(URI.create("chat:telegram/1234567890/2"));
        assertThat(offer.listing().images()).containsExactly(URI.create("chat:telegram/1234567890/2?photo=1"));
        assertThat(offer.photos()).containsExactly(folder.resolve("photos/a.jpg"));
        assertThat(offer.sentAt()).contains(Instant.ofEpochSecond(1790848800));
        assertThat(offer.listing().language()).isEqualTo("zh");
        assertThat(offer.listing().seller()).isEmpty();
        assertThat(read.messages().get(1).photos()).isEmpty();
        assertThat(read.messages().get(2).sentAt()).contains(Instant.parse("2026-10-01T10:01:00Z"));
    }

    @Test
    void readsAWholeAccountsExport() throws IOException {
        Exports.All read = read("""
                {"about":"…","personal_information":{"user_id":1,"first_name":"x"},"contacts":{"list":[{"first_name":"c"}]},
                 "chats":{"about":"…","list":[
                  {"name":"A","type":"public_channel","id":11,"username":"mianju01","messages":[{"id":1,"type":"message","date_unixtime":"1790848800","from_id":"channel11","text":"a"}]},
                  {"name":"B","type":"private_group","id":12,"messages":[{"id":1,"type":"message","date_unixtime":"1790848800","text":"b"}]}]},
                 "left_chats":{"about":"…","list":[]}}""");

        assertThat(read.messages()).extracting(m -> m.listing().url().toString())
                .containsExactly("https://t.me/mianju01/1", "chat:telegram/12/1");
        assertThat(read.messages().getFirst().listing().seller().orElseThrow().handle()).contains("channel11");
        assertThat(read.read().files().getFirst().chat()).isEqualTo("2 chats");
    }

    @Test
    void putsAnAlbumTogetherUnderItsWords() throws IOException {
        Exports.All read = read("""
                {"name":"g","id":5,"messages":[
                 {"id":8,"type":"message","date_unixtime":"1790848800","from_id":"user1","photo":"photos/a.jpg","text":""},
                 {"id":9,"type":"message","date_unixtime":"1790848800","from_id":"user1","photo":"photos/b.jpg","text":"出手持"},
                 {"id":10,"type":"message","date_unixtime":"1790848800","from_id":"user2","photo":"photos/b.jpg","text":""}]}""");

        assertThat(read.messages()).extracting(m -> m.listing().itemId().orElseThrow()).containsExactly("9", "10");
        assertThat(read.messages().getFirst().photos()).hasSize(2);
        assertThat(read.messages().getFirst().listing().images()).extracting(URI::toString)
                .containsExactly("chat:telegram/5/9?photo=1", "chat:telegram/5/9?photo=2");
    }

    @Test
    void refusesPhotosOutsideOfTheExport(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.write(elsewhere.resolve("secret.jpg"), new byte[] {1});
        Files.createSymbolicLink(folder.resolve("photos/link.jpg"), secret);
        Exports.All read = read("""
                {"name":"g","id":5,"messages":[
                 {"id":1,"type":"message","date_unixtime":"1790848800","photo":"../../etc/passwd","text":"x"},
                 {"id":2,"type":"message","date_unixtime":"1790848801","photo":"%s","text":"y"},
                 {"id":3,"type":"message","date_unixtime":"1790848802","photo":"photos/link.jpg","text":"z"},
                 {"id":4,"type":"message","date_unixtime":"1790848803","photo":"photos/gone.jpg","text":"w"}]}""".formatted(secret));

        assertThat(read.messages()).hasSize(4).allMatch(m -> m.photos().isEmpty());
        assertThat(read.skipped()).containsExactly(
                "result.json: photo leads out of the export: message: 1, 2, 3",
                "result.json: photo is missing: message: 4");
    }

    @Test
    void livesWithEscapesThatAreNoJsonAndNamesOddMessages() throws IOException {
        Exports.All read = read("""
                {"name":"g","id":5,"messages":[7,null,{"id":"abc","type":"message"},{"id":2,"type":"message","date":"soon","text":"x"},
                 {"id":3,"type":"message","date_unixtime":"1790848800","text":"a\\x01b"},
                 {"id":4,"type":"message","date_unixtime":"1790848800","text":[{"type":"custom_emoji","text":"c",
                   "document_id": video_files/sticker (2).webm
                  },"d"]},
                 {"id":5,"type":"message","date_unixtime":"1790848800","text":[{"type":"custom_emoji","text":"e",
                   "document_id": 5368324170671202286},{"text":"f","document_id": (File not included. Change data exporting settings to download.)
                  }]}]}""");

        assertThat(read.texts()).containsExactly("x", "a\u0001b", "cd", "ef");
        assertThat(read.messages().getFirst().sentAt()).isEmpty();
        assertThat(read.skipped()).containsExactly(
                "result.json: message not understood: ?, ?",
                "result.json: message without a number: abc",
                "result.json: no readable date in message: 2");
    }

    @Test
    void keepsTheWordsOfWhatIsForwarded() throws IOException {
        Exports.All read = read("""
                {"name":"g","id":5,"messages":[{"id":1,"type":"message","date_unixtime":"1790848800","from_id":"user7",
                 "forwarded_from":"somebody","forwarded_from_id":"user9","text":"出手持"}]}""");

        assertThat(read.texts()).containsExactly("出手持");
    }

    @Test
    void keepsWhatCameBeforeTheBreakOfATruncatedExport() throws IOException {
        Exports.All read = read("""
                {"name":"g","id":5,"messages":[{"id":1,"type":"message","date_unixtime":"1790848800","text":"x"},{"id":2,"ty""");

        assertThat(read.messages()).hasSize(1);
        assertThat(read.skipped()).singleElement().asString().contains("result.json: broke off at line 1");
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        assertThat(Exports.refused(folder.resolve("gone.json"))).contains("no such file: gone.json");
        for (String other : List.of("[]", "{\"a\":1}", "no json", "", "7", "{\"name\":\"g\",\"id\":5,\"messages\":[]}")) {
            Files.writeString(folder.resolve("result.json"), other);
            assertThat(Exports.refused(folder)).as(other).contains("result.json");
        }
    }

    @Test
    void dropsUnwantedMessagesOfALongExportOnTheWay() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("result.json"))) {
            out.write("{\"name\":\"g\",\"id\":5,\"messages\":[");
            for (int i = 1; i <= 50_000; i++)
                out.write((i > 1 ? "," : "") + "{\"id\":" + i + ",\"type\":\"message\",\"date_unixtime\":\"1790848800\",\"text\":\""
                        + (i % 10_000 == 0 ? "出手持" : "闲聊".repeat(20)) + "\"}");
            out.write("]}");
        }

        Exports.All read = Exports.read(folder, listing -> listing.text().contains("手持"));

        assertThat(read.read().messages()).isEqualTo(50_000);
        assertThat(read.ids()).containsExactly("10000", "20000", "30000", "40000", "50000");
    }

    private Exports.All read(String json) throws IOException {
        Files.writeString(folder.resolve("result.json"), json);
        return Exports.read(folder.resolve("result.json"));
    }
}
