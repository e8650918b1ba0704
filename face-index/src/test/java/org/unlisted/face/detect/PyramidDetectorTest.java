package org.unlisted.face.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unlisted.face.Pictures;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Point;

/** What becomes of a network's answers; the network itself is tried in {@code api.DetectionTest}. */
class PyramidDetectorTest {

    private static final Picture PICTURE = Pictures.paper(450, 450);

    @Test
    void keepsTheSurestWhereThereAreTooMany() {
        List<Face> crowd = new ArrayList<>();
        for (int i = 0; i < 800; i++) crowd.add(face(i % 40 * 11, i / 40 * 11, 9, 0.55f + i * 0.0005f));
        PyramidDetector detector = new PyramidDetector((_, views, minScore) -> views.stream().map(_ -> crowd).toList());

        List<Face> found = detector.detect(PICTURE);

        assertThat(found).hasSize(600);
        assertThat(found).isSubsetOf(crowd.subList(200, 800));
    }

    @Test
    void dropsADoubtfulFaceThatASecondLookDoesNotConfirm() {
        Face doubtful = face(100, 100, 90, 0.4f);
        PyramidDetector detector = new PyramidDetector((_, views, minScore) ->
                views.stream().map(v -> v.side() >= 450 && minScore < 0.4 ? List.of(doubtful) : List.<Face>of()).toList());

        assertThat(detector.detect(PICTURE)).isEmpty();
    }

    @Test
    void takesTheKeypointsOfTheSecondLook() {
        Face first = face(100, 100, 40, 0.6f);
        Face second = face(102, 101, 40, 0.9f);
        PyramidDetector detector = new PyramidDetector((_, views, _) ->
                views.stream().map(v -> List.of(v.side() >= 450 ? first : second)).toList());

        assertThat(detector.detect(PICTURE)).containsExactly(second);
    }

    private static Face face(int left, int top, int side, float score) {
        return new Face(
                new Box(left, top, left + side, top + side), Collections.nCopies(6, new Point(left, top)), score);
    }
}
