package org.unlisted.takedown.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.fixture.Samples;

class EvidenceVaultTest {
    private static final byte[] CONTENT = "a stranger's picture".repeat(50).getBytes(UTF_8);

    @TempDir
    Path dir;

    @Test
    void opensWhatItSealed() throws IOException {
        var vault = vault(1);
        String name = vault.seal(CONTENT);
        assertThat(vault.open(name)).isEqualTo(CONTENT);
        assertThat(vault.names()).containsExactly(name);
        assertThat(vault(1).open(name)).isEqualTo(CONTENT);
        assertThat(vault.open(vault.seal(new byte[0]))).isEmpty();
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        var vault = vault(1);
        assertThat(vault.seal(CONTENT)).isEqualTo(vault.seal(CONTENT));
        assertThat(vault.names()).hasSize(1);
    }

    @Test
    void leavesNeitherPlainBytesNorTheirHashOnDisk() throws IOException {
        String name = vault(1).seal(CONTENT);
        String sealed = new String(Files.readAllBytes(dir.resolve(name)), ISO_8859_1);
        assertThat(sealed).doesNotContain("stranger");
        assertThat(name).doesNotContain(Samples.sha256(CONTENT));
        assertThat(vault(2).seal(CONTENT)).as("name under another key").isNotEqualTo(name);
    }

    @Test
    void namesTheFileThatAnotherKeyCannotOpen() throws IOException {
        String name = vault(1).seal(CONTENT);
        assertThatThrownBy(() -> vault(2).open(name)).isInstanceOf(IOException.class).hasMessageContaining(name);
    }

    @Test
    void noticesADamagedFileAndAnExchangedOne() throws IOException {
        var vault = vault(1);
        String name = vault.seal(CONTENT);
        String other = vault.seal("other".getBytes(UTF_8));
        Files.copy(dir.resolve(other), dir.resolve(name), REPLACE_EXISTING);
        assertThatThrownBy(() -> vault.open(name)).isInstanceOf(IOException.class).hasMessageContaining(name);

        byte[] sealed = Files.readAllBytes(dir.resolve(other));
        sealed[sealed.length / 2] ^= 1;
        Files.write(dir.resolve(other), sealed);
        assertThatThrownBy(() -> vault.open(other)).isInstanceOf(IOException.class).hasMessageContaining(other);

        vault.seal(CONTENT);
        assertThat(vault.open(name)).as("sealed again").isEqualTo(CONTENT);
    }

    @Test
    void erases() throws IOException {
        var vault = vault(1);
        String name = vault.seal(CONTENT);
        assertThat(vault.erase(name)).isTrue();
        assertThat(vault.erase(name)).isFalse();
        assertThat(vault.names()).isEmpty();
        assertThat(dir).isEmptyDirectory();
        assertThatThrownBy(() -> vault.open(name)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesNamesThatAreNotItsOwn() {
        for (String name : new String[] {"../secret", "/etc/passwd", "", "a".repeat(64)})
            assertThatThrownBy(() -> vault(1).open(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EvidenceVault(dir, new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isEmptyBeforeTheFirstSeal() throws IOException {
        assertThat(new EvidenceVault(dir.resolve("none"), new byte[32]).names()).isEmpty();
    }

    private EvidenceVault vault(int key) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) key);
        return new EvidenceVault(dir, bytes);
    }
}
