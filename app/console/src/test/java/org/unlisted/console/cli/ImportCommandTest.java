package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.unlisted.console.config.AppFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a program calls it: lines on standard output, a word on standard error, an exit code. */
@Isolated("it takes standard output")
class ImportCommandTest {
    private static final String CHATS = "../../samples/chats/";
    private final PrintStream stdout = System.out;
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void take() {
        System.setProperty(AppFolder.PROPERTY, "../..");
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.clearProperty(AppFolder.PROPERTY);
        System.setOut(stdout);
        System.setErr(stderr);
    }

    private List<JsonNode> lines() {
        return out.toString(UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
    }

    @Test
    void printsALineAHitAndCountsTheRest() throws Exception {
        assertThat(Unlisted.run("import", CHATS + "chatlog", "--out", folder.resolve("o").toString())).isZero();

        JsonNode first = lines().getFirst();
        assertThat(first.path("file").asString()).isEqualTo("messages.json");
        assertThat(first.path("format").asString()).isEqualTo("chatlog");
        assertThat(first.path("label").asString()).isEqualTo("SALE");
        assertThat(first.path("sent_at").asString()).isEqualTo("2026-10-13T14:05:00Z");
        assertThat(first.path("chat").asString()).isEqualTo("邻里集市");
        assertThat(first.path("persons").asInt()).isEqualTo(2800);
        assertThat(first.path("url").asString()).startsWith("chat:wechat/");
        JsonNode done = lines().getLast();
        assertThat(done.path("event").asString()).isEqualTo("done");
        assertThat(done.path("messages").asInt()).isEqualTo(12);
        assertThat(done.path("hits").asInt()).isEqualTo(lines().size() - 1);
        assertThat(done.path("dropped").asInt()).isEqualTo(12 - done.path("hits").asInt());
        assertThat(done.path("skipped").isEmpty()).isTrue();
        assertThat(Files.readString(folder.resolve("o/offers.jsonl"))).isEqualTo(out.toString(UTF_8));
    }

    @Test
    void printsNothingOfMessagesThatDoNotHit() {
        Unlisted.run("import", CHATS + "chatlog");
        assertThat(out.toString(UTF_8)).doesNotContain("爬山").doesNotContain("wxid_sample").doesNotContain("投诉");
    }

    @Test
    void masksNumbersOfPeopleWhereverTheyStand() throws Exception {
        String json = """
                {"name":"老王 13812345678","type":"personal_chat","id":5,"messages":[{"id":1,"type":"message","date_unixtime":"1790848800",
                 "text":"出一批手持料,正面+反面+手持一套三张,共8600套,整包3010元 样本 13912345678 身份证11010519491231002X"}]}""";
        Unlisted.run("import", Files.writeString(folder.resolve("result.json"), json).toString());

        assertThat(lines().getFirst().path("label").asString()).isEqualTo("SALE");
        assertThat(lines().getFirst().path("chat").asString()).isEqualTo("老王 138••••••78");
        assertThat(out.toString(UTF_8)).doesNotContain("13812345678").doesNotContain("13912345678").doesNotContain("11010519491231002X");
    }

    @Test
    void endsWithThreeWhenSomethingWasSkipped() {
        assertThat(Unlisted.run("import", CHATS + "discord")).isEqualTo(ExitCode.SKIPPED);
        assertThat(lines().getLast().path("skipped").get(0).asString()).contains("photo is missing");
    }

    @Test
    void endsWithOneAndAReasonWhenTheExportIsRefused() throws Exception {
        Path html = Files.writeString(folder.resolve("messages.html"), "<html>");

        assertThat(Unlisted.run("import", html.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("messages.html").contains("export the chat again as JSON");
        assertThat(lines()).singleElement().satisfies(done -> {
            assertThat(done.path("messages").asInt()).isZero();
            assertThat(done.path("skipped").get(0).asString()).contains("messages.html");
        });
    }

    @Test
    void endsWithTwoWhenItIsNotToldWhatToRead() {
        assertThat(Unlisted.run("import")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("EXPORT");
    }
}
