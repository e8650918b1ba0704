package org.unlisted.face.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.face.image.Box;

class ViewTest {

    @Test
    void looksOnceAtASmallPicture() {
        assertThat(View.of(320, 400)).containsExactly(new View(-40, 0, 400, false));
    }

    @ParameterizedTest
    @CsvSource({"1200, 900", "3000, 500", "1001, 1001", "4000, 3000", "12000, 2600", "500, 9000"})
    void leavesNoFaceCutInEveryTile(int width, int height) {
        List<View> tiles = View.of(width, height).stream().filter(View::part).toList();
        int face = 200;
        for (int y = 0; y + face <= height; y += 37) {
            for (int x = 0; x + face <= width; x += 37) {
                Box box = new Box(x, y, x + face, y + face);
                assertThat(tiles).anyMatch(t -> holds(t, box) && !t.cuts(box, width, height));
            }
        }
    }

    @Test
    void keepsTheNumberOfTilesInBounds() {
        assertThat(View.of(12_000, 2_600)).hasSizeLessThanOrEqualTo(121);
    }

    private static boolean holds(View tile, Box box) {
        return box.left() >= tile.left() && box.top() >= tile.top()
                && box.right() <= tile.left() + tile.side() && box.bottom() <= tile.top() + tile.side();
    }
}
