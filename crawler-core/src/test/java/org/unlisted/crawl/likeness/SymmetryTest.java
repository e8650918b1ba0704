package org.unlisted.crawl.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymmetryTest {
    @ParameterizedTest
    @EnumSource
    void turnsThePublishedHashOfTheBridgeIntoThePublishedHashOfItsTurnedFile(Symmetry symmetry) {
        PdqHash turned = shares(bridge(Symmetry.ORIGINAL)).turned(symmetry).hash();

        for (Symmetry other : Symmetry.values()) {
            int distance = turned.distance(bridge(other));
            if (other == symmetry) assertThat(distance).isLessThanOrEqualTo(PdqIndex.DEFAULT_DISTANCE);
            else assertThat(distance).isGreaterThan(3 * PdqIndex.DEFAULT_DISTANCE);
        }
    }

    /** At 64 px nothing is blurred and the samples lie alike from both ends, so that only rounding is left to differ. */
    @ParameterizedTest
    @EnumSource
    void turnsTheHashAsThePictureIsTurned(Symmetry symmetry) {
        IntBinaryOperator picture = Pictures.blocks();

        PdqDihedral all = Pdq.dihedral(64, 64, picture);
        PdqResult turned = Pdq.of(64, 64, turned(picture, symmetry, 63));

        assertThat(all.hash(symmetry).distance(turned.hash())).isLessThanOrEqualTo(2);
        assertThat(all.quality()).isEqualTo(turned.quality());
    }

    @Test
    void hasTheHashOfThePictureItselfFirst() {
        assertThat(Pdq.dihedral(300, 200, Pictures.rings(300)).original())
                .isEqualTo(Pdq.of(300, 200, Pictures.rings(300)));
    }

    /**
     * From the reference's own test in Python (pdq_test.py): hashes of the eight files of one photograph of a bridge, each
     * turned and compressed anew.
     */
    private static PdqHash bridge(Symmetry symmetry) {
        return PdqHash.parse(
                switch (symmetry) {
                    case ORIGINAL -> "d8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22";
                    case ROTATE_90 -> "38a50efd71c83f429013d68d0ffffc52e34e0e15ada952a9d29684214aa9e5af";
                    case ROTATE_180 -> "2dadda64b5a142e5d362209057da895ae63b8c7fc277b4b766b319361f893188";
                    case ROTATE_270 -> "a5f0a457248995e8c9065c275aaa54d8b61ba4bdf8fcfc0387c32f8b0bfc4f05";
                    case FLIP_X -> "d8f80f31e0f417b00e37f5dd028f980fb36ed12a9662c1e233e64c634e9c64dd";
                    case FLIP_Y -> "0dad259bb1a1bd18d362576556da32a1e63b7380c2374b4866b3c6c91b89ce77";
                    case FLIP_PLUS_1 -> "f0a5e10271dcc0bd9c5309720fff018de34ef1e8ada9a956d2967ade1ea91a50";
                    case FLIP_MINUS_1 -> "69f05aa8a4996a17c146a2da5aaaab07b61b5b60f8fc07fc83c3d0740bfcb0fa";
                });
    }

    /** A table of shares that has the hash: above 0 where the bit is set, no two alike, and the higher waves weaker. */
    private static Spectrum shares(PdqHash hash) {
        long[] words = {hash.fourth(), hash.third(), hash.second(), hash.first()};
        float[] shares = new float[Spectrum.SIDE * Spectrum.SIDE];
        for (int k = 0; k < shares.length; k++) {
            boolean set = (words[k / Long.SIZE] >>> (k % Long.SIZE) & 1) == 1;
            shares[k] = (set ? 1f : -1f) / (k + 1);
        }
        return new Spectrum(shares);
    }

    private static IntBinaryOperator turned(IntBinaryOperator rgb, Symmetry symmetry, int last) {
        return switch (symmetry) {
            case ORIGINAL -> rgb;
            case ROTATE_90 -> (x, y) -> rgb.applyAsInt(last - y, x);
            case ROTATE_180 -> (x, y) -> rgb.applyAsInt(last - x, last - y);
            case ROTATE_270 -> (x, y) -> rgb.applyAsInt(y, last - x);
            case FLIP_X -> (x, y) -> rgb.applyAsInt(x, last - y);
            case FLIP_Y -> (x, y) -> rgb.applyAsInt(last - x, y);
            case FLIP_PLUS_1 -> (x, y) -> rgb.applyAsInt(y, x);
            case FLIP_MINUS_1 -> (x, y) -> rgb.applyAsInt(last - y, last - x);
        };
    }
}
