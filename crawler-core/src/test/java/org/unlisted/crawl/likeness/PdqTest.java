package org.unlisted.crawl.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class PdqTest {
    /**
     * Published in the tests of concil859856/kunoworld-platform (gateway/tests/test_pdq_hashing.py, September 2026): what
     * Meta's reference in Python gave for these pictures. They are defined by formulas; no picture of the reference's own
     * test data is used, as their licence is not stated.
     */
    @Test
    void givesThePublishedHashesAndQualitiesOfTheReferenceImplementation() {
        assertThat(Pdq.of(300, 200, Pictures.rings(300)))
                .isEqualTo(result("658feb3056c72d9c7a6056c7259f29384a60da63d4cfb59fa59ca938a930ab30", 100));
        assertThat(Pdq.of(512, 384, Pictures.blocks()))
                .isEqualTo(result("c9cc0e97d5c0f17f15ba339e61bfeb009677cc00ea66ccd1ea858cad6e18cc42", 100));
        assertThat(Pdq.of(97, 131, Pictures.diagonals()))
                .isEqualTo(result("f3dbce6f39b8c6e721994c661118c44211908462e108fc02ff00ffc0fff0fffc", 62));
    }

    @Test
    void setsHalfOfTheBitsOfAPictureOfManyShades() {
        PdqHash none = new PdqHash(0, 0, 0, 0);

        assertThat(Pdq.of(640, 480, Pictures.blocks()).hash().distance(none)).isEqualTo(128);
        assertThat(Pdq.of(1500, 900, Pictures.rings(1500)).hash().distance(none)).isEqualTo(128);
    }

    @Test
    void staysTheSameInAnotherSize() {
        PdqHash large = Pdq.of(1200, 900, hills(1200, 900)).hash();

        assertThat(Pdq.of(400, 300, hills(400, 300)).hash().distance(large)).isLessThanOrEqualTo(16);
        assertThat(Pdq.of(500, 500, hills(500, 500)).hash().distance(large)).isLessThanOrEqualTo(16);
        assertThat(Pdq.of(400, 300, Pictures.blocks()).hash().distance(large)).isGreaterThan(90);
    }

    @Test
    void staysTheSameInBlackAndWhite() {
        IntBinaryOperator colours = Pictures.blocks();
        IntBinaryOperator greys = (x, y) -> {
            int rgb = colours.applyAsInt(x, y);
            int grey = Math.round(0.299f * (rgb >> 16) + 0.587f * (rgb >> 8 & 0xff) + 0.114f * (rgb & 0xff));
            return grey * 0x010101;
        };

        assertThat(Pdq.of(512, 384, greys).hash().distance(Pdq.of(512, 384, colours).hash()))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void takesNoHeedOfAnAlphaByte() {
        IntBinaryOperator opaque = (x, y) -> 0xff000000 | Pictures.blocks().applyAsInt(x, y);

        assertThat(Pdq.of(200, 200, opaque)).isEqualTo(Pdq.of(200, 200, Pictures.blocks()));
    }

    @Test
    void tellsThatAPlainPictureHasNothingToCompare() {
        assertThat(Pdq.of(300, 300, Pictures.plain(128)).quality()).isZero();
        assertThat(Pdq.of(300, 300, Pictures.plain(128)).telling()).isFalse();
        assertThat(Pdq.of(97, 131, Pictures.diagonals()).telling()).isTrue();
    }

    /** A single edge across 64 samples, black on white: 64 steps of 100, over 90. */
    @Test
    void sumsTheStepsBetweenNeighboursIntoTheQuality() {
        assertThat(Pdq.of(64, 64, (x, y) -> x < 32 ? 0 : 0xffffff).quality()).isEqualTo(71);
        assertThat(Pdq.of(64, 64, (x, y) -> x < 32 ? 0 : 0x020202).quality()).isZero(); // below a hundredth of the range
    }

    @Test
    void givesNoHashOfAnythingBelowFivePixels() {
        PdqResult none = new PdqResult(new PdqHash(0, 0, 0, 0), 0);

        assertThat(Pdq.of(4, 600, Pictures.blocks())).isEqualTo(none);
        assertThat(Pdq.of(600, 4, Pictures.blocks())).isEqualTo(none);
        assertThat(Pdq.dihedral(4, 4, Pictures.blocks()).hashes().values()).containsOnly(none.hash()).hasSize(8);
        assertThat(Pdq.of(5, 5, Pictures.rings(5)).hash()).isNotEqualTo(none.hash());
    }

    @Test
    void refusesASizeThatCannotBe() {
        for (int side : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Pdq.of(side, 10, Pictures.plain(0)));
            assertThatIllegalArgumentException().isThrownBy(() -> Pdq.dihedral(10, side, Pictures.plain(0)));
        }
    }

    /** Smooth in both directions, the same scene whatever the size. */
    private static IntBinaryOperator hills(int width, int height) {
        return (x, y) -> {
            double u = (double) x / width;
            double v = (double) y / height;
            double level = Math.sin(9 * u + 4 * v * v) + Math.sin(13 * v - 7 * u * v) + Math.sin(31 * u * v + 2);
            return 0x010101 * (int) (127.5 + 42 * level);
        };
    }

    private static PdqResult result(String hex, int quality) {
        return new PdqResult(PdqHash.parse(hex), quality);
    }
}
