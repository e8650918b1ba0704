package org.unlisted.crawl.chat.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.chat.ChatExports;

/** Exports as they are sent around: packed. */
@Timeout(60)
class ZipExportTest {
    private static final String RESULT = "{\"name\":\"g\",\"id\":5,\"messages\":["
            + "{\"id\":1,\"type\":\"message\",\"date_unixtime\":\"1790848800\",\"text\":\"出手持\",\"photo\":\"photos/a.jpg\"}]}";

    @TempDir
    private Path folder;

    private Path zip(String name, Charset names, Map<String, String> entries) throws IOException {
        Path zip = folder.resolve(name);
        Files.createDirectories(zip.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), names)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    private static Map<String, String> export() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("ChatExport_2026-10-01/result.json", RESULT);
        entries.put("ChatExport_2026-10-01/photos/a.jpg", "a picture");
        entries.put("__MACOSX/ChatExport_2026-10-01/._result.json", "\0\0");
        return entries;
    }

    @Test
    void isReadWithoutBeingUnpacked() throws IOException {
        Path zip = zip("export.zip", UTF_8, export());
        List<String> pictures = new ArrayList<>();

        new ChatExports().read(zip, listing -> true, message -> {
            try {
                pictures.add(Files.readString(message.photos().getFirst()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(pictures).containsExactly("a picture");
        Exports.All read = Exports.read(zip);
        assertThat(read.skipped()).isEmpty();
        assertThat(read.messages().getFirst().file()).isEqualTo("ChatExport_2026-10-01/result.json");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(zip);
        }
    }

    @Test
    void mayHoldChunksAndLieBesideOthersInAFolder() throws IOException {
        String line = "{\"id\":\"7\",\"timestamp\":1790848800000,\"sender\":{\"uin\":\"1\"},\"content\":{\"text\":\"x\"}}\n";
        zip("handed in/qq.zip", UTF_8, Map.of(
                "m/manifest.json", "{\"chatInfo\":{\"name\":\"大群\"},\"chunked\":{\"chunks\":[{\"file\":\"c1.jsonl\"}]}}",
                "m/chunks/c1.jsonl", line));
        zip("handed in/tg.zip", UTF_8, export());

        Exports.All read = Exports.read(folder.resolve("handed in"));

        assertThat(read.messages()).extracting(m -> m.file())
                .containsExactly("qq.zip/m/chunks/c1.jsonl", "tg.zip/ChatExport_2026-10-01/result.json");
        assertThat(read.skipped()).isEmpty();
    }

    @Test
    void mayHaveNamesInTheEncodingOfChineseWindows() throws IOException {
        Exports.All read = Exports.read(zip("gbk.zip", Charset.forName("GBK"), Map.of("料子群/result.json", RESULT)));
        assertThat(read.messages().getFirst().file()).isEqualTo("料子群/result.json");
    }

    @Test
    void isRefusedByNameWhereItIsBrokenOrLeadsOutOfItself() throws IOException {
        assertThat(Exports.refused(Files.writeString(folder.resolve("cut.zip"), "PK\3\4 and no more")))
                .contains("cut.zip").contains("cannot be opened").contains("unpack it");
        assertThat(Exports.refused(zip("up.zip", UTF_8, Map.of("../../result.json", RESULT)))).contains("'..' element");
        assertThat(Exports.refused(zip("none.zip", UTF_8, Map.of("a.jpg", "x")))).contains("none.zip has no chat export in it");
        assertThat(Exports.refused(zip("in.zip", UTF_8, Map.of("other.zip", "PK\3\4")))).contains("unpack it");
    }

    @Test
    void isNotReadFurtherThanAChatCanBePacked() throws IOException {
        String blanks = " ".repeat(80 << 20);
        Exports.All read = Exports.read(zip("bomb.zip", UTF_8, Map.of("a.json", "[" + blanks + "]", "result.json", RESULT)));

        assertThat(read.texts()).containsExactly("出手持");
        assertThat(read.skipped()).anyMatch(s -> s.contains("packed so small that it can be no chat: a.json"));
    }
}
