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

/** The command as a program calls it. */
@Isolated("it takes standard output")
class ReadCommandTest {
    private final PrintStream stdout = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void take() {
        System.setProperty(AppFolder.PROPERTY, "../..");
        System.setOut(new PrintStream(out, true, UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(stdout);
    }

    @Test
    void printsOneLineATextWithEveryField() throws Exception {
        int code = read("""
                {"id":"a","text":"手.持.证 正反 现货1.2w套 0.6U一套 满1000套0.5"}
                {"id":7,"lang":"en","text":"Passport photos printed while you wait, 4 photos $12"}
                """);

        assertThat(code).isEqualTo(ExitCode.DONE);
        JsonNode sale = lines().getFirst();
        assertThat(sale.propertyNames()).contains(
                "id", "label", "kind", "persons", "images", "price", "currency", "basis", "price_per_face", "tiers",
                "confidence", "offers", "reasons");
        assertThat(sale.path("label").asString()).isEqualTo("SALE");
        assertThat(sale.path("kind").asString()).isEqualTo("HANDHELD_ID_SET");
        assertThat(sale.path("persons").asLong()).isEqualTo(12_000);
        assertThat(sale.path("price").decimalValue()).isEqualByComparingTo("0.6");
        assertThat(sale.path("tiers").get(0).path("min").asLong()).isEqualTo(1_000);
        assertThat(sale.path("reasons").get(0).path("phrase").asString()).isEqualTo("手.持.证");
        JsonNode studio = lines().getLast();
        assertThat(studio.path("id").asString()).isEqualTo("7");
        assertThat(studio.path("label").asString()).isEqualTo("NEGATIVE");
        assertThat(studio.path("kind").isNull()).isTrue();
        assertThat(studio.path("price").isNull()).isTrue();
    }

    @Test
    void takesAnythingElseForOnePlainText() throws Exception {
        assertThat(read("低价出一手料\n手持身份证 2000套 1元/套\n")).isEqualTo(ExitCode.DONE);

        assertThat(lines()).singleElement().satisfies(l -> assertThat(l.path("persons").asLong()).isEqualTo(2_000));
    }

    @Test
    void goesOnBehindALineThatCannotBeRead() throws Exception {
        int code = read("""
                {"id":"1","text":"人脸图 六千张 12块"}
                {"id":"2","text":"cut
                [1]
                {"id":"4"}
                {"id":"5","text":"\\ud83d 一张"}
                """);

        assertThat(code).isEqualTo(ExitCode.SKIPPED);
        assertThat(lines()).extracting(l -> l.path("id").asString()).containsExactly("1", "5");
    }

    @Test
    void readsBrokenUtf8AndAByteOrderMark() throws Exception {
        byte[] text = "\uFEFF{\"id\":\"1\",\"text\":\"人脸图 六千张 12块\"}\n{\"id\":\"2\",\"text\":\"x?\"}\n".getBytes(UTF_8);
        for (int i = 0; i < text.length; i++) if (text[i] == '?') text[i] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("texts.jsonl"), text);

        assertThat(Unlisted.run("read", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void masksNumbersOfPersonsInReasons() throws Exception {
        read("{\"id\":\"1\",\"text\":\"手持料 11010519491231002X 一套 500套 打包300元\"}\n");

        assertThat(out.toString(UTF_8)).doesNotContain("11010519491231002X");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThat(Unlisted.run("read", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private int read(String content) throws Exception {
        return Unlisted.run("read", Files.writeString(folder.resolve("texts.jsonl"), content).toString());
    }

    private List<JsonNode> lines() {
        return out.toString(UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
    }
}
