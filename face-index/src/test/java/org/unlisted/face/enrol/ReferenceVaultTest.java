package org.unlisted.face.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.face.Samples;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.gallery.ExactGallery;

class ReferenceVaultTest {

    private static final EnroleeId ADA = new EnroleeId("ada");
    private static final EnroleeId BEN = new EnroleeId("ben");
    private static final byte[] PORTRAIT = "a portrait of somebody, as JPEG bytes".getBytes(UTF_8);
    private static final Embedding LOOK = Embedding.of(0.11f, -0.52f, 0.33f, 0.74f);

    private static final Embedding MASKED = Embedding.of(0.6f, 0.1f, -0.7f, 0.2f);
    private static final byte[] PHOTO = "a photo of somebody, as JPEG bytes".getBytes(UTF_8);

    @TempDir
    Path dir;

    private Path vaultDir;
    private ReferenceVault vault;

    @BeforeEach
    void open() throws IOException {
        vaultDir = dir.resolve("references");
        vault = new ReferenceVault(vaultDir, Samples.key(1));
        vault.store(new ReferenceSet(ADA, "model-1", List.of(LOOK, LOOK), List.of(MASKED), List.of(new ReferenceSet.Photo(PHOTO)), PORTRAIT));
        vault.store(new ReferenceSet(BEN, "model-1", List.of(Embedding.of(4, 3, 2, 1)), List.of(MASKED), List.of(), PORTRAIT));
    }

    @Test
    void keepsWhatItWasGiven() throws IOException {
        ReferenceVault reopened = new ReferenceVault(vaultDir, Samples.key(1));

        assertThat(reopened.enrolees()).containsExactly(ADA, BEN);
        assertThat(reopened.portrait(ADA)).hasValue(PORTRAIT);
        assertThat(reopened.portrait(new EnroleeId("nobody"))).isEmpty();
    }

    @Test
    void writesNothingReadable() throws IOException {
        Path snapshot = dir.resolve("snapshot.bin");
        vault.writeSnapshot(snapshot, Samples.key(2), "model-1");

        for (Path file : allFiles()) {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(indexOf(bytes, PORTRAIT)).as("portrait in %s", file).isNegative();
            assertThat(indexOf(bytes, PHOTO)).as("photo in %s", file).isNegative();
            assertThat(indexOf(bytes, floats(LOOK, ByteOrder.BIG_ENDIAN))).as("vector in %s", file).isNegative();
            assertThat(indexOf(bytes, floats(LOOK, ByteOrder.LITTLE_ENDIAN))).as("vector in %s", file).isNegative();
            assertThat(indexOf(bytes, "model-1".getBytes(UTF_8))).as("plain header in %s", file).isNegative();
        }
        // the same search does find them before encryption
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        LOOK.writeTo(new DataOutputStream(plain));
        assertThat(indexOf(plain.toByteArray(), floats(LOOK, ByteOrder.BIG_ENDIAN))).isNotNegative();
    }

    @Test
    void handsASnapshotToAGallery() throws IOException {
        Path snapshot = dir.resolve("snapshot.bin");
        vault.writeSnapshot(snapshot, Samples.key(2), "model-1");
        ExactGallery gallery = new ExactGallery();

        ReferenceSnapshot.readInto(gallery, new ExactGallery(), snapshot, Samples.key(2), "model-1");

        assertThat(gallery.enrolees()).isEqualTo(2);
        assertThat(gallery.references()).as("one a person, of all photos").isEqualTo(2);
        assertThat(gallery.search(List.of(LOOK), 1, 0.9f).getFirst())
                .extracting(Candidate::enroleeId).containsExactly(ADA);
    }

    @Test
    void handsOnlyThePeopleAskedForToAGallery() throws IOException {
        Path snapshot = dir.resolve("snapshot.bin");
        vault.writeSnapshot(snapshot, Samples.key(2), "model-1", List.of(BEN, new EnroleeId("withdrawn")));
        ExactGallery gallery = new ExactGallery();

        ReferenceSnapshot.readInto(gallery, new ExactGallery(), snapshot, Samples.key(2), "model-1");

        assertThat(gallery.enrolees()).isEqualTo(1);
        assertThat(gallery.search(List.of(LOOK), 5, -1).getFirst())
                .extracting(Candidate::enroleeId).containsExactly(BEN);
    }

    @Test
    void leavesNothingOfWhoIsErased() throws IOException {
        assertThat(vault.erase(ADA)).isTrue();
        assertThat(vault.erase(ADA)).isFalse();
        Path snapshot = dir.resolve("snapshot.bin");
        vault.writeSnapshot(snapshot, Samples.key(2), "model-1");
        ExactGallery gallery = new ExactGallery();
        ReferenceSnapshot.readInto(gallery, new ExactGallery(), snapshot, Samples.key(2), "model-1");

        assertThat(vault.enrolees()).containsExactly(BEN);
        assertThat(vault.portrait(ADA)).isEmpty();
        assertThat(gallery.enrolees()).isEqualTo(1);
        assertThat(allFiles()).noneMatch(f -> f.toString().contains("ada"));
    }

    @Test
    void refusesASnapshotUnderTheWrongKey() throws IOException {
        Path snapshot = dir.resolve("snapshot.bin");
        vault.writeSnapshot(snapshot, Samples.key(2), "model-1");

        assertThatThrownBy(() ->
                        ReferenceSnapshot.readInto(new ExactGallery(), new ExactGallery(), snapshot, Samples.key(3), "model-1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("snapshot.bin")
                .hasMessageContaining("wrong key");
    }

    @Test
    void refusesASnapshotOfAnotherModel() throws IOException {
        Path snapshot = dir.resolve("snapshot.bin");
        vault.writeSnapshot(snapshot, Samples.key(2), "model-1");

        assertThatThrownBy(() ->
                        ReferenceSnapshot.readInto(new ExactGallery(), new ExactGallery(), snapshot, Samples.key(2), "model-2"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model-1")
                .hasMessageContaining("model-2");
    }

    @Test
    void searchesMaskedFacesInAGalleryOfTheirOwn() throws IOException {
        Path snapshot = dir.resolve("snapshot.bin");
        vault.writeSnapshot(snapshot, Samples.key(2), "model-1");
        ExactGallery masked = new ExactGallery();

        ReferenceSnapshot.readInto(new ExactGallery(), masked, snapshot, Samples.key(2), "model-1");

        Embedding mean = Embedding.mean(List.of(MASKED, LOOK, LOOK));
        assertThat(masked.search(List.of(mean), 1, 0.999f).getFirst()).extracting(Candidate::enroleeId).containsExactly(ADA);
    }

    @Test
    void leavesOutWhomAnotherModelSaw() throws IOException {
        vault.store(new ReferenceSet(BEN, "model-2", List.of(LOOK), List.of(MASKED), List.of(), PORTRAIT));
        Path snapshot = dir.resolve("snapshot.bin");

        assertThat(vault.writeSnapshot(snapshot, Samples.key(2), "model-1")).isEqualTo(1);
        ExactGallery gallery = new ExactGallery();
        ReferenceSnapshot.readInto(gallery, new ExactGallery(), snapshot, Samples.key(2), "model-1");

        assertThat(gallery.search(List.of(LOOK), 5, -1).getFirst()).extracting(Candidate::enroleeId).containsExactly(ADA);
        assertThat(vault.model(BEN)).hasValue("model-2");
    }

    @Test
    void bringsNobodyBackWhoWasErasedInTheMeantime() throws IOException {
        ReferenceSet renewed = vault.find(ADA).orElseThrow();
        vault.erase(ADA);

        assertThat(vault.replace(renewed)).isFalse();
        assertThat(vault.enrolees()).containsExactly(BEN);
    }

    /** As it was written before photos were kept. */
    @Test
    void readsFilesOfTheFirstFormatAndLooksForNobodyByThem() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(plain);
        out.writeInt(1);
        out.writeUTF("model-1");
        out.writeUTF("ada");
        out.writeInt(1);
        LOOK.writeTo(out);
        out.writeInt(PORTRAIT.length);
        out.write(PORTRAIT);
        new SealedFile(Samples.key(1)).write(vaultDir.resolve("ada.ref"), "unlisted references of ada", plain.toByteArray());

        assertThat(vault.portrait(ADA)).hasValue(PORTRAIT);
        assertThat(vault.writeSnapshot(dir.resolve("snapshot.bin"), Samples.key(2), "model-1")).isEqualTo(1);
    }

    @Test
    void noticesAFileThatWasChangedOrSwapped() throws IOException {
        Files.copy(vaultDir.resolve("ben.ref"), vaultDir.resolve("cem.ref"));
        byte[] bytes = Files.readAllBytes(vaultDir.resolve("ada.ref"));
        bytes[40] ^= 1;
        Files.write(vaultDir.resolve("ada.ref"), bytes);

        assertThatThrownBy(() -> vault.portrait(ADA)).isInstanceOf(IOException.class).hasMessageContaining("ada.ref");
        assertThatThrownBy(() -> vault.portrait(new EnroleeId("cem")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cem.ref");
    }

    @Test
    void sweepsAwayWhatACrashLeftHalfWritten() throws IOException {
        Files.write(vaultDir.resolve("dan.ref.part"), new byte[] {1, 2, 3});

        assertThat(new ReferenceVault(vaultDir, Samples.key(1)).enrolees()).containsExactly(ADA, BEN);
        assertThat(vaultDir.resolve("dan.ref.part")).doesNotExist();
    }

    @Test
    void wantsAKeyOf32Bytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferenceVault(vaultDir, new byte[16]))
                .withMessageContaining("32 bytes");
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] floats(Embedding embedding, ByteOrder order) {
        float[] values = new float[embedding.dimension()];
        embedding.copyTo(values, 0);
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(order);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++)
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) return at;
        return -1;
    }
}
