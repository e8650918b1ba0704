package org.unlisted.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translates a TensorFlow Lite network (NHWC) to TorchScript (NCHW). TensorFlow spells PReLU as
 * {@code relu(x) + slope / 2 * (x - |x|)}; the five operations are recognised and written as one.
 */
final class TfliteGraph {

    private static final int ADD = 0;
    private static final int CONV_2D = 3;
    private static final int DEPTHWISE_CONV_2D = 4;
    private static final int MUL = 18;
    private static final int RELU = 19;
    private static final int RESHAPE = 22;
    private static final int SUB = 41;
    private static final int ABS = 101;

    /** A result in the making; {@code size} is rows and columns. */
    private record Value(String name, int size) {}

    /** {@code slope / 2 * (x - |x|)} of a tensor. */
    private record NegativePart(int of, Tensor halfSlopes) {}

    private final TfliteModel model;
    private final TorchScript net = new TorchScript();
    private final Map<Integer, Value> values = new HashMap<>();
    private final Map<Integer, Integer> reluOf = new HashMap<>();
    private final Map<Integer, Integer> absOf = new HashMap<>();
    private final Map<Integer, Integer> twiceNegativeOf = new HashMap<>();
    private final Map<Integer, NegativePart> negativeParts = new HashMap<>();

    private TfliteGraph(TfliteModel model) {
        this.model = model;
        values.put(model.input(), new Value(TorchScript.INPUT, model.shape(model.input())[1]));
    }

    static void convert(Path file, Path target) throws IOException {
        TfliteGraph graph = new TfliteGraph(TfliteModel.read(file));
        for (TfliteModel.Node node : graph.model.nodes()) graph.translate(node);
        TorchScriptArchive.write(
                target, graph.net, List.of(graph.value(graph.model.output()).name()));
    }

    private void translate(TfliteModel.Node node) {
        List<Integer> in = node.inputs();
        switch (node.code()) {
            case CONV_2D, DEPTHWISE_CONV_2D -> values.put(node.output(), convolution(node));
            case RELU -> reluOf.put(node.output(), in.get(0));
            case ABS -> absOf.put(node.output(), in.get(0));
            case SUB -> subtract(node);
            case MUL -> multiply(node);
            case ADD -> values.put(node.output(), add(node));
            case RESHAPE -> values.put(node.output(), new Value(net.flatten(value(in.get(0)).name()), 1));
            default -> throw new IllegalArgumentException("operation " + node.code() + " is not supported");
        }
    }

    private Value convolution(TfliteModel.Node node) {
        boolean depthwise = node.code() == DEPTHWISE_CONV_2D;
        Value x = value(node.inputs().get(0));
        Tensor published = constant(node.inputs().get(1));
        Tensor filters = depthwise
                ? published.reshaped(published.side(1), published.side(2), published.side(3), 1).depthwiseToOihw()
                : published.ohwiToOihw();
        String bias = node.inputs().size() > 2
                ? model.constant(node.inputs().get(2)).map(net::weight).orElse("None")
                : "None";
        int stride = node.options().intField(1, 1);
        boolean same = node.options().byteField(0, 0) == 0;
        int groups = depthwise ? filters.side(0) : 1;
        int activation = node.options().byteField(depthwise ? 4 : 3, 0);
        String result = same
                ? net.convSame(x.name(), x.size(), filters, bias, stride, groups)
                : net.conv(x.name(), filters, bias, stride, 0, groups);
        int size = same ? TorchScript.same(x.size(), stride) : (x.size() - filters.side(2)) / stride + 1;
        return switch (activation) {
            case 0 -> new Value(result, size);
            case 1 -> new Value(net.relu(result), size);
            default -> throw new IllegalArgumentException("activation " + activation + " is not supported");
        };
    }

    private void subtract(TfliteModel.Node node) {
        int x = node.inputs().get(0);
        Integer abs = absOf.get(node.inputs().get(1));
        if (abs == null || abs != x) throw new IllegalArgumentException("a subtraction that is not part of a PReLU");
        twiceNegativeOf.put(node.output(), x);
    }

    private void multiply(TfliteModel.Node node) {
        boolean constantFirst = model.constant(node.inputs().get(0)).isPresent();
        Tensor halfSlopes = constant(node.inputs().get(constantFirst ? 0 : 1));
        Integer of = twiceNegativeOf.get(node.inputs().get(constantFirst ? 1 : 0));
        if (of == null) throw new IllegalArgumentException("a product that is not part of a PReLU");
        negativeParts.put(node.output(), new NegativePart(of, halfSlopes));
    }

    private Value add(TfliteModel.Node node) {
        List<Integer> in = node.inputs();
        Integer positive = reluOf.get(in.get(0));
        NegativePart negative = negativeParts.get(in.get(1));
        if (positive == null || negative == null) {
            Value a = value(in.get(0));
            return new Value(net.add(a.name(), value(in.get(1)).name()), a.size());
        }
        if (negative.of() != positive) throw new IllegalArgumentException("the halves of a PReLU differ in input");
        Value x = value(positive);
        Tensor slopes = negative.halfSlopes().times(2);
        return new Value(net.prelu(x.name(), slopes.reshaped(slopes.values().length)), x.size());
    }

    private Value value(int tensor) {
        Value value = values.get(tensor);
        if (value == null) throw new IllegalArgumentException("tensor " + tensor + " is used before it is made");
        return value;
    }

    private Tensor constant(int tensor) {
        return model.constant(tensor)
                .orElseThrow(() -> new IllegalArgumentException("tensor " + tensor + " is not a constant"));
    }
}
