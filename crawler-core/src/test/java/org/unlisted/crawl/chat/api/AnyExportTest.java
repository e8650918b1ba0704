package org.unlisted.crawl.chat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.unlisted.crawl.chat.ChatExports;
import org.unlisted.crawl.chat.ChatImport;
import org.unlisted.crawl.chat.ChatMessage;

/** Whatever is handed in, the outcome is a result with reasons: nothing is thrown, nothing is silently empty. */
class AnyExportTest {
    private static final Path CHATS = Path.of("../samples/chats");
    private static final List<String> WORDS = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\x01", "\\u", "null", "7", "\n", " ", "\"messages\":", "\"id\":1", "\"name\":\"g\"",
            "\"type\":\"message\"", "\"date_unixtime\":\"1790848800\"", "\"text\":\"x\"", "\"content\":{\"text\":\"y\"}",
            "\"timestamp\":1790848800000", "\"sender\":{}", "\"chatInfo\":{}", "\"meta\":{}", "\"data\":\"H4sIAA==\"", "\"chunked\":{}",
            "\"talker\":\"t\"", "\"time\":\"2026-10-01 10:00:00\"", "\"contents\":[[\"a\",\"b\"]]", "\"author\":{}", "\"createTime\":1790848800",
            "\"商品信息\":{}", "\"_type\":\"header\"", "-", "1e9", "(File not included)", "é", "\uD800");

    private static Path folder = Path.of("");
    private static List<Path> samples = List.of();

    @BeforeContainer
    static void prepare() throws IOException {
        folder = Files.createTempDirectory("any-export");
        try (Stream<Path> files = Files.walk(CHATS)) {
            samples = files.filter(f -> f.toString().matches(".*\\.(json|jsonl|csv|txt)")).sorted().toList();
        }
    }

    @AfterContainer
    static void clean() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(WORDS).list().ofMaxSize(60).map(words -> String.join("", words));
    }

    @Property(tries = 1500)
    void anythingLikeJsonHasAClearOutcome(@ForAll("nearlyJson") String text, @ForAll boolean lines) throws IOException {
        check(lines ? "any.jsonl" : "any.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void anyBytesHaveAClearOutcome(@ForAll byte[] bytes) throws IOException {
        for (String name : List.of("any.json", "any.jsonl", "any.csv", "any.txt")) check(name, bytes);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, Integer.MAX_VALUE - 1);
    }

    @Property(tries = 1500)
    void aSampleThatIsChangedOrCutHasAClearOutcome(
            @ForAll("places") int which, @ForAll("places") int where, @ForAll byte change, @ForAll boolean cut, @ForAll boolean twice)
            throws IOException {
        Path sample = samples.get(which % samples.size());
        byte[] bytes = Files.readAllBytes(sample);
        bytes[where % bytes.length] = change;
        if (twice) bytes[(where / 7) % bytes.length] = '"';
        byte[] given = cut ? java.util.Arrays.copyOf(bytes, where % bytes.length) : bytes;
        check(String.valueOf(sample.getFileName()), given);
    }

    private static void check(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        List<ChatMessage> messages = new ArrayList<>();
        switch (new ChatExports().read(file, listing -> true, messages::add)) {
            case ChatImport.Refused(String reason) -> assertThat(reason).isNotBlank().doesNotContain("\n");
            case ChatImport.Read read -> {
                assertThat(read.messages() > 0 || !read.skipped().isEmpty()).isTrue();
                assertThat(messages.size()).isLessThanOrEqualTo((int) read.messages());
                assertThat(read.skipped()).noneMatch(s -> s.contains("\n"));
            }
        }
        Files.delete(file);
    }
}
