package org.unlisted.face.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatchSamplerTest {

    private static final PlaneFormat RGB = new PlaneFormat(PlaneFormat.Order.RGB, 0, 1);

    @Test
    void copiesPixelsWhereNothingIsScaled() {
        Picture picture = gradient(8, 8);
        float[] patch = new float[3 * 16];

        PatchSampler.sample(picture, new Similarity(1, 0, 2, 3), 4, 4, RGB, patch, 0);

        assertThat(patch[0]).isEqualTo(20); // red is ten times the column
        assertThat(patch[16]).isEqualTo(30); // green is ten times the row
        assertThat(patch[3]).isEqualTo(50);
    }

    @Test
    void swapsPlanesForNetworksThatWantBlueFirst() {
        Picture picture = Picture.of(1, 1, new int[] {0x010203});
        float[] patch = new float[3];

        PatchSampler.sample(
                picture, new Similarity(1, 0, 0, 0), 1, 1, new PlaneFormat(PlaneFormat.Order.BGR, 1, 2), patch, 0);

        assertThat(patch).containsExactly(1f, 0.5f, 0f);
    }

    @Test
    void averagesEveryPixelWhenItShrinks() {
        int[] stripes = new int[64 * 64];
        for (int i = 0; i < stripes.length; i++) stripes[i] = i % 2 == 0 ? 0xffffff : 0;
        float[] patch = new float[3 * 16];

        PatchSampler.sample(Picture.of(64, 64, stripes), Similarity.ofSquare(0, 0, 64, 4), 4, 4, RGB, patch, 0);

        for (float value : patch) assertThat(value).isCloseTo(127.5f, within(1f));
    }

    @Test
    void isBlackOutsideThePicture() {
        float[] patch = new float[3];

        PatchSampler.sample(gradient(8, 8), new Similarity(1, 0, 20, 20), 1, 1, RGB, patch, 0);

        assertThat(patch).containsExactly(0, 0, 0);
    }

    @Test
    void findsTheSimilarityThatMovedThePoints() {
        Similarity moved = new Similarity(1.2, -0.7, 30, 5);
        List<Point> from = List.of(new Point(38, 52), new Point(74, 51), new Point(56, 72), new Point(42, 92));
        List<Point> to = from.stream().map(p -> moved.apply(p.x(), p.y())).toList();

        Similarity found = Similarity.fit(from, to);

        assertThat(found.a()).isCloseTo(1.2, within(1e-9));
        assertThat(found.b()).isCloseTo(-0.7, within(1e-9));
        assertThat(found.tx()).isCloseTo(30, within(1e-9));
        assertThat(found.ty()).isCloseTo(5, within(1e-9));
    }

    private static Picture gradient(int width, int height) {
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) rgb[y * width + x] = x * 0x0a0000 + y * 0x000a00;
        return Picture.of(width, height, rgb);
    }
}
