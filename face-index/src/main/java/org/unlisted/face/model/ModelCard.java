package org.unlisted.face.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.unlisted.face.image.PlaneFormat;

/**
 * What is known of a model: the contents of a file in {@code config/models}.
 *
 * @param id          names the model in references, snapshots and reports
 * @param file        name of the TorchScript file
 * @param sha256      of that file, hexadecimal
 * @param source      what the build makes the file from; absent for a file the user brings
 * @param licence     terms and what is known of the origin
 * @param input       what the network expects
 * @param alignment   how a face is laid into the input, in words
 * @param dimension   values in the answer for one face
 * @param weaknesses  known ones, in words
 * @param calibration how often it is wrong; an embedder without one finds nobody
 */
public record ModelCard(
        String id,
        Role role,
        String file,
        String sha256,
        Optional<Source> source,
        Licence licence,
        Input input,
        String alignment,
        int dimension,
        List<String> weaknesses,
        Optional<Calibration> calibration) {

    /** Of detection, alignment and averaging; changed whenever a face gets another vector than before. */
    private static final String PIPELINE = "p2";

    public ModelCard {
        requireNonNull(role, "role");
        requireNonNull(licence, "licence");
        requireNonNull(input, "input");
        requireNonNull(alignment, "alignment");
        weaknesses = List.copyOf(weaknesses);
        if (!id.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not a model id: " + id);
        if (!file.matches("[a-z0-9_-]+\\.pt"))
            throw new IllegalArgumentException("not the name of a .pt file: " + file);
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        if (dimension < 1) throw new IllegalArgumentException("dimension below 1: " + dimension);
    }

    /**
     * The tables of an embedder.
     *
     * @throws IllegalArgumentException if it has none: without one no cosine means anything
     */
    public Calibration calibrationTable() {
        return calibration.orElseThrow(() -> new IllegalArgumentException("embedder " + id
                + " has no calibration table, and without one no cosine means anything: make it with"
                + " \"unlisted calibrate --pairs CSV --card\" and put it into the card"));
    }

    /**
     * What references say of their origin: vectors of another model, or of this one aligned in another way, must never
     * be compared with them.
     */
    public String version() {
        return id + "-" + sha256.substring(0, 12) + "-" + PIPELINE;
    }

    /**
     * @param packageName npm package
     * @param version     exact
     * @param path        of the weights inside the package
     * @param format      which reader converts them
     */
    public record Source(String packageName, String version, String path, Format format) {
        public Source {
            requireNonNull(packageName, "packageName");
            requireNonNull(version, "version");
            requireNonNull(format, "format");
            if (path.startsWith("/") || path.contains(".."))
                throw new IllegalArgumentException("path leaves the package: " + path);
        }
    }

    /** How weights are published. */
    public enum Format { TFJS_GRAPH, FACE_API_LANDMARKS, TFLITE }

    /**
     * @param ofPackage  licence the package states
     * @param ofNetwork  the network's own, with its origin
     * @param provenance what is known of where the weights come from, honestly
     */
    public record Licence(String ofPackage, String ofNetwork, String provenance) {
        public Licence {
            requireNonNull(ofPackage, "ofPackage");
            requireNonNull(ofNetwork, "ofNetwork");
            requireNonNull(provenance, "provenance");
        }
    }

    /** One square picture, planes of floats: {@code (x - mean) / divisor}, x from 0 to 255. */
    public record Input(int size, PlaneFormat.Order colours, float mean, float divisor) {
        public Input {
            if (size < 16 || size > 2048) throw new IllegalArgumentException("input size outside 16 to 2048: " + size);
            requireNonNull(colours, "colours");
        }

        public PlaneFormat planes() {
            return new PlaneFormat(colours, mean, divisor);
        }
    }
}
