package org.unlisted.face.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Point;

class ViewTest {

    @Test
    void centresThePictureInASquare() {
        assertThat(View.whole(320, 400, 0).toPicture(256).apply(0, 0)).isEqualTo(new Point(-40, 0));
    }

    @Test
    void turnsClockwiseAboutItsCentre() {
        View turned = View.whole(400, 400, 90);

        assertClose(turned.toPicture(256).apply(128, 128), 200, 200);
        assertClose(turned.toPicture(256).apply(0, 0), 400, 0);
        assertClose(turned.toPicture(256).apply(256, 0), 400, 400);
    }

    @Test
    void knowsWhichFacesItsBordersCut() {
        View part = new View(500, 500, 400, 0, true);

        assertThat(part.cuts(new Box(290, 400, 400, 500), 2000, 2000)).isTrue();
        assertThat(part.cuts(new Box(350, 400, 450, 500), 2000, 2000)).isFalse();
        assertThat(part.cuts(new Box(600, 400, 699, 500), 700, 2000)).as("the picture ends there").isFalse();
    }

    @Test
    void isAPartOnlyByQuarters() {
        assertThatIllegalArgumentException().isThrownBy(() -> new View(0, 0, 100, 45, true));
    }

    private static void assertClose(Point actual, double x, double y) {
        assertThat(actual.x()).isCloseTo(x, within(1e-6));
        assertThat(actual.y()).isCloseTo(y, within(1e-6));
    }
}
