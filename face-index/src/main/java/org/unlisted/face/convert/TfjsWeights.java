package org.unlisted.face.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weights of a TensorFlow.js model: a JSON manifest (alone, or inside a graph model) beside shards of raw bytes,
 * possibly quantised to 8 or 16 bits.
 */
final class TfjsWeights {

    private final Map<String, Tensor> tensors;
    private final Path manifest;

    private TfjsWeights(Map<String, Tensor> tensors, Path manifest) {
        this.tensors = tensors;
        this.manifest = manifest;
    }

    static TfjsWeights read(Path manifest) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(manifest));
        JsonNode groups = root.isArray() ? root : root.path("weightsManifest");
        Map<String, Tensor> tensors = new HashMap<>();
        for (JsonNode group : groups) {
            ByteArrayOutputStream shards = new ByteArrayOutputStream();
            for (JsonNode path : group.path("paths"))
                shards.writeBytes(Files.readAllBytes(manifest.resolveSibling(path.stringValue())));
            ByteBuffer bytes = ByteBuffer.wrap(shards.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            for (JsonNode weight : group.path("weights"))
                tensors.put(weight.path("name").stringValue(), tensor(weight, bytes));
            if (bytes.hasRemaining())
                throw new IOException(manifest + ": " + bytes.remaining() + " bytes that no weight explains");
        }
        return new TfjsWeights(tensors, manifest);
    }

    Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) throw new IllegalArgumentException(manifest + ": no weight " + name);
        return tensor;
    }

    private static Tensor tensor(JsonNode weight, ByteBuffer bytes) {
        int[] shape = new int[weight.path("shape").size()];
        int count = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = weight.path("shape").path(i).intValue();
            count *= shape[i];
        }
        JsonNode quantisation = weight.path("quantization");
        String type = quantisation.isObject()
                ? quantisation.path("dtype").stringValue()
                : weight.path("dtype").stringValue();
        double scale = quantisation.path("scale").doubleValue(1);
        double min = quantisation.path("min").doubleValue(0);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case "float32" -> bytes.getFloat();
                case "int32" -> bytes.getInt();
                case "float16" -> Float.float16ToFloat(bytes.getShort());
                case "uint8" -> (float) ((bytes.get() & 0xff) * scale + min);
                case "uint16" -> (float) ((bytes.getShort() & 0xffff) * scale + min);
                default -> throw new IllegalArgumentException("weights of type " + type);
            };
        }
        return new Tensor(values, shape);
    }
}
