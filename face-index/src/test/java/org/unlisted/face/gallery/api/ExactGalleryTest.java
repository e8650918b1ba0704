package org.unlisted.face.gallery.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.gallery.ExactGallery;
import org.unlisted.face.gallery.Reference;

class ExactGalleryTest {

    private static final EnroleeId ADA = new EnroleeId("ada");
    private static final EnroleeId BEN = new EnroleeId("ben");

    private final ExactGallery gallery = new ExactGallery();

    @Test
    void answersWithNobodyWhenEmpty() {
        assertThat(gallery.search(List.of(Embedding.of(1, 0)), 5, -1)).containsExactly(List.of());
    }

    @Test
    void hidesReferencesBelowTheThreshold() {
        gallery.enrol(new Reference(ADA, Embedding.of(1, 0)));

        assertThat(gallery.search(List.of(Embedding.of(0, 1)), 5, 0.4f)).containsExactly(List.of());
    }

    @Test
    void namesAnEnroleeOnceByTheBestReference() {
        gallery.enrol(
                new Reference(ADA, Embedding.of(1, 1)),
                new Reference(ADA, Embedding.of(1, 0)),
                new Reference(BEN, Embedding.of(4, 3)));

        assertThat(gallery.search(List.of(Embedding.of(1, 0)), 5, 0.4f))
                .containsExactly(List.of(new Candidate(ADA, 1, 1), new Candidate(BEN, 0.8f, 2)));
    }

    @Test
    void givesNoMoreThanAskedFor() {
        gallery.enrol(new Reference(ADA, Embedding.of(1, 0)), new Reference(BEN, Embedding.of(4, 3)));

        assertThat(gallery.search(List.of(Embedding.of(1, 0)), 1, 0.4f).getFirst())
                .extracting(Candidate::enroleeId)
                .containsExactly(ADA);
    }

    @Test
    void forgetsWhoWithdraws() {
        gallery.enrol(
                new Reference(ADA, Embedding.of(1, 0)),
                new Reference(ADA, Embedding.of(0, 1)),
                new Reference(BEN, Embedding.of(4, 3)));

        assertThat(gallery.withdraw(ADA)).isEqualTo(2);
        assertThat(gallery.withdraw(ADA)).isZero();
        assertThat(gallery.enrolees()).isEqualTo(1);
        assertThat(gallery.references()).isEqualTo(1);
    }

    @Test
    void refusesADimensionOfAnotherModel() {
        gallery.enrol(new Reference(ADA, Embedding.of(1, 0)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> gallery.enrol(new Reference(BEN, Embedding.of(1, 0, 0))));
    }
}
