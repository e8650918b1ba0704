package org.unlisted.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.face.Samples;

class ModelBuildTest {

    @TempDir
    Path dir;

    @Test
    void makesTheSameBytesInEveryTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            new ModelBuild(Samples.CARDS, dir, dir.resolve("east")).convertAll(Samples.NPM_PACKAGES);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            new ModelBuild(Samples.CARDS, dir, dir.resolve("west")).convertAll(Samples.NPM_PACKAGES);
        } finally {
            TimeZone.setDefault(before);
        }
        for (String name : new String[] {"blazeface.pt", "landmark68.pt", "mobilefacenet.pt"}) {
            assertThat(dir.resolve("east").resolve(name)).hasSameBinaryContentAs(dir.resolve("west").resolve(name));
            assertThat(dir.resolve("east").resolve(name)).hasSameBinaryContentAs(Samples.MODELS.resolve(name));
        }
    }

    @Test
    void refusesAResultThatItsCardDoesNotPin() throws IOException {
        Path cards = copyOfCards();
        Path card = cards.resolve("blazeface.yaml");
        String wrong = "ab".repeat(32);
        Files.writeString(card, Files.readString(card).replaceFirst("sha256: \"?[0-9a-f]{64}\"?", "sha256: " + wrong));

        assertThatThrownBy(() -> new ModelBuild(cards, dir, dir.resolve("out")).convertAll(Samples.NPM_PACKAGES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("blazeface.pt")
                .hasMessageContaining(wrong)
                .hasMessageContaining("came out with SHA-256");
        assertThat(dir.resolve("out")).isEmptyDirectory();
    }

    @Test
    void saysInOneLineThatNodeIsMissing() throws IOException {
        Path nothing = Files.createDirectory(dir.resolve("empty"));
        ModelBuild build = new ModelBuild(Samples.CARDS, dir.resolve("npm"), dir.resolve("out"));

        assertThatThrownBy(() -> build.run(nothing.toString()))
                .isInstanceOf(NpmPackages.Missing.class)
                .hasMessageContaining("node is not on the PATH")
                .hasMessageContaining("Node.js 20 or newer")
                .message().doesNotContain("\n");
    }

    @Test
    void saysThatNodeIsTooOld() throws IOException {
        Path bin = Files.createDirectory(dir.resolve("bin"));
        for (String program : new String[] {"node", "npm"}) {
            Path script = Files.writeString(bin.resolve(program), "#!/bin/sh\necho v18.1.0\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        ModelBuild build = new ModelBuild(Samples.CARDS, dir.resolve("npm"), dir.resolve("out"));

        assertThatThrownBy(() -> build.run(bin.toString()))
                .isInstanceOf(NpmPackages.Missing.class)
                .hasMessageContaining("v18.1.0");
    }

    @Test
    void needsNothingWhenEveryFileIsThere() throws IOException, InterruptedException {
        new ModelBuild(Samples.CARDS, dir.resolve("npm"), Samples.MODELS).run("");

        assertThat(dir.resolve("npm")).doesNotExist();
    }

    @Test
    void locksPackagesByHashAndNamesNoHost() throws IOException {
        String lock = Files.readString(Samples.CARDS.resolve("package-lock.json"));

        assertThat(lock.split("\"integrity\": \"sha512-", -1)).hasSize(4);
        assertThat(lock).doesNotContain("\"resolved\"").doesNotContain("http");
    }

    private Path copyOfCards() throws IOException {
        Path cards = Files.createDirectory(dir.resolve("cards"));
        try (Stream<Path> files = Files.list(Samples.CARDS)) {
            for (Path file : files.toList()) Files.copy(file, cards.resolve(file.getFileName()));
        }
        return cards;
    }
}
