package org.unlisted.face.convert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A network being written as TorchScript source: each method appends one line to {@code forward} and answers the name
 * of its result. Tensors are NCHW. The input is called {@link #INPUT}.
 */
final class TorchScript {

    static final String INPUT = "x";

    private final List<Tensor> weights = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private int lines;

    /** @return an expression for the weight */
    String weight(Tensor tensor) {
        weights.add(tensor);
        return "self." + weightName(weights.size() - 1);
    }

    String line(String expression) {
        String result = "v" + lines++;
        body.append("    ").append(result).append(" = ").append(expression).append('\n');
        return result;
    }

    /** @param filters out, in / groups, height, width */
    String conv(String x, Tensor filters, String bias, int stride, int padding, int groups) {
        return line("torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], %d)"
                .formatted(x, weight(filters), bias, stride, stride, padding, padding, groups));
    }

    /**
     * A convolution padded as TensorFlow's "SAME": the result has ceil(size / stride) rows, and an odd padding puts the
     * larger part right and below.
     *
     * @param size rows and columns of x
     */
    String convSame(String x, int size, Tensor filters, String bias, int stride, int groups) {
        int kernel = filters.side(2);
        int total = Math.max(0, (same(size, stride) - 1) * stride + kernel - size);
        int before = total / 2;
        int after = total - before;
        if (before == after) return conv(x, filters, bias, stride, before, groups);
        String padded = line("torch.constant_pad_nd(%s, [%d, %d, %d, %d], 0)"
                .formatted(x, before, after, before, after));
        return conv(padded, filters, bias, stride, 0, groups);
    }

    /** Rows of a "SAME" convolution's result. */
    static int same(int size, int stride) {
        return (size + stride - 1) / stride;
    }

    String relu(String x) {
        return line("torch.relu(" + x + ")");
    }

    String prelu(String x, Tensor slopes) {
        return line("torch.prelu(%s, %s)".formatted(x, weight(slopes)));
    }

    String add(String a, String b) {
        return line("torch.add(" + a + ", " + b + ")");
    }

    /** Everything but the batch in one axis. */
    String flatten(String x) {
        return line("torch.flatten(" + x + ", 1, -1)");
    }

    List<Tensor> weights() {
        return List.copyOf(weights);
    }

    static String weightName(int index) {
        return "w" + index;
    }

    /** The module's source, returning {@code outputs}: one tensor, or a tuple. */
    String source(List<String> outputs) {
        StringBuilder names = new StringBuilder();
        StringBuilder declarations = new StringBuilder();
        for (int i = 0; i < weights.size(); i++) {
            names.append('"').append(weightName(i)).append("\", ");
            declarations.append("  ").append(weightName(i)).append(" : Tensor\n");
        }
        String type = outputs.size() == 1
                ? "Tensor"
                : "Tuple[" + String.join(", ", Collections.nCopies(outputs.size(), "Tensor")) + "]";
        String result = outputs.size() == 1 ? outputs.getFirst() : "(" + String.join(", ", outputs) + ")";
        return "class Net(Module):\n"
                + "  __parameters__ = []\n"
                + "  __buffers__ = [" + names + "]\n"
                + declarations
                + "  training : bool\n"
                + "  _is_full_backward_hook : Optional[bool]\n"
                + "  def forward(self: __torch__.Net,\n"
                + "    " + INPUT + ": Tensor) -> " + type + ":\n"
                + body
                + "    return " + result + "\n";
    }
}
