package org.unlisted.face.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates a TensorFlow.js graph model (NHWC) to TorchScript (NCHW), node by node from the outputs back to the input.
 * Knows the operations of BlazeFace; any other is refused by name.
 */
final class TfjsGraph {

    /** A result in the making; {@code size} is rows and columns, which are equal throughout. */
    private record Value(String name, int size, int channels) {}

    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
    private final Map<String, Value> done = new HashMap<>();
    private final TfjsWeights weights;
    private final TorchScript net = new TorchScript();

    private TfjsGraph(JsonNode root, TfjsWeights weights) {
        this.weights = weights;
        for (JsonNode node : root.path("modelTopology").path("node")) nodes.put(node.path("name").stringValue(), node);
    }

    /** @param outputs names of the nodes whose values the network answers, in this order */
    static void convert(Path json, List<String> outputs, Path target) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(json));
        TfjsGraph graph = new TfjsGraph(root, TfjsWeights.read(json));
        List<String> results = new ArrayList<>();
        for (String output : outputs) results.add(graph.value(output).name());
        TorchScriptArchive.write(target, graph.net, results);
    }

    private Value value(String name) {
        Value known = done.get(name);
        if (known != null) return known;
        Value made = translate(node(name));
        done.put(name, made);
        return made;
    }

    private Value translate(JsonNode node) {
        String op = node.path("op").stringValue();
        return switch (op) {
            case "Placeholder" -> input(node);
            case "Identity" -> value(in(node, 0));
            case "_FusedConv2D", "Conv2D" -> convolution(node, false);
            case "DepthwiseConv2dNative", "FusedDepthwiseConv2dNative" -> convolution(node, true);
            case "Relu" -> {
                Value x = value(in(node, 0));
                yield new Value(net.relu(x.name()), x.size(), x.channels());
            }
            case "AddV2", "Add" -> {
                Value a = value(in(node, 0));
                Value b = value(in(node, 1));
                yield new Value(net.add(a.name(), b.name()), a.size(), a.channels());
            }
            case "MaxPool" -> maxPool(node);
            case "Pad" -> padChannels(node);
            case "Reshape" -> reshape(node);
            default -> throw new IllegalArgumentException("operation " + op + " is not supported");
        };
    }

    private static Value input(JsonNode node) {
        JsonNode sides = node.path("attr").path("shape").path("shape").path("dim");
        return new Value(TorchScript.INPUT, number(sides.path(1).path("size")), number(sides.path(3).path("size")));
    }

    private Value convolution(JsonNode node, boolean depthwise) {
        Value x = value(in(node, 0));
        Tensor published = weights.get(in(node, 1));
        Tensor filters = depthwise ? published.depthwiseToOihw() : published.hwioToOihw();
        List<String> fused = texts(node.path("attr").path("fused_ops").path("list").path("s"));
        String bias = fused.contains("BiasAdd") ? net.weight(weights.get(in(node, 2))) : "None";
        int stride = number(node.path("attr").path("strides").path("list").path("i").path(1));
        int groups = depthwise ? x.channels() : 1;
        int kernel = filters.side(2);
        boolean same = text(node.path("attr").path("padding").path("s")).equals("SAME");
        String result = same
                ? net.convSame(x.name(), x.size(), filters, bias, stride, groups)
                : net.conv(x.name(), filters, bias, stride, 0, groups);
        for (String after : fused) {
            switch (after) {
                case "BiasAdd" -> { }
                case "Relu" -> result = net.relu(result);
                default -> throw new IllegalArgumentException("fused operation " + after + " is not supported");
            }
        }
        int size = same ? TorchScript.same(x.size(), stride) : (x.size() - kernel) / stride + 1;
        return new Value(result, size, filters.side(0));
    }

    private Value maxPool(JsonNode node) {
        Value x = value(in(node, 0));
        int kernel = number(node.path("attr").path("ksize").path("list").path("i").path(1));
        int stride = number(node.path("attr").path("strides").path("list").path("i").path(1));
        String pooled = net.line("torch.max_pool2d(%s, [%d, %d], [%d, %d], [0, 0], [1, 1], False)"
                .formatted(x.name(), kernel, kernel, stride, stride));
        return new Value(pooled, (x.size() - kernel) / stride + 1, x.channels());
    }

    /** Adds channels of zeros, so that a pooled value can be added to one with more channels. */
    private Value padChannels(JsonNode node) {
        Value x = value(in(node, 0));
        float[] pads = weights.get(in(node, 1)).values(); // before and after, for N, H, W, C
        for (int i = 0; i < 6; i++)
            if (pads[i] != 0) throw new IllegalArgumentException("padding of rows or columns is not supported");
        String padded = net.line("torch.constant_pad_nd(%s, [0, 0, 0, 0, %d, %d], 0)"
                .formatted(x.name(), (int) pads[6], (int) pads[7]));
        return new Value(padded, x.size(), x.channels() + (int) pads[6] + (int) pads[7]);
    }

    /** To batch, anchors, values: rows and columns first, as TensorFlow counts. */
    private Value reshape(JsonNode node) {
        Value x = value(in(node, 0));
        float[] shape = weights.get(in(node, 1)).values();
        String rowsFirst = net.line("torch.contiguous(torch.permute(" + x.name() + ", [0, 2, 3, 1]))");
        int last = (int) shape[shape.length - 1];
        String reshaped = net.line("torch.reshape(%s, [-1, %d, %d])"
                .formatted(rowsFirst, x.size() * x.size() * x.channels() / last, last));
        return new Value(reshaped, 1, last);
    }

    private JsonNode node(String name) {
        JsonNode node = nodes.get(name);
        if (node == null) throw new IllegalArgumentException("the graph has no node " + name);
        return node;
    }

    private static String in(JsonNode node, int index) {
        String name = node.path("input").path(index).stringValue();
        return name.endsWith(":0") ? name.substring(0, name.length() - 2) : name;
    }

    /** Protocol buffers as JSON write 64-bit integers as text. */
    private static int number(JsonNode node) {
        return Integer.parseInt(node.asString());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) texts.add(text(item));
        return texts;
    }

    private static String text(JsonNode base64) {
        return new String(Base64.getDecoder().decode(base64.stringValue()), UTF_8);
    }
}
