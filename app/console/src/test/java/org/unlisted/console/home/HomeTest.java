package org.unlisted.console.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path dir;

    @Test
    void laysOutFoldersThatOnlyTheOwnerMayEnter() throws Exception {
        Home home = open();
        assertThat(home.directory()).isDirectory();
        for (Path folder : new Path[] {
            home.database(),
            home.evidence(),
            home.references(),
            home.work(),
            home.locks(),
            home.packets(),
            home.notices()
        }) {
            assertThat(folder).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        }
        Path key = home.directory().resolve("keys/home.key");
        assertThat(key).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
    }

    @Test
    void leavesTheFolderItIsPutInAsItWas() throws Exception {
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        Home.open(dir, Map.of());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir))).isEqualTo("rwxr-xr-x");
    }

    @Test
    void derivesTheSameKeyAgainAndAnotherForEachPurpose() throws Exception {
        byte[] evidence = open().key("evidence");
        assertThat(evidence).hasSize(32).isEqualTo(open().key("evidence")).isNotEqualTo(open().key("references"));
        assertThat(Home.open(dir.resolve("other"), Map.of()).key("evidence")).isNotEqualTo(evidence);
    }

    @Test
    void takesTheKeyFromTheEnvironmentAndWritesItNowhere() throws Exception {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
        Map<String, String> environment = Map.of("UNLISTED_KEY", Base64.getEncoder().encodeToString(secret));
        byte[] key = Home.open(dir.resolve("h"), environment).key("evidence");
        assertThat(dir.resolve("h/keys/home.key")).doesNotExist();
        assertThat(Home.open(dir.resolve("h"), environment).key("evidence")).isEqualTo(key);
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("UNLISTED_KEY is not set");
    }

    @Test
    void refusesAnotherKeyThanItsOwn() throws Exception {
        open();
        Map<String, String> foreign = Map.of("UNLISTED_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(() -> Home.open(dir.resolve("h"), foreign))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the one of this home");
    }

    @Test
    void doesNotRepeatABadSecret() {
        assertThatThrownBy(() -> Home.open(dir.resolve("h"), Map.of("UNLISTED_KEY", "hunter2!")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UNLISTED_KEY")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void saysThatAKeyFileIsDamaged() throws Exception {
        open();
        Files.write(dir.resolve("h/keys/home.key"), new byte[7]);
        assertThatThrownBy(this::open).hasMessageContaining("home.key is damaged: 7 bytes");
    }

    @Test
    void namesTheFolderThatCannotBeMade() throws Exception {
        Path file = Files.createFile(dir.resolve("file"));
        assertThatThrownBy(() -> Home.open(file, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write to " + file + ": " + file + " is not a folder");
        assertThatThrownBy(() -> Home.open(file.resolve("home"), Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write to " + file.resolve("home"));
    }

    @Test
    void erasesWhatABrokenOffSweepLeft() throws Exception {
        Home home = open();
        Path broken = Files.createDirectories(home.work().resolve("s-1/segments/deep"));
        Files.writeString(broken.resolve("stranger.jpg"), "pixels");
        Path outside = Files.writeString(dir.resolve("outside"), "kept");
        Files.createSymbolicLink(home.work().resolve("s-1/link"), outside);
        open();
        assertThat(home.work()).isEmptyDirectory();
        assertThat(outside).hasContent("kept");
    }

    @Test
    void sparesTheScratchOfASweepThatRuns() throws Exception {
        Home home = open();
        try (WorkFolder work = home.work("s-2")) {
            Files.writeString(work.path().resolve("page"), "half");
            open();
            assertThat(work.path().resolve("page")).hasContent("half");
        }
        assertThat(home.work()).isEmptyDirectory();
    }

    @Test
    void sparesTheScratchAsLongAsTheChildRuns() throws Exception {
        Home home = open();
        Process child = new ProcessBuilder("sleep", "60").start();
        try {
            WorkFolder work = home.work("s-3");
            work.usedBy(child.toHandle());
            // what is left when the console dies before its child
            Path owners = home.work().resolve("s-3.owners");
            Files.write(owners, Files.readAllLines(owners).subList(1, 2));
            open();
            assertThat(work.path()).isDirectory();
        } finally {
            child.destroyForcibly().waitFor();
        }
        open();
        assertThat(home.work()).isEmptyDirectory();
    }

    @Test
    void isNotFooledByAProcessNumberUsedAgain() throws Exception {
        Home home = open();
        WorkFolder work = home.work("s-4");
        Files.writeString(home.work().resolve("s-4.owners"), ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z\n");
        open();
        assertThat(work.path()).doesNotExist();
    }

    @Test
    void givesOneFolderToOneSweep() throws Exception {
        Home home = open();
        try (WorkFolder work = home.work("s-5")) {
            assertThat(work.path()).isEmptyDirectory();
            assertThatThrownBy(() -> home.work("s-5")).isInstanceOf(IOException.class);
        }
    }

    private Home open() throws IOException {
        return Home.open(dir.resolve("h"), Map.of());
    }
}
