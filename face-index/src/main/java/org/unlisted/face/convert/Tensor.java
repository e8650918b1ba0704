package org.unlisted.face.convert;

import java.util.Arrays;

/** Weights as a published file holds them. Package-internal: arrays are shared, never changed. */
final class Tensor {

    private final float[] values;
    private final int[] shape;

    Tensor(float[] values, int... shape) {
        int expected = 1;
        for (int side : shape) expected = Math.multiplyExact(expected, side);
        if (expected != values.length)
            throw new IllegalArgumentException(values.length + " values for the shape " + Arrays.toString(shape));
        this.values = values;
        this.shape = shape;
    }

    float[] values() {
        return values;
    }

    int[] shape() {
        return shape;
    }

    int side(int axis) {
        return shape[axis];
    }

    /** A convolution's filters from TensorFlow's height, width, in, out to PyTorch's out, in, height, width. */
    Tensor hwioToOihw() {
        int height = shape[0];
        int width = shape[1];
        int in = shape[2];
        int out = shape[3];
        float[] moved = new float[values.length];
        int from = 0;
        for (int h = 0; h < height; h++)
            for (int w = 0; w < width; w++)
                for (int i = 0; i < in; i++)
                    for (int o = 0; o < out; o++) moved[((o * in + i) * height + h) * width + w] = values[from++];
        return new Tensor(moved, out, in, height, width);
    }

    /** A depthwise convolution's filters from height, width, in, multiplier to in x multiplier, 1, height, width. */
    Tensor depthwiseToOihw() {
        Tensor moved = hwioToOihw(); // multiplier, in, height, width
        int multiplier = shape[3];
        if (multiplier != 1)
            throw new IllegalArgumentException("channel multiplier " + multiplier + " is not supported");
        return new Tensor(moved.values, shape[2], 1, shape[0], shape[1]);
    }

    /** Filters from TensorFlow Lite's out, height, width, in to PyTorch's out, in, height, width. */
    Tensor ohwiToOihw() {
        int out = shape[0];
        int height = shape[1];
        int width = shape[2];
        int in = shape[3];
        float[] moved = new float[values.length];
        int from = 0;
        for (int o = 0; o < out; o++)
            for (int h = 0; h < height; h++)
                for (int w = 0; w < width; w++)
                    for (int i = 0; i < in; i++) moved[((o * in + i) * height + h) * width + w] = values[from++];
        return new Tensor(moved, out, in, height, width);
    }

    Tensor times(float factor) {
        float[] product = values.clone();
        for (int i = 0; i < product.length; i++) product[i] *= factor;
        return new Tensor(product, shape);
    }

    Tensor reshaped(int... newShape) {
        return new Tensor(values, newShape);
    }
}
