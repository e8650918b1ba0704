package org.unlisted.face.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A TensorFlow Lite file with one graph; field numbers are those of its published FlatBuffers schema. */
final class TfliteModel {

    /** {@code code}: number of the operation in the schema's BuiltinOperator; {@code options}: a field of the node. */
    record Node(int code, List<Integer> inputs, int output, FlatTable table) {

        FlatTable options() {
            return table.table(4);
        }
    }

    private final List<FlatTable> tensors;
    private final List<FlatTable> buffers;
    private final List<Node> nodes;
    private final int input;
    private final int output;

    private TfliteModel(FlatTable model) {
        FlatTable graph = model.tables(2).getFirst();
        this.buffers = model.tables(4);
        this.tensors = graph.tables(0);
        this.input = graph.ints(1)[0];
        this.output = graph.ints(2)[0];
        // codes above 127 live in a field of their own
        List<Integer> codes = model.tables(1).stream()
                .map(c -> Math.max(c.byteField(0, 0), c.intField(3, 0)))
                .toList();
        this.nodes = graph.tables(3).stream()
                .map(n -> new Node(
                        codes.get(n.intField(0, 0)), Arrays.stream(n.ints(1)).boxed().toList(), n.ints(2)[0], n))
                .toList();
    }

    static TfliteModel read(Path file) throws IOException {
        return new TfliteModel(FlatTable.root(
                ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN)));
    }

    /** In the order of execution. */
    List<Node> nodes() {
        return nodes;
    }

    int input() {
        return input;
    }

    int output() {
        return output;
    }

    int[] shape(int tensor) {
        return tensors.get(tensor).ints(0);
    }

    /** The values of a tensor that is a constant. */
    Optional<Tensor> constant(int tensor) {
        if (tensor < 0) return Optional.empty();
        FlatTable table = tensors.get(tensor);
        ByteBuffer blob = buffers.get(table.intField(2, 0)).blob(0);
        if (!blob.hasRemaining()) return Optional.empty();
        boolean halves = table.byteField(1, 0) == 1;
        if (!halves && table.byteField(1, 0) != 0) return Optional.empty(); // integers: shapes, not weights
        float[] values = new float[blob.remaining() / (halves ? 2 : 4)];
        for (int i = 0; i < values.length; i++)
            values[i] = halves ? Float.float16ToFloat(blob.getShort()) : blob.getFloat();
        return Optional.of(new Tensor(values, shape(tensor)));
    }
}
