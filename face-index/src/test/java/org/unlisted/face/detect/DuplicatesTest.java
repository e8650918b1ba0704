package org.unlisted.face.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Point;

class DuplicatesTest {

    @Test
    void keepsTheBestOfOverlappingBoxes() {
        Face weak = face(0, 0, 100, 0.6f);
        Face strong = face(10, 5, 100, 0.9f);

        assertThat(Duplicates.remove(List.of(weak, strong), Function.identity(), Face::score)).containsExactly(strong);
    }

    @Test
    void dropsASmallBoxInsideALargeOne() {
        Face whole = face(0, 0, 100, 0.9f);
        Face mouth = face(30, 60, 35, 0.7f);

        assertThat(Duplicates.remove(List.of(whole, mouth), Function.identity(), Face::score)).containsExactly(whole);
    }

    @Test
    void keepsNeighboursBestFirst() {
        Face left = face(0, 0, 100, 0.7f);
        Face right = face(90, 0, 100, 0.8f);

        assertThat(Duplicates.remove(List.of(left, right), Function.identity(), Face::score)).containsExactly(right, left);
    }

    private static Face face(int left, int top, int side, float score) {
        return new Face(
                new Box(left, top, left + side, top + side), Collections.nCopies(6, new Point(left, top)), score);
    }
}
