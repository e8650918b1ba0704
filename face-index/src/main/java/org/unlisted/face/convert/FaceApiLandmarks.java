package org.unlisted.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The 68-landmark network of face-api: four dense blocks of depthwise separable convolutions, 112 x 112 RGB from 0 to
 * 255 in, 136 numbers (x, y as shares of the input's side) out. Its package publishes weights only; the topology is
 * code there, and here.
 */
final class FaceApiLandmarks {

    private static final int INPUT = 112;

    private final TfjsWeights weights;
    private final TorchScript net = new TorchScript();

    private FaceApiLandmarks(TfjsWeights weights) {
        this.weights = weights;
    }

    static void convert(Path manifest, Path target) throws IOException {
        FaceApiLandmarks landmarks = new FaceApiLandmarks(TfjsWeights.read(manifest));
        String answer = landmarks.build();
        TorchScriptArchive.write(target, landmarks.net, List.of(answer));
    }

    private String build() {
        // mean colour of the training pictures, red, green, blue
        String mean = net.weight(new Tensor(new float[] {122.782f, 117.001f, 104.298f}, 1, 3, 1, 1));
        String x = net.line("torch.div(torch.sub(" + TorchScript.INPUT + ", " + mean + "), 255.)");
        int size = INPUT;
        for (int block = 0; block < 4; block++) {
            x = denseBlock(x, "dense" + block + "/conv", size, block == 0);
            size = TorchScript.same(size, 2);
        }
        String pooled = net.flatten(
                net.line("torch.avg_pool2d(" + x + ", [7, 7], [2, 2], [0, 0], False, True, None)"));
        String product = net.line("torch.matmul(" + pooled + ", " + net.weight(weights.get("fc/weights")) + ")");
        return net.add(product, net.weight(weights.get("fc/bias")));
    }

    /** Four convolutions, the first with stride 2; each later one sees the sum of all before it. */
    private String denseBlock(String x, String name, int size, boolean first) {
        String one = net.relu(first ? full(x, name + "0", size) : separable(x, name + "0", size, 2));
        int half = TorchScript.same(size, 2);
        String sum = net.add(one, separable(one, name + "1", half, 1));
        sum = net.add(sum, separable(net.relu(sum), name + "2", half, 1));
        sum = net.add(sum, separable(net.relu(sum), name + "3", half, 1));
        return net.relu(sum);
    }

    private String full(String x, String name, int size) {
        Tensor filters = weights.get(name + "/filters").hwioToOihw();
        return net.convSame(x, size, filters, net.weight(weights.get(name + "/bias")), 2, 1);
    }

    private String separable(String x, String name, int size, int stride) {
        Tensor depthwise = weights.get(name + "/depthwise_filter").depthwiseToOihw();
        Tensor pointwise = weights.get(name + "/pointwise_filter").hwioToOihw();
        String spread = net.convSame(x, size, depthwise, "None", stride, depthwise.side(0));
        return net.conv(spread, pointwise, net.weight(weights.get(name + "/bias")), 1, 0, 1);
    }
}
