package org.unlisted.face.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A TorchScript file on the CPU: floats in, floats out. Thread-safe: each call has a predictor of its own. */
final class TorchModel implements AutoCloseable {

    private final ZooModel<NDList, NDList> model;
    private final Path file;

    private TorchModel(ZooModel<NDList, NDList> model, Path file) {
        this.model = model;
        this.file = file;
    }

    static TorchModel load(Path file) throws IOException {
        Criteria<NDList, NDList> criteria = Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optEngine("PyTorch")
                .optDevice(Device.cpu())
                .optModelPath(file)
                .optTranslator(new NoopTranslator())
                .build();
        try {
            return new TorchModel(criteria.loadModel(), file);
        } catch (ModelNotFoundException | MalformedModelException e) {
            throw new IOException(file + ": PyTorch cannot load it", e);
        }
    }

    /**
     * One forward call.
     *
     * @param input values of {@code shape}, row-major
     * @return the values of each tensor that the network answers
     */
    List<float[]> forward(float[] input, long... shape) {
        try (Predictor<NDList, NDList> predictor = model.newPredictor();
                NDManager scope = model.getNDManager().newSubManager();
                NDList answer = predictor.predict(new NDList(scope.create(input, new Shape(shape))))) {
            List<float[]> tensors = new ArrayList<>(answer.size());
            for (NDArray tensor : answer) tensors.add(tensor.toFloatArray());
            return tensors;
        } catch (TranslateException e) {
            throw new IllegalStateException(file + " failed on an input of " + new Shape(shape), e);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
