package org.unlisted.face.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.gallery.ExactGallery;
import org.unlisted.face.gallery.Reference;
import org.unlisted.face.gallery.api.RandomFaces;

class LuceneGalleryTest {

    private static final float THRESHOLD = 0.4f;

    @ParameterizedTest
    @CsvSource({"0, 1, 192", "1, 1, 192", "2, 1, 192", "1, 3, 192", "63, 1, 8", "64, 1, 8", "65, 1, 8", "400, 3, 192",
        "50, 2, 7", "30, 4, 1"})
    void answersAsTheOracleDoes(int people, int each, int dimension) {
        RandomFaces faces = new RandomFaces(people * 31L + dimension, dimension);
        Reference[] references = faces.references(people, each).toArray(Reference[]::new);
        List<Embedding> probes = new ArrayList<>();
        for (int i = 0; i < 20; i++) probes.add(faces.stranger());
        for (Reference reference : references) probes.add(faces.lookAt(reference));
        ExactGallery oracle = new ExactGallery();
        oracle.enrol(references);
        try (LuceneGallery gallery = new LuceneGallery(dimension)) {
            gallery.enrol(references);

            assertThat(gallery.references()).isEqualTo(people * each);
            assertThat(gallery.enrolees()).isEqualTo(people);
            assertSame(gallery.search(probes, 3, THRESHOLD), oracle.search(probes, 3, THRESHOLD));
        }
    }

    @Test
    void answersAsTheOracleDoesAfterPeopleComeAndGo() {
        RandomFaces faces = new RandomFaces(7, 192);
        Reference[] references = faces.references(120, 3).toArray(Reference[]::new);
        List<Embedding> probes = Arrays.stream(references).map(faces::lookAt).toList();
        ExactGallery oracle = new ExactGallery();
        try (LuceneGallery gallery = new LuceneGallery(192)) {
            for (int from = 0; from < references.length; from += 90) {
                oracle.enrol(Arrays.copyOfRange(references, from, from + 90));
                gallery.enrol(Arrays.copyOfRange(references, from, from + 90));
            }
            for (int gone = 0; gone < 120; gone += 7) {
                EnroleeId id = new EnroleeId("e" + gone);
                assertThat(gallery.withdraw(id)).isEqualTo(oracle.withdraw(id)).isEqualTo(3);
            }
            assertSame(gallery.search(probes, 5, THRESHOLD), oracle.search(probes, 5, THRESHOLD));
        }
    }

    @Test
    void answersAnEmptyBatch() {
        try (LuceneGallery gallery = new LuceneGallery(2)) {
            assertThat(gallery.search(List.of(), 5, 0)).isEmpty();
            assertThat(gallery.search(List.of(Embedding.of(1, 0)), 5, -1)).containsExactly(List.of());
            assertThat(gallery.withdraw(new EnroleeId("nobody"))).isZero();
        }
    }

    @Test
    void neverAnswersACosineAboveOne() {
        RandomFaces faces = new RandomFaces(3, 192);
        Reference[] references = faces.references(200, 1).toArray(Reference[]::new);
        try (LuceneGallery gallery = new LuceneGallery(192)) {
            gallery.enrol(references);
            List<Embedding> same = Arrays.stream(references).map(Reference::embedding).toList();

            assertThat(gallery.search(same, 1, 0.99f))
                    .allSatisfy(c -> assertThat(c.getFirst().cosine()).isLessThanOrEqualTo(1f));
        }
    }

    @Test
    void refusesADimensionOfAnotherModel() {
        try (LuceneGallery gallery = new LuceneGallery(3)) {
            assertThatIllegalArgumentException().isThrownBy(
                    () -> gallery.enrol(new Reference(new EnroleeId("ada"), Embedding.of(1, 0))));
            assertThatIllegalArgumentException().isThrownBy(
                    () -> gallery.search(List.of(Embedding.of(1, 0)), 1, 0));
        }
    }

    @Test
    void leavesNoByteOfWhoWithdraws() throws IOException {
        RandomFaces faces = new RandomFaces(11, 192);
        Reference[] many = faces.references(60, 2).toArray(Reference[]::new);
        Reference ada = new Reference(new EnroleeId("ada-lovelace"), faces.stranger());
        Directory directory = new ByteBuffersDirectory();
        try (LuceneGallery gallery = new LuceneGallery(192, directory)) {
            gallery.enrol(Arrays.copyOfRange(many, 0, 50));
            gallery.enrol(ada);
            gallery.enrol(Arrays.copyOfRange(many, 50, many.length));
            assertThat(contains(directory, vectorBytes(ada))).isTrue();
            assertThat(contains(directory, ada.enroleeId().value().getBytes(UTF_8))).isTrue();

            assertThat(gallery.withdraw(ada.enroleeId())).isEqualTo(1);

            assertThat(contains(directory, vectorBytes(ada))).isFalse();
            assertThat(contains(directory, ada.enroleeId().value().getBytes(UTF_8))).isFalse();
            assertThat(contains(directory, vectorBytes(many[0]))).isTrue();
        }
    }

    @Test
    void isOneOfManyDeletedButStillGone() throws IOException {
        // one deletion in a large segment is below the share that Lucene bothers to merge away by default
        RandomFaces faces = new RandomFaces(5, 16);
        Reference[] many = faces.references(500, 1).toArray(Reference[]::new);
        Directory directory = new ByteBuffersDirectory();
        try (LuceneGallery gallery = new LuceneGallery(16, directory)) {
            gallery.enrol(many);
            gallery.withdraw(many[250].enroleeId());

            assertThat(contains(directory, vectorBytes(many[250]))).isFalse();
            assertThat(gallery.references()).isEqualTo(499);
        }
    }

    private static void assertSame(List<List<Candidate>> actual, List<List<Candidate>> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).extracting(Candidate::enroleeId)
                    .isEqualTo(expected.get(i).stream().map(Candidate::enroleeId).toList());
            for (int k = 0; k < expected.get(i).size(); k++) {
                Candidate candidate = actual.get(i).get(k);
                assertThat(candidate.cosine()).isCloseTo(expected.get(i).get(k).cosine(), within(1e-5f));
                assertThat(candidate.rank()).isEqualTo(k + 1);
            }
        }
    }

    private static byte[] vectorBytes(Reference reference) {
        float[] values = new float[reference.embedding().dimension()];
        reference.embedding().copyTo(values, 0);
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static boolean contains(Directory directory, byte[] wanted) throws IOException {
        for (String name : directory.listAll()) {
            try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
                byte[] bytes = new byte[Math.toIntExact(in.length())];
                in.readBytes(bytes, 0, bytes.length);
                if (indexOf(bytes, wanted) >= 0) return true;
            }
        }
        return false;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++)
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) return at;
        return -1;
    }
}
