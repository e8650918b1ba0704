package org.unlisted.crawl.chat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.chat.ChatExports;
import org.unlisted.crawl.chat.ChatImport;

/** An export that is larger than the heap, in a virtual machine of its own. */
class HeapTest {
    private static final int MESSAGES = 220_000;

    @TempDir
    private Path folder;

    @Test
    void readsAnExportThatIsLargerThanItsHeap() throws Exception {
        Path export = folder.resolve("result.json");
        write(export, MESSAGES);
        assertThat(Files.size(export)).isGreaterThan(60L << 20);

        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapTest.class.getName(),
                        export.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(said).isZero();
        assertThat(said).contains("messages=" + MESSAGES + " hits=" + MESSAGES / 1000);
    }

    /** The child. */
    public static void main(String[] args) {
        long[] hits = {0};
        ChatImport result = new ChatExports()
                .read(Path.of(args[0]), listing -> listing.text().contains("手持"), message -> hits[0]++);
        System.out.println("messages=" + ((ChatImport.Read) result).messages() + " hits=" + hits[0]);
    }

    static void write(Path file, int messages) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\n \"name\": \"料子群\",\n \"type\": \"private_supergroup\",\n \"id\": 1234567890,\n \"messages\": [\n");
            for (int i = 1; i <= messages; i++) {
                String text = i % 1000 == 0 ? "出一批手持料" : "今天天气不错,大家周末有空一起去爬山吗? number " + i;
                out.write((i == 1 ? "" : ",\n") + "  {\n   \"id\": " + i + ",\n   \"type\": \"message\",\n   \"date\": \"2026-10-12T08:03:11\",\n"
                        + "   \"date_unixtime\": \"" + (1_700_000_000L + i * 40L) + "\",\n   \"from\": \"阿木\",\n   \"from_id\": \"user900000101\",\n"
                        + "   \"text\": \"" + text + "\",\n   \"text_entities\": [\n    {\n     \"type\": \"plain\",\n     \"text\": \"" + text
                        + "\"\n    }\n   ]\n  }");
            }
            out.write("\n ]\n}\n");
        }
    }
}
