package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrackersCommandTest {
    @TempDir
    Path folder;

    private final PrintStream stdout = System.out;
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() throws IOException {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        Files.writeString(folder.resolve("ngo.yaml"), """
                - {id: faces, owner: Example NGO, languages: [zh], label: LEAK, query: '"人脸 素材" AND 私聊'}
                - {id: cards, query: cccd, pause: true}
                - {id: any, query: 私聊}
                """);
    }

    @AfterEach
    void restore() {
        System.setOut(stdout);
        System.setErr(stderr);
    }

    @Test
    void listsIdOwnerLanguagesAndWhatIsPaused() {
        assertThat(run()).isEqualTo(ExitCode.DONE);
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).matches("faces +Example NGO +zh +active +\"人脸 素材\" AND 私聊");
        assertThat(lines().get(1)).matches("cards +- +- +paused +cccd");
    }

    @Test
    void listsAsJson() {
        assertThat(run("--json", "--owner", "Example NGO")).isEqualTo(ExitCode.DONE);
        JsonNode only = JsonMapper.shared().readTree(String.join("", lines()));
        assertThat(only.get("id").stringValue()).isEqualTo("faces");
        assertThat(only.get("owner").stringValue()).isEqualTo("Example NGO");
        assertThat(only.get("languages").get(0).stringValue()).isEqualTo("zh");
        assertThat(only.get("label").stringValue()).isEqualTo("LEAK");
        assertThat(only.get("paused").booleanValue()).isFalse();
    }

    @Test
    void unknownOwnerIsWrongUsage() {
        assertThat(run("--owner", "Exampel")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("Exampel").contains("Example NGO");
    }

    @Test
    void triesTrackersOnPlainTexts() throws IOException {
        assertThat(test("", "\n出售人脸素材,私聊\ncccd\n")).isEqualTo(ExitCode.DONE);
        assertThat(lines()).containsExactly(
                "{\"id\":2,\"tracker\":\"any\",\"owner\":null,\"label\":\"REVIEW\","
                        + "\"phrases\":[{\"start\":7,\"end\":9,\"text\":\"私聊\"}]}",
                "{\"id\":2,\"tracker\":\"faces\",\"owner\":\"Example NGO\",\"label\":\"LEAK\",\"phrases\":"
                        + "[{\"start\":2,\"end\":6,\"text\":\"人脸素材\"},{\"start\":7,\"end\":9,\"text\":\"私聊\"}]}");
    }

    @Test
    void ownerSeesHitsOfOwnTrackersOnly() throws IOException {
        assertThat(test("Example NGO", "{\"id\":\"a-1\",\"text\":\"人脸素材 私聊\"}\n")).isEqualTo(ExitCode.DONE);
        assertThat(lines()).singleElement().asString().startsWith("{\"id\":\"a-1\",\"tracker\":\"faces\"");
    }

    @Test
    void namesLinesThatItLeavesOut() throws IOException {
        assertThat(test("", "{\"id\":1}\n{broken\n{\"text\":\"私聊\"}\n")).isEqualTo(ExitCode.SKIPPED);
        assertThat(lines()).singleElement().asString().startsWith("{\"id\":3,\"tracker\":\"any\"");
        assertThat(err.toString(UTF_8)).contains("line 1 has no text").contains("line 2 is not JSON");
    }

    @Test
    void wrongFilesAreWrongUsage() throws IOException {
        assertThat(run("--test", folder.resolve("nowhere").toString())).isEqualTo(ExitCode.USAGE);
        Files.write(folder.resolve("gbk.txt"), new byte[] {(byte) 0xC8, (byte) 0xCB, (byte) 0xFF});
        assertThat(run("--test", folder.resolve("gbk.txt").toString())).isEqualTo(ExitCode.USAGE);
        Files.writeString(folder.resolve("bad.yaml"), "- {id: wide, query: '*:*'}\n");
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8))
                .contains("no such file").contains("is not in UTF-8").contains("bad.yaml").contains("'wide'");
    }

    private int test(String owner, String texts) throws IOException {
        Path file = Files.writeString(folder.resolve("texts"), texts);
        return owner.isEmpty() ? run("--test", file.toString()) : run("--test", file.toString(), "--owner", owner);
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "trackers";
        all[1] = "--from";
        all[2] = folder.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Unlisted.run(all);
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }
}
