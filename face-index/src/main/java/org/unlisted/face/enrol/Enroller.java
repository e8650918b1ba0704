package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.embed.FaceReader;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.Picture;

/** Turns photos of one person into references, or says photo by photo why not. As thread-safe as its reader. */
public final class Enroller {

    /** A second face this much smaller than the first is a passer-by or a poster, not a second subject. */
    private static final double BYSTANDER = 1 / 3.0;

    /** px, width and height of the portrait. */
    private static final int PORTRAIT = 160;

    private final ImageDecoder decoder;
    private final FaceReader reader;
    private final String model;
    private final EnrolmentRules rules;

    /** @param model id of the embedder's card */
    public Enroller(ImageDecoder decoder, FaceReader reader, String model, EnrolmentRules rules) {
        this.decoder = requireNonNull(decoder, "decoder");
        this.reader = requireNonNull(reader, "reader");
        this.model = requireNonNull(model, "model");
        this.rules = requireNonNull(rules, "rules");
    }

    /** All photos or none: one that cannot be used refuses the set, so that its owner can send a better one. */
    public EnrolmentOutcome enrol(EnroleeId id, List<NamedPhoto> photos) {
        requireNonNull(id, "id");
        if (photos.isEmpty()) return new EnrolmentOutcome.Refused(List.of("no photo was given"));
        if (photos.size() > rules.maxPhotos())
            return new EnrolmentOutcome.Refused(
                    List.of(photos.size() + " photos were given, at most " + rules.maxPhotos() + " are taken"));
        List<String> reasons = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        for (NamedPhoto photo : photos) {
            switch (decoder.decode(photo.bytes())) {
                case Decoding.Refused refused -> reasons.add(photo.name() + ": " + refused.reason());
                case Decoding.Cut cut -> reasons.add(photo.name() + ": " + cut.reason() + "; send the whole photo");
                case Decoding.Decoded decoded -> look(photo.name(), decoded.picture(), subjects, reasons);
            }
        }
        if (reasons.isEmpty()) reasons.addAll(strangersAmong(subjects));
        if (!reasons.isEmpty()) return new EnrolmentOutcome.Refused(reasons);
        List<Embedding> embeddings = subjects.stream().map(s -> s.face().embedding()).toList();
        return new EnrolmentOutcome.Enrolled(new ReferenceSet(id, model, embeddings, portrait(subjects)));
    }

    private void look(String name, Picture picture, List<Subject> subjects, List<String> reasons) {
        List<EmbeddedFace> faces = reader.read(picture).stream()
                .sorted(Comparator.comparingInt((EmbeddedFace f) -> f.face().box().width()).reversed())
                .toList();
        if (faces.isEmpty()) {
            reasons.add(name + ": no face found");
            return;
        }
        int width = faces.getFirst().face().box().width();
        long subjectsFound =
                faces.stream().filter(f -> f.face().box().width() > width * BYSTANDER).count();
        if (subjectsFound > 1) reasons.add(name + ": " + subjectsFound + " faces found, one is needed");
        else if (width < rules.minFaceWidth())
            reasons.add(name + ": the face is " + width + " px wide, at least " + rules.minFaceWidth() + " are needed");
        else subjects.add(new Subject(name, picture, faces.getFirst()));
    }

    /** Photos that do not show the person whom most photos show. */
    private List<String> strangersAmong(List<Subject> subjects) {
        Subject anchor = subjects.stream()
                .max(Comparator.comparingLong(s ->
                        subjects.stream().filter(o -> alike(s, o)).count()))
                .orElseThrow();
        return subjects.stream()
                .filter(s -> !alike(anchor, s))
                .map(s -> s.name() + ": not the same person as in " + anchor.name())
                .toList();
    }

    private boolean alike(Subject one, Subject other) {
        return one.face().embedding().cosine(other.face().embedding()) >= rules.minCosine();
    }

    /** Of the face nearest to all others, as a square with hair and chin. */
    private static byte[] portrait(List<Subject> subjects) {
        Subject typical = subjects.stream()
                .max(Comparator.comparingDouble(s -> subjects.stream()
                        .mapToDouble(o -> s.face().embedding().cosine(o.face().embedding()))
                        .sum()))
                .orElseThrow();
        Box face = typical.face().face().box();
        Picture picture = typical.picture();
        int wanted = (int) (Math.max(face.width(), face.height()) * 1.6);
        int side = Math.min(wanted, Math.min(picture.width(), picture.height()));
        int left = Math.clamp((face.left() + face.right() - side) / 2, 0, picture.width() - side);
        // a little more room above than below: hair
        int top = Math.clamp((face.top() + face.bottom() - side) / 2 - side / 16, 0, picture.height() - side);
        return picture.crop(new Box(left, top, left + side, top + side)).scaledTo(PORTRAIT, PORTRAIT).toJpeg();
    }

    private record Subject(String name, Picture picture, EmbeddedFace face) {}
}
