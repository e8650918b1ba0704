package org.unlisted.face.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.unlisted.face.model.ModelCard;
import org.unlisted.face.model.ModelCards;
import org.unlisted.face.model.Sha256;

/**
 * Makes the model files that the cards describe: a command of the build. Arguments: the directory of cards and
 * lockfile, a directory for npm, the directory of the results. Exit codes: 0 done or nothing to do, 1 failed, 2
 * something is missing.
 */
public final class ModelBuild {

    /** Scores of both grids, then boxes and keypoints of both. */
    private static final List<String> BLAZEFACE_OUTPUTS = List.of("Identity", "Identity_1", "Identity_2", "Identity_3");

    private final Path cardsDir;
    private final Path npmDir;
    private final Path outDir;

    ModelBuild(Path cardsDir, Path npmDir, Path outDir) {
        this.cardsDir = cardsDir;
        this.npmDir = npmDir;
        this.outDir = outDir;
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length != 3) {
            System.err.println("usage: ModelBuild CARDS_DIR NPM_DIR OUT_DIR");
            System.exit(2);
        }
        try {
            new ModelBuild(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run(System.getenv("PATH"));
        } catch (NpmPackages.Missing e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("face models: " + e.getMessage());
            System.exit(1);
        }
    }

    /** @param searchPath where node and npm are looked for */
    void run(String searchPath) throws IOException, InterruptedException {
        if (upToDate()) return;
        Files.createDirectories(npmDir);
        convertAll(NpmPackages.install(cardsDir, npmDir, searchPath));
    }

    /** @param packages where npm put the packages */
    void convertAll(Path packages) throws IOException {
        Files.createDirectories(outDir);
        for (ModelCard card : builtCards()) convert(card, packages);
    }

    /** Those without a source are files that the user brings. */
    private List<ModelCard> builtCards() throws IOException {
        return ModelCards.read(cardsDir).list().stream()
                .filter(card -> card.source().isPresent())
                .toList();
    }

    private boolean upToDate() throws IOException {
        for (ModelCard card : builtCards()) {
            Path file = outDir.resolve(card.file());
            if (!Files.isRegularFile(file) || !Sha256.of(file).equals(card.sha256())) return false;
        }
        return true;
    }

    /** A file that differs from its card never gets its name. */
    private void convert(ModelCard card, Path packages) throws IOException {
        ModelCard.Source source = card.source().orElseThrow();
        Path weights = packages.resolve(source.packageName()).resolve(source.path());
        Path part = outDir.resolve(card.file() + ".part");
        try {
            switch (source.format()) {
                case TFJS_GRAPH -> TfjsGraph.convert(weights, BLAZEFACE_OUTPUTS, part);
                case FACE_API_LANDMARKS -> FaceApiLandmarks.convert(weights, part);
                case TFLITE -> TfliteGraph.convert(weights, part);
            }
            String actual = Sha256.of(part);
            if (!actual.equals(card.sha256()))
                throw new IOException(card.file() + " came out with SHA-256 " + actual + ", but its card pins "
                        + card.sha256());
            Files.move(part, outDir.resolve(card.file()), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
