package org.unlisted.face.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.Look;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.embed.FaceReader;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.Picture;

/** The one person whom a labelled picture is about, as a reference and as a probe. */
final class Subjects {

    private final FaceReader reader;
    private final ImageDecoder decoder;
    private final Spoiler spoiler;

    Subjects(FaceReader reader, ImageDecoder decoder) {
        this.reader = reader;
        this.decoder = decoder;
        this.spoiler = new Spoiler(reader, decoder);
    }

    /** What a picture gives: as a reference, and as a probe. Empty where no face was found. */
    record Subject(Optional<Template> reference, Optional<Probe> probe) {}

    /** @param masked the mean of the bare face and its masked copies; absent where the trial has no masks */
    record Template(Embedding bare, Optional<Embedding> masked) {}

    record Probe(Optional<Embedding> bare, Optional<Embedding> covered, boolean judgedMasked) {

        /** The highest cosine that a sweep would see; a face that is surely bare is compared as a bare one. */
        double cosine(Template reference) {
            double best = -1;
            if (bare.isPresent() && !judgedMasked) best = bare.get().cosine(reference.bare());
            if (covered.isPresent() && reference.masked().isPresent())
                best = Math.max(best, covered.get().cosine(reference.masked().get()));
            return best;
        }
    }

    /**
     * @param name of the picture, which chooses how it is spoilt
     * @param asReference whether it stands first in a pair
     * @param asProbe     whether it stands second in a pair
     */
    Subject look(Path image, String name, Trial trial, boolean asReference, boolean asProbe) throws IOException {
        if (!(decoder.decode(Files.readAllBytes(image)) instanceof Decoding.Decoded decoded))
            return new Subject(Optional.empty(), Optional.empty());
        Picture picture = decoded.picture();
        Optional<EmbeddedFace> found = nearest(reader.read(picture, Look.CAREFUL), picture.width() / 2.0, picture.height() / 2.0);
        if (found.isEmpty()) return new Subject(Optional.empty(), Optional.empty());
        EmbeddedFace face = found.get();
        Optional<Template> reference = asReference ? face.bare().or(face::covered).map(bare -> reference(picture, face.face(), bare, trial)) : Optional.empty();
        return new Subject(reference, asProbe ? probe(picture, face, name, trial) : Optional.empty());
    }

    private Template reference(Picture picture, Face face, Embedding bare, Trial trial) {
        if (trial != Trial.MASKED) return new Template(bare, Optional.empty());
        List<Embedding> looks = new ArrayList<>(reader.masked(picture, face));
        looks.add(bare);
        return new Template(bare, Optional.of(Embedding.mean(looks)));
    }

    private Optional<Probe> probe(Picture picture, EmbeddedFace face, String name, Trial trial) {
        if (trial == Trial.PLAIN) return Optional.of(probe(face, trial));
        Picture spoilt = spoiler.spoil(picture, face.face(), trial, name);
        double scale = (double) spoilt.width() / picture.width();
        Box box = face.face().box();
        return nearest(reader.read(spoilt, Look.CAREFUL), (box.left() + box.right()) / 2.0 * scale, (box.top() + box.bottom()) / 2.0 * scale)
                .map(f -> probe(f, trial));
    }

    /** References are bare in the plain trials, so a probe that looks covered is compared as it is. */
    private static Probe probe(EmbeddedFace face, Trial trial) {
        boolean masked = trial == Trial.MASKED && face.covered().isPresent();
        return new Probe(face.bare().or(face::covered), face.covered(), masked);
    }

    private static Optional<EmbeddedFace> nearest(List<EmbeddedFace> faces, double x, double y) {
        return faces.stream().min(Comparator.comparingDouble(f -> {
            Box box = f.face().box();
            return Math.hypot((box.left() + box.right()) / 2.0 - x, (box.top() + box.bottom()) / 2.0 - y);
        }));
    }
}
