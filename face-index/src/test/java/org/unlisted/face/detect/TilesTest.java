package org.unlisted.face.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.face.image.Box;

class TilesTest {

    @Test
    void needsNoneForASmallPicture() {
        assertThat(Tiles.of(500, 400, 0)).isEmpty();
    }

    /** 12 of the detector's 256 px. */
    @ParameterizedTest
    @CsvSource({"800, 600", "1200, 900", "3000, 500", "1001, 1001", "4000, 3000"})
    void showsEveryFaceFrom24PxOnWholeAndLargeEnoughInSomeView(int width, int height) {
        List<View> views = new ArrayList<>(Tiles.of(width, height, 0));
        views.add(View.whole(width, height, 0));
        for (int face = 24; face < Math.min(width, height) / 2; face = face * 5 / 4) {
            for (int y = 0; y + face <= height; y += 61) {
                for (int x = 0; x + face <= width; x += 61) {
                    Box box = new Box(x, y, x + face, y + face);
                    assertThat(views).as("%s", box).anyMatch(v -> holds(v, box)
                            && !v.cuts(box, width, height) && box.width() / v.side() >= 0.049);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8000, 6000", "12000, 2600", "40000, 1200"})
    void growInsteadOfGrowingInNumber(int width, int height) {
        assertThat(Tiles.of(width, height, 0)).hasSizeBetween(50, 320);
    }

    private static boolean holds(View view, Box box) {
        double left = view.centreX() - view.side() / 2;
        double top = view.centreY() - view.side() / 2;
        return box.left() >= left && box.top() >= top && box.right() <= left + view.side() && box.bottom() <= top + view.side();
    }
}
