package org.unlisted.face.calibrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.unlisted.face.calibrate.CalibrationReport.Search;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;

/**
 * Runs labelled pairs through this module's own detection, alignment and embedding. Answers with numbers only: which
 * faces are alike stays inside. Close it to free the models.
 */
public final class Calibrator implements AutoCloseable {

    /** Gallery sizes that false alarms are stated for. */
    private static final int[] GALLERIES = {10, 100, 300, 1_000, 10_000};

    private static final double SEARCHED_AT = 1e-4;

    private final FaceModels models;
    private final Subjects subjects;

    private Calibrator(FaceModels models) {
        this.models = models;
        this.subjects = new Subjects(models.reader(), new ImageDecoder(ImageLimits.standard()));
    }

    /**
     * Opens models that may lack a calibration: it is what is made here.
     *
     * @param modelCards directory of the cards
     * @param models     directory of the model files
     */
    public static Calibrator open(Path modelCards, Path models) throws IOException {
        return new Calibrator(FaceModels.openUncalibrated(modelCards, models));
    }

    /**
     * @param csv      lines {@code path_a,path_b,mated} below that header; paths relative to it
     * @param progress is told how many pictures were looked at
     * @throws IllegalArgumentException if the file cannot be understood, or too few pairs remain to say anything
     */
    public CalibrationReport run(Path csv, Trial trial, IntConsumer progress) throws IOException {
        long start = System.nanoTime();
        LabelledPairs labelled = LabelledPairs.read(csv);
        Set<Path> first = new HashSet<>();
        Set<Path> second = new HashSet<>();
        Set<Path> images = new LinkedHashSet<>();
        for (LabelledPairs.Pair pair : labelled.pairs()) {
            first.add(pair.a());
            second.add(pair.b());
            images.addAll(List.of(pair.a(), pair.b()));
        }
        Map<Path, Subjects.Template> references = new LinkedHashMap<>();
        Map<Path, Subjects.Probe> probes = new LinkedHashMap<>();
        int looked = 0;
        int undetected = 0;
        for (Path image : images) {
            Subjects.Subject subject = subjects.look(
                    image, labelled.name(image), trial, first.contains(image), second.contains(image));
            subject.reference().ifPresent(r -> references.put(image, r));
            subject.probe().ifPresent(p -> probes.put(image, p));
            if (subject.reference().isEmpty() && subject.probe().isEmpty()) undetected++;
            progress.accept(++looked);
        }
        Comparisons comparisons = Comparisons.of(labelled, references, probes);
        return report(trial, images.size(), undetected, comparisons, new Identities(labelled).areKnown(), start);
    }

    /** How many pictures a file names. */
    public static int images(Path csv) throws IOException {
        Set<Path> images = new HashSet<>();
        for (LabelledPairs.Pair pair : LabelledPairs.read(csv).pairs()) images.addAll(List.of(pair.a(), pair.b()));
        return images.size();
    }

    private CalibrationReport report(
            Trial trial, int images, int undetected, Comparisons comparisons, boolean across, long start) {
        Evaluation evaluation = new Evaluation(comparisons);
        List<CalibrationReport.Point> points = evaluation.points();
        return new CalibrationReport(
                models.embedderCard().version(),
                trial,
                images,
                undetected,
                comparisons.misses(),
                comparisons.mated().size(),
                comparisons.nonMated().size(),
                comparisons.impostor().size(),
                across,
                evaluation.accuracy(),
                points,
                searches(points, comparisons),
                evaluation.roc(),
                (System.nanoTime() - start) / 1e9);
    }

    private static List<Search> searches(List<CalibrationReport.Point> points, Comparisons comparisons) {
        List<Search> searches = new ArrayList<>();
        points.stream().filter(p -> p.falseMatchRate() == SEARCHED_AT).findFirst().ifPresent(point -> {
            Searches measured = new Searches(comparisons.impostor(), point.cosine());
            for (int people : GALLERIES) {
                boolean drawn = people <= measured.largestGallery();
                double rate = drawn ? measured.falsePositiveRate(people) : 1 - Math.pow(1 - SEARCHED_AT, people);
                searches.add(new Search(people, rate, drawn));
            }
        });
        return searches;
    }

    @Override
    public void close() {
        models.close();
    }
}
