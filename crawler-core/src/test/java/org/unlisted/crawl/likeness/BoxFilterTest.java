package org.unlisted.crawl.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoxFilterTest {
    @Test
    void takesHalfACellForItsWindowRoundedUp() {
        assertThat(BoxFilter.window(1024, 64)).isEqualTo(8); // the published description's own example
        assertThat(BoxFilter.window(5, 64)).isEqualTo(1);
        assertThat(BoxFilter.window(128, 64)).isEqualTo(1);
        assertThat(BoxFilter.window(129, 64)).isEqualTo(2);
    }

    @Property(tries = 100)
    void isTwiceTheMeanOfTheWindowInBothDirections(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 700) int width, @ForAll @IntRange(min = 5, max = 70) int height) {
        Random random = new Random(seed);
        float[] plane = new float[width * height];
        for (int i = 0; i < plane.length; i++) plane[i] = random.nextFloat() * 255;
        double[] expected = new double[plane.length];
        for (int i = 0; i < plane.length; i++) expected[i] = plane[i];
        for (int pass = 0; pass < 2; pass++) {
            expected = means(expected, width, height, 1, width);
            expected = means(expected, height, width, width, 1);
        }

        float[] samples = BoxFilter.sample(plane, width, height, 64);

        for (int i = 0; i < samples.length; i++) {
            int x = (2 * (i % 64) + 1) * width / 128; // the middle of a cell
            int y = (2 * (i / 64) + 1) * height / 128;
            assertThat((double) samples[i]).isCloseTo(expected[y * width + x], within(0.02));
        }
    }

    /** Each the mean of its window as far as the line goes; a window of even width reaches one further ahead. */
    private static double[] means(double[] in, int length, int lines, int step, int lineStep) {
        int window = BoxFilter.window(length, 64);
        double[] out = new double[in.length];
        for (int line = 0; line < lines; line++)
            for (int at = 0; at < length; at++) {
                int first = Math.max(0, at - (window - 1) / 2);
                int last = Math.min(length - 1, at + window / 2);
                double sum = 0;
                for (int i = first; i <= last; i++) sum += in[line * lineStep + i * step];
                out[line * lineStep + at * step] = sum / (last - first + 1);
            }
        return out;
    }
}
