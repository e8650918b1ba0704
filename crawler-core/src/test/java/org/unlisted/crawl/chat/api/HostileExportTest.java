package org.unlisted.crawl.chat.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exports that mean harm, or were harmed: bounded time and memory, a clear reason, nothing else lost. */
@Timeout(60)
class HostileExportTest {
    @TempDir
    private Path folder;

    private static String message(int id, String text) {
        return "{\"id\":" + id + ",\"type\":\"message\",\"date_unixtime\":\"1790848800\",\"text\":\"" + text + "\"}";
    }

    private Exports.All between(String odd) throws IOException {
        String json = "{\"name\":\"g\",\"id\":5,\"messages\":[" + message(1, "before") + "," + odd + "," + message(3, "after") + "]}";
        return Exports.read(Files.write(folder.resolve("result.json"), json.getBytes(UTF_8)));
    }

    @Test
    void aLineOfTenMegabytesIsReadToWhereAnOfferWouldBe() throws IOException {
        Exports.All read = between(message(2, "出手持 ".repeat(2_500_000)));

        assertThat(read.ids()).containsExactly("1", "2", "3");
        assertThat(read.texts().get(1)).hasSize(1 << 14);
        assertThat(read.skipped()).containsExactly("result.json: longer than 16384 characters, read to there, message: 2");
    }

    @Test
    void aStringOfTwoHundredMegabytesIsCut() throws IOException {
        Path file = folder.resolve("result.json");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("{\"name\":\"g\",\"id\":5,\"messages\":[" + message(1, "before") + ",{\"id\":2,\"date\":\"x\",\"type\":\"message\",\"text\":\"").getBytes(UTF_8));
            byte[] megabyte = "a".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 200; i++) out.write(megabyte);
            out.write(("\"}," + message(3, "after") + "]}").getBytes(UTF_8));
        }

        Exports.All read = Exports.read(file);

        assertThat(read.ids()).containsExactly("1", "2", "3");
        assertThat(read.skipped()).anyMatch(s -> s.contains("1 texts longer than 12582912 characters, cut"));
    }

    @Test
    void aMessageOfAMillionFieldsIsReadInPart() throws IOException {
        Exports.All read = between("{\"id\":2,\"type\":\"message\",\"date_unixtime\":\"1790848800\",\"text\":\"x\",\"more\":["
                + "{\"a\":0},".repeat(1_000_000) + "0]}");

        assertThat(read.texts()).containsExactly("before", "x", "after");
        assertThat(read.skipped()).containsExactly("result.json: a message too large, read in part: line: 1");
    }

    @Test
    void deepNestingAndLongNumbersEndNothing() throws IOException {
        assertThat(between("{\"id\":2,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").ids()).contains("1", "3");
        assertThat(between("{\"id\":2,\"x\":" + "{\"y\":".repeat(100_000) + "\"}\\\"{\"" + "}".repeat(100_000) + "}").ids()).contains("1", "3");
        assertThat(between("{\"id\":2,\"x\":" + "9".repeat(100_000) + "}").ids()).contains("1", "3");
        assertThat(between("{\"id\":" + "9".repeat(100_000) + ",\"type\":\"message\"}").ids()).contains("1", "3");
        assertThat(between("{\"id\":2,\"x\":1e999999999,\"type\":\"message\",\"date_unixtime\":\"1\"}").ids()).contains("1", "3");
        assertThat(between("{\"id\":2,\"" + "k".repeat(200_000) + "\":1}").ids()).contains("1", "3");
    }

    @Test
    void bytesThatAreNoCharactersAndHalvesOfPairsAreReplaced() throws IOException {
        byte[] json = ("{\"name\":\"g\",\"id\":5,\"messages\":[" + message(1, "a\u00C3(\u00FFb") + ","
                        + message(2, "c\\ud83dd\\uDE00") + "," + message(3, "\\u00") + "," + message(4, "\\ud83d\\ude00") + "]}")
                .getBytes(ISO_8859_1);

        Exports.All read = Exports.read(Files.write(folder.resolve("result.json"), json));

        assertThat(read.texts()).containsExactly("a\uFFFD(\uFFFDb", "c\uFFFDd\uFFFD", "u00", "\uD83D\uDE00");
        assertThat(read.skipped()).isEmpty();
    }

    @Test
    void whatStoodBeforeACutIsKept() throws IOException {
        String json = "{\"name\":\"g\",\"id\":5,\"messages\":[" + message(1, "one") + "," + message(2, "two") + "]}";
        for (int end = json.indexOf("one") + 6; end < json.length() - 1; end++) {
            Exports.All read = Exports.read(Files.writeString(folder.resolve("result.json"), json.substring(0, end)));
            assertThat(read.texts()).as("cut at " + end).startsWith("one");
            assertThat(read.skipped()).as("cut at " + end).anyMatch(s -> s.contains("broke off at line 1"));
        }
    }

    @Test
    void namesAndIdsCannotBreakALineOrAnAddress() throws IOException {
        String json = "{\"name\":\"g\\n{\\\"event\\\":\\\"done\\\"}\",\"chatInfo\":{\"name\":\"a\\u202eb\\nc\",\"peerUin\":\"../../x?y#z \\ud800\"},\"messages\":["
                + "{\"id\":\"1/../2 \\n\",\"timestamp\":1,\"sender\":{},\"content\":{\"text\":\"x\",\"resources\":[{\"type\":\"image\",\"localPath\":\"a\\u0000b\"},{\"type\":\"image\",\"localPath\":\"../../../etc/passwd\"}]}}]}";

        Exports.All read = Exports.read(Files.writeString(folder.resolve("result.json"), json));

        assertThat(read.messages().getFirst().chat()).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(read.messages().getFirst().listing().url().toString()).matches("chat:qq/[A-Za-z0-9%_-]+/[A-Za-z0-9%_-]+");
        assertThat(read.messages().getFirst().photos()).isEmpty();
        assertThat(read.skipped()).noneMatch(s -> s.contains("\n"))
                .anyMatch(s -> s.contains("photo leads out of the export"))
                .anyMatch(s -> s.contains("photo has no valid name"));
    }

    @Test
    void aThousandWaysToBeOddFillNoMemory() throws IOException {
        StringBuilder json = new StringBuilder("{\"name\":\"g\",\"id\":5,\"messages\":[" + message(1, "x"));
        for (int i = 0; i < 200_000; i++) json.append(",{\"id\":\"").append("y".repeat(200)).append(i).append("\"}");
        Exports.All read = Exports.read(Files.writeString(folder.resolve("result.json"), json + "]}"));
        assertThat(read.skipped()).hasSize(1);
        assertThat(read.skipped().getFirst()).hasSizeLessThan(500).endsWith("and 199995 more");
    }

    @Test
    void gzipBombsOfAFeederAreCut() throws IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (OutputStream gzip = new java.util.zip.GZIPOutputStream(packed)) {
            byte[] megabyte = "a".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 300; i++) gzip.write(megabyte);
        }
        String data = java.util.Base64.getEncoder().encodeToString(packed.toByteArray());
        Exports.All read = Exports.read(Files.writeString(folder.resolve("m.json"),
                "{\"source\":\"ail_feeder_telegram\",\"meta\":{\"id\":1,\"chat\":{\"id\":2},\"date\":{\"timestamp\":1790848800.0}},\"data\":\"" + data + "\"}"));
        assertThat(read.texts().getFirst()).hasSize(1 << 14);
    }

    @Test
    void quotesWithoutEndTakeNoTimeAndNoStack() throws IOException {
        for (String odd : List.of("> a\\n".repeat(300_000), "\\n".repeat(2_000_000), "\\n[引用 ".repeat(300_000), "[回复".repeat(300_000),
                "<title>".repeat(300_000), "<title>" + " ".repeat(2_000_000))) {
            String json = "{\"session\":{\"wxid\":\"w\"},\"messages\":[{\"localId\":1,\"createTime\":1790848800,\"type\":\"文本消息\",\"content\":\""
                    + odd + "x\"},{\"localId\":2,\"createTime\":1790848800,\"type\":\"文本消息\",\"content\":\"after\"}]}";
            assertThat(Exports.read(Files.writeString(folder.resolve("w.json"), json)).texts()).endsWith("after");
        }
    }

    @Test
    void aRecordOfQqOfOneEndlessMessageIsCut() throws IOException {
        String text = "消息记录（此消息记录为文本格式，不支持重新导入）\n2026-10-01 9:05:00 a(12345)\n" + "字".repeat(3_000_000) + "\n"
                + "行\n".repeat(300_000) + "2026-10-01 9:06:00 b(12346)\nafter\n";
        Exports.All read = Exports.read(Files.writeString(folder.resolve("r.txt"), text));
        assertThat(read.texts()).hasSize(2);
        assertThat(read.texts().get(1)).isEqualTo("after");
        assertThat(List.of(read.texts().getFirst().length())).allMatch(n -> n <= 1 << 14);
    }
}
