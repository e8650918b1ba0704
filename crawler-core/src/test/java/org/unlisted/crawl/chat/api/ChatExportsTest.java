package org.unlisted.crawl.chat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.chat.ChatExports;
import org.unlisted.crawl.chat.ChatImport;
import org.unlisted.crawl.chat.ChatMessage;
import org.unlisted.crawl.chat.MessageSink;

class ChatExportsTest {
    @TempDir
    private Path folder;

    private static final String MESSAGE =
            "{\"id\":1,\"type\":\"message\",\"date_unixtime\":\"1790848800\",\"text\":\"出手持\"}";

    private static final String QCE =
            "{\"id\":\"7\",\"timestamp\":1790848800000,\"sender\":{\"uin\":\"1\"},\"content\":{\"text\":\"出手持\"}}";

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void readsTheGoodOnesOfAFolderAndNamesTheOthers() throws IOException {
        write("tg/result.json", "{\"name\":\"g\",\"id\":5,\"messages\":[" + MESSAGE + "]}");
        write("tg/photos/a.jpg", "not looked at");
        write("notes.txt", "buy milk");
        write("settings.json", "{\"theme\":\"dark\",\"fontSize\":12}");
        write("old.html", "<!doctype html>");
        write("older.html", "<!doctype html>");
        write("messages.csv", "a,b\n1,2\n");

        Exports.All read = Exports.read(folder);

        assertThat(read.read().files()).singleElement().satisfies(f -> assertThat(f.file()).isEqualTo("tg/result.json"));
        assertThat(read.texts()).containsExactly("出手持");
        assertThat(read.skipped()).hasSize(4)
                .anyMatch(s -> s.contains("messages.csv") && s.contains("found columns a, b"))
                .anyMatch(s -> s.contains("notes.txt") && s.contains("export the chat again as JSON"))
                .anyMatch(s -> s.contains("HTML export") && s.endsWith("old.html, older.html"))
                .anyMatch(s -> s.contains("settings.json") && s.contains("found keys theme, fontSize; expected messages or chats"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    chat.html  | <html>             | HTML export
                    chat.xlsx  | PK\3\4x            | Excel
                    chat.zip   | PK\3\4x            | unpack it
                    chat.json  | PK\3\4x            | unpack it
                    MSG.db     | anything           | no database is opened
                    MSG.dat    | SQLite format 3    | database
                    chat.pdf   | %PDF-1.7           | PDF
                    chat.json  | 7                  | neither an object nor a list
                    chat.jsonl | 7                  | no chat export that is known
                    """)
    void refusesOtherKindsByName(String name, String start, String why) throws IOException {
        String reason = Exports.refused(write(name, start));
        assertThat(reason).startsWith(name);
        if (why.equals("no database is opened")) assertThat(reason).contains("none is opened or decrypted");
        else assertThat(reason).contains(why);
    }

    @Test
    void refusesWhatIsEncrypted() throws IOException {
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) noise[i] = (byte) (i * 131);
        Path file = Files.write(folder.resolve("messages.bin"), noise);
        assertThat(Exports.refused(file)).contains("perhaps an encrypted database");
    }

    @Test
    void readsAnUnknownVersionByKnownFieldsAndSaysSo() throws IOException {
        String chatlab = "{\"chatlab\":{\"version\":\"%s\"},\"meta\":{\"name\":\"n\",\"platform\":\"qq\"},\"messages\":["
                + "{\"sender\":\"1\",\"accountName\":\"a\",\"timestamp\":1790848800,\"type\":0,\"content\":\"出手持\"}]}";
        Exports.All newer = Exports.read(write("a.json", chatlab.formatted("3.0")));
        assertThat(newer.texts()).containsExactly("出手持");
        assertThat(newer.skipped()).containsExactly("a.json: chatlab version 3.0 not known; read by the fields of a known one");
        assertThat(Exports.read(write("b.json", chatlab.formatted("0.0.3"))).skipped()).isEmpty();

        Exports.All qce = Exports.read(write("c.json",
                "{\"metadata\":{\"version\":\"7.1.0\"},\"chatInfo\":{\"name\":\"n\"},\"messages\":[" + QCE + "]}"));
        assertThat(qce.skipped()).singleElement().asString().contains("qq-chat-exporter version 7.1.0 not known");
        assertThat(qce.read().files().getFirst().version()).contains("7.1.0");
    }

    @Test
    void readsMessagesUnderAnUnknownRootAndSaysSo() throws IOException {
        Exports.All read = Exports.read(write("x.json", "{\"export\":{\"dialogs\":[{\"name\":\"g\",\"id\":5,\"messages\":[" + MESSAGE + "]}]}}"));

        assertThat(read.texts()).containsExactly("出手持");
        assertThat(read.skipped()).containsExactly("x.json: messages at an unknown place, read all the same");
    }

    @Test
    void neverReadsNothingInSilence() throws IOException {
        assertThat(Exports.refused(write("a.json", "{\"name\":\"g\",\"id\":5,\"messages\":[{\"id\":\"x\"},{\"id\":\"y\"}]}")))
                .contains("no message that could be read, 2 not understood").contains("found keys name, id, messages");
        assertThat(Exports.refused(write("b.json", "{\"messages\":[{\"a\":1},{\"a\":2}]}"))).contains("2 items not understood");
        assertThat(Exports.refused(write("c.json", "{\"name\":\"g\",\"id\":5,\"messages\":[]}")))
                .contains("its list of messages is empty; found keys name, id, messages");
        assertThat(Exports.refused(write("c2.json", "{\"name\":\"g\",\"id\":5,\"messages\":[7,null,{\"type\":\"message\"}]}")))
                .contains("no message that could be read");
        assertThat(Exports.refused(write("_chat.txt", "[01.10.26, 10:00:00] Anna: hello\n"))).contains("of text files only QQ's own record");
        assertThat(Exports.refused(write("page.json", "<!DOCTYPE html><html>"))).contains("HTML export");
        assertThat(Exports.refused(write("d.csv", "Time,SenderName,Sender,TalkerName,Talker,Content\n"))).contains("no message");
        assertThat(Exports.refused(write("e.txt", "消息记录（此消息记录为文本格式，不支持重新导入）\n"))).contains("has no message");
        assertThat(Exports.read(write("f.json", "{\"name\":\"g\",\"id\":5,\"messages\":[{\"id\":1,\"type\":\"service\",\"date\":\"2026-10-01T10:00:00\"}]}"))
                .skipped()).containsExactly("f.json: no message in it says anything");
        assertThat(Exports.refused(folder.resolve("g"))).contains("no such file");
        assertThat(Exports.refused(Files.createDirectory(folder.resolve("h")))).contains("h has no chat export in it");
    }

    @Test
    void namesAFewOddMessagesAndCountsTheOthers() throws IOException {
        StringBuilder json = new StringBuilder("{\"name\":\"g\",\"id\":5,\"messages\":[" + MESSAGE);
        for (int i = 0; i < 100; i++) json.append(",{\"id\":\"odd").append(i).append("\"}");
        assertThat(Exports.read(write("a.json", json + "]}")).skipped())
                .containsExactly("a.json: message without a number: odd0, odd1, odd2, odd3, odd4 and 95 more");
    }

    @Test
    void readsChunksByTheManifestOfAnyVersionAndThoseItForgets() throws IOException {
        for (String entry : List.of("\"file\":\"chunks/c1.jsonl\"", "\"file\":\"c1.jsonl\"", "\"relativePath\":\"chunks/c1.jsonl\"", "\"fileName\":\"c1.jsonl\"")) {
            String senders = "{\"uid\":\"u\",\"name\":\"n\"},".repeat(5000);
            write("manifest.json", "{\"metadata\":{\"version\":\"5.5.1\"},\"chatInfo\":{\"name\":\"大群\"},\"statistics\":{\"senders\":["
                    + senders + "{}]},\"chunked\":{\"format\":\"jsonl\",\"chunksDir\":\"chunks\",\"chunks\":[{" + entry + "}]}}");
            write("chunks/c1.jsonl", QCE + "\n");
            write("avatars.json", "{}");
            Exports.All read = Exports.read(folder);
            assertThat(read.texts()).as(entry).containsExactly("出手持");
            assertThat(read.messages().getFirst().chat()).isEqualTo("大群");
            assertThat(read.skipped()).as(entry).isEmpty();
            assertThat(Exports.read(folder.resolve("manifest.json")).texts()).hasSize(1);
        }
        write("chunks/c2.jsonl", QCE + "\n");
        assertThat(Exports.read(folder).skipped()).containsExactly("manifest.json: not in the manifest, read all the same: chunk: c2.jsonl");
        write("manifest.json", "{\"metadata\":{\"version\":\"5.5.1\"},\"chatInfo\":{},\"chunked\":{\"parts\":7}}");
        assertThat(Exports.read(folder).texts()).hasSize(2);
        write("manifest.json", "{\"chatInfo\":{},\"chunked\":{\"chunks\":[{\"file\":\"../../etc/passwd\"},{\"file\":\"chunks/gone.jsonl\"}]}}");
        assertThat(Exports.read(folder).skipped())
                .contains("manifest.json: chunk leads out of the export: ../../etc/passwd", "manifest.json: chunk is missing: chunks/gone.jsonl");
    }

    @Test
    void passesOverWhatBelongsToAnExportAndNamesTheRest() throws IOException {
        write("tg/result.json", "{\"name\":\"g\",\"id\":5,\"messages\":[" + MESSAGE + "]}");
        write("tg/messages2.html", "<html>");
        write("tg/chats/chat_01/messages.html", "<html>");
        write("tg/files/sent.json", "{\"a\":1}");
        write("dce/market.json", "{\"guild\":{},\"channel\":{},\"messages\":[{\"id\":\"1\",\"timestamp\":\"2026-10-01T10:00:00Z\",\"author\":{},\"content\":\"x\"}]}");
        write("dce/market.html", "<html>");
        write("dce/market.json_Files/notes.txt", "sent");
        assertThat(Exports.read(folder).skipped()).isEmpty();

        write("dce/other.html", "<html>");
        write("files/alone.json", "{\"a\":1}");
        assertThat(Exports.read(folder).skipped()).hasSize(2)
                .anyMatch(s -> s.endsWith("dce/other.html"))
                .anyMatch(s -> s.endsWith("files/alone.json"));
    }

    @Test
    void readsTheCardsOfBots() throws IOException {
        Exports.All read = Exports.read(write("d.json", "{\"guild\":{},\"channel\":{\"id\":\"1\",\"name\":\"c\"},\"messages\":["
                + "{\"id\":\"1\",\"type\":\"Default\",\"timestamp\":\"2026-10-01T10:00:00Z\",\"author\":{\"isBot\":true},\"content\":\"\",\"embeds\":["
                + "{\"title\":\"Stock\",\"description\":\"\",\"image\":{\"url\":\"https://x.example/1.png\"},\"images\":[{\"url\":\"https://x.example/1.png\"},{\"url\":\"https://x.example/2\"}],"
                + "\"fields\":[{\"name\":\"Price\",\"value\":\"$4 each\"}],\"footer\":{\"text\":\"dm me\"}}]}]}"));

        assertThat(read.texts()).containsExactly("Stock\nPrice: $4 each\ndm me");
        assertThat(read.messages().getFirst().listing().images()).hasSize(2);
    }

    @Test
    void readsWhatIsForwardedInOneMessageOfQq() throws IOException {
        String inner = "{\"type\":\"forward\",\"data\":{\"messages\":[{\"sender\":{\"name\":\"b\"},\"content\":{\"text\":\"deep\",\"elements\":[]}}]}}";
        Exports.All read = Exports.read(write("q.json", "{\"chatInfo\":{\"name\":\"n\"},\"messages\":[{\"id\":\"1\",\"timestamp\":1790848800000,\"sender\":{},\"content\":{\"text\":\"[转发消息: 2条]\",\"elements\":["
                + "{\"type\":\"forward\",\"data\":{\"messages\":[{\"content\":{\"text\":\"出手持\"}},{\"content\":{\"text\":\"[转发消息]\",\"elements\":[" + inner + "]}}]}}]}}]}"));

        assertThat(read.texts()).containsExactly("[转发消息: 2条]\n出手持\n[转发消息]\ndeep");
    }

    @Test
    void readsWhatIsSharedInWeChatAndNotWhatIsAnswered() throws IOException {
        Exports.All read = Exports.read(write("c.json", """
                [{"seq":1,"time":"2026-10-01T18:00:00+08:00","talker":"1@chatroom","type":49,"subType":5,"content":"","contents":{"title":"手持出售","desc":"看货","url":"https://x.example"}},
                 {"seq":2,"time":"2026-10-01T18:00:00+08:00","talker":"1@chatroom","type":49,"subType":19,"content":"","contents":{"title":"群聊的聊天记录","desc":"a: 出...",
                  "recordInfo":{"DataList":{"Count":2,"DataItems":[{"DataType":"1","SourceName":"a","DataDesc":"出手持"},{"DataType":"2","DataDesc":""}]}}}},
                 {"seq":3,"time":"2026-10-01T18:00:00+08:00","talker":"1@chatroom","type":49,"subType":57,"content":"骗子","contents":{"refer":{"content":"出手持"}}}]"""));

        assertThat(read.texts()).containsExactly("手持出售\n看货", "群聊的聊天记录\n出手持", "骗子");
    }

    @Test
    void readsWhatWeFlowAddsToChatLab() throws IOException {
        write("images/1.jpg", "x");
        Exports.All read = Exports.read(write("w.jsonl", """
                {"_type":"chatlab","version":"0.0.2"}
                {"_type":"meta","name":"群","platform":"wechat"}
                {"_type":"message","sender":"a","timestamp":1790848800,"type":1,"content":"[图片]","mediaPath":"images/1.jpg"}
                """));

        assertThat(read.skipped()).isEmpty();
        assertThat(read.messages().getFirst().chat()).isEqualTo("群");
        assertThat(read.messages().getFirst().photos()).hasSize(1);
    }

    @Test
    void aBrokenLineCostsNoOther() throws IOException {
        Exports.All read = Exports.read(write("c.jsonl", QCE + "\n{\"id\":\"8\",\n[]\n\n" + QCE.replace("\"7\"", "\"9\"") + "\n" + QCE.substring(0, 40)));

        assertThat(read.ids()).containsExactly("7", "9");
        assertThat(read.format()).isEqualTo("qq-chat-exporter-chunked");
        assertThat(read.skipped()).containsExactly("c.jsonl: no readable JSON object, left out: line: 2, 3, 6");
    }

    @Test
    void tellsLinesFromADocumentByItsTextNotItsName() throws IOException {
        assertThat(Exports.read(write("lines.json", QCE + "\n" + QCE + "\n")).messages()).hasSize(2);
        assertThat(Exports.read(write("one.json", "[" + QCE + "]")).messages()).hasSize(1);
    }

    @Test
    void takesTheAuthorsOwnWordsOnly() throws IOException {
        String quote = "出手持[三张],\\n整包";
        Exports.All qq = Exports.read(write("q.json", "{\"chatInfo\":{\"name\":\"n\"},\"messages\":["
                + "{\"id\":\"1\",\"timestamp\":1790848800000,\"sender\":{},\"content\":{\"text\":\"[回复 : " + quote + "]\\n别发了\",\"elements\":[{\"type\":\"reply\",\"data\":{\"content\":\"" + quote + "\"}}]}},"
                + "{\"id\":\"2\",\"timestamp\":1790848800000,\"sender\":{},\"content\":{\"text\":\"[回复 阿木: 出手持]\\n报警\"}},"
                + "{\"id\":\"3\",\"timestamp\":1790848800000,\"sender\":{},\"recalled\":true,\"content\":{\"text\":\"[新货] 出手持\"}},"
                + "{\"id\":\"4\",\"timestamp\":1790848800000,\"sender\":{},\"system\":true,\"content\":{\"text\":\"x\"}}]}"));
        assertThat(qq.texts()).containsExactly("别发了", "报警", "[新货] 出手持");

        Exports.All discord = Exports.read(write("d.json", "{\"guild\":{},\"channel\":{\"id\":\"1\",\"name\":\"c\"},\"messages\":["
                + "{\"id\":\"1\",\"type\":\"Default\",\"timestamp\":\"2026-10-01T10:00:00+02:00\",\"author\":{},\"content\":\"mine\",\"forwardedMessage\":{\"content\":\"theirs\"}},"
                + "{\"id\":\"2\",\"type\":\"Default\",\"timestamp\":\"2026-10-01T10:00:00+02:00\",\"author\":{},\"content\":\"\",\"forwardedMessage\":{\"content\":\"passed on\"}},"
                + "{\"id\":\"3\",\"type\":\"Default\",\"timestamp\":\"2026-10-01T10:00:00+02:00\",\"author\":{\"isBot\":true},\"content\":\"\",\"embeds\":[{\"title\":\"t\",\"description\":\"d\"}]},"
                + "{\"id\":\"4\",\"type\":\"ChannelPinnedMessage\",\"timestamp\":\"2026-10-01T10:00:00+02:00\",\"author\":{},\"content\":\"Pinned a message.\"}]}"));
        assertThat(discord.texts()).containsExactly("mine", "passed on", "t\nd");
        assertThat(discord.messages().getFirst().sentAt()).contains(Instant.parse("2026-10-01T08:00:00Z"));
    }

    @Test
    void readsTablesWithLineBreaksQuotesAndOpenQuotes() throws IOException {
        Exports.All read = Exports.read(write("m.csv", "Time,SenderName,Sender,TalkerName,Talker,Content\r\n"
                + "2026-10-01 10:00:00,a,w,\"群 \"\"一\"\"\",1@chatroom,\"line 1\r\nline 2, and more\"\r\n"
                + "2026-10-01 10:00:01,a,w,群,1@chatroom,\"never closed\r\n"
                + "2026-10-01 10:00:02,a,w,群,1@chatroom,after it\r\n"
                + "2026-10-01 10:00:03\r\n"));

        assertThat(read.texts()).containsExactly("line 1\nline 2, and more", "never closed", "after it");
        assertThat(read.messages().getFirst().chat()).isEqualTo("群 \"一\"");
        assertThat(read.messages().getFirst().sentAt()).contains(Instant.parse("2026-10-01T02:00:00Z"));
        assertThat(read.skipped()).containsExactly(
                "m.csv: a quote is not closed or the row too long, read in part: line: 4",
                "m.csv: message with too few columns: #4");
    }

    @Test
    void readsEveryEncodingThatIsMarkedOrPlain() throws IOException {
        String json = "{\"name\":\"群\",\"id\":5,\"messages\":[" + MESSAGE + "]}";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("bom.json"), ("\uFEFF" + json).getBytes(charset));
            assertThat(Exports.read(file).texts()).as(charset.name()).containsExactly("出手持");
        }
        String csv = "Time,SenderName,Sender,TalkerName,Talker,Content\n2026-10-01 10:00:00,a,w,群,1,出手持\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            Path file = Files.write(folder.resolve("t.csv"), csv.getBytes(charset));
            assertThat(Exports.read(file).texts()).as(charset.name()).containsExactly("出手持");
        }
    }

    @Test
    void aFailingJudgeCostsOneMessage() throws IOException {
        Path file = write("a.json", "{\"name\":\"g\",\"id\":5,\"messages\":[" + MESSAGE + ","
                + MESSAGE.replace("\"id\":1", "\"id\":2") + "," + MESSAGE.replace("\"id\":1", "\"id\":3") + "]}");
        List<ChatMessage> got = new ArrayList<>();

        ChatImport read = new ChatExports().read(file, listing -> {
            if (listing.itemId().orElseThrow().equals("1")) throw new IllegalStateException("odd words");
            if (listing.itemId().orElseThrow().equals("2")) throw new StackOverflowError();
            return true;
        }, got::add);

        assertThat(got).extracting(m -> m.listing().itemId().orElseThrow()).containsExactly("3");
        assertThat(((ChatImport.Read) read).skipped()).containsExactly("a.json: could not be judged, message: 1, 2");
    }

    @Test
    void saysHowFarItIs() throws IOException {
        Path file = write("a.json", "{\"name\":\"g\",\"id\":5,\"messages\":[" + MESSAGE + "]}");
        List<Long> seen = new ArrayList<>();

        new ChatExports().read(file, listing -> true, new MessageSink() {
            @Override
            public void message(ChatMessage message) {}

            @Override
            public void progress(String name, long read, long total) {
                assertThat(total).isGreaterThanOrEqualTo(read);
                seen.add(read);
            }
        });

        assertThat(seen.getLast()).isEqualTo(Files.size(file));
    }
}
