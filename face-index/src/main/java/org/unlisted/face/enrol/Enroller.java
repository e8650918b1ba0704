package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.Look;
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

    /** Patterns in cloth and hair are taken for faces now and then, but not with much certainty. */
    private static final float SURE = 0.75f;

    /** px, width and height of the portrait. */
    private static final int PORTRAIT = 160;

    /** px, most of a kept photo: four times what the networks look at. */
    private static final int KEPT = 480;

    private final ImageDecoder decoder;
    private final FaceReader reader;
    private final String model;
    private final EnrolmentRules rules;

    /** @param model version of the embedder */
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
                case Decoding.Decoded decoded -> look(photo.name(), decoded.picture(), subjects, reasons);
            }
        }
        if (reasons.isEmpty()) reasons.addAll(strangersAmong(subjects));
        if (!reasons.isEmpty()) return new EnrolmentOutcome.Refused(reasons);
        return new EnrolmentOutcome.Enrolled(references(id, subjects));
    }

    /**
     * The same person's photos, as they are kept, through this model: for references that another one made.
     *
     * @return empty if this model finds no face in any of them
     */
    Optional<ReferenceSet> renewed(ReferenceSet old) {
        List<Subject> subjects = new ArrayList<>();
        for (ReferenceSet.Photo photo : old.photos())
            if (decoder.decode(photo.jpeg()) instanceof Decoding.Decoded decoded)
                look("photo", decoded.picture(), subjects, new ArrayList<>());
        return subjects.isEmpty() ? Optional.empty() : Optional.of(references(old.enroleeId(), subjects));
    }

    private ReferenceSet references(EnroleeId id, List<Subject> subjects) {
        return new ReferenceSet(
                id,
                model,
                subjects.stream().map(Subject::embedding).toList(),
                subjects.stream().flatMap(s -> reader.masked(s.picture(), s.face().face()).stream()).toList(),
                subjects.stream().map(Subject::photo).toList(),
                portrait(subjects));
    }

    private void look(String name, Picture picture, List<Subject> subjects, List<String> reasons) {
        List<EmbeddedFace> faces = reader.read(picture, Look.CAREFUL).stream()
                .sorted(Comparator.comparingInt((EmbeddedFace f) -> f.face().box().width()).reversed())
                .toList();
        if (faces.isEmpty()) {
            reasons.add(name + ": no face found");
            return;
        }
        EmbeddedFace face = faces.getFirst();
        int width = face.face().box().width();
        long subjectsFound =
                1 + faces.stream().skip(1).filter(f -> isSubject(f.face(), width)).count();
        List<String> flaws = rules.flaws(face.quality());
        if (subjectsFound > 1) reasons.add(name + ": " + subjectsFound + " faces found, one is needed");
        else if (!flaws.isEmpty()) flaws.forEach(flaw -> reasons.add(name + ": " + flaw));
        else face.bare().ifPresent(embedding -> subjects.add(new Subject(name, picture, face, embedding)));
    }

    private static boolean isSubject(Face other, int width) {
        return other.box().width() > width * BYSTANDER && other.score() > SURE;
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
        return one.embedding().cosine(other.embedding()) >= rules.minCosine();
    }

    /** Of the face nearest to all others, as a square with hair and chin. */
    private static byte[] portrait(List<Subject> subjects) {
        Subject typical = subjects.stream()
                .max(Comparator.comparingDouble(s -> subjects.stream()
                        .mapToDouble(o -> s.embedding().cosine(o.embedding()))
                        .sum()))
                .orElseThrow();
        return square(typical, 1.6, PORTRAIT);
    }

    /** With a little more room above than below: hair. */
    private static byte[] square(Subject subject, double sides, int most) {
        Box face = subject.face().face().box();
        Picture picture = subject.picture();
        int wanted = (int) (Math.max(face.width(), face.height()) * sides);
        int side = Math.min(wanted, Math.min(picture.width(), picture.height()));
        int left = Math.clamp((face.left() + face.right() - side) / 2, 0, picture.width() - side);
        int top = Math.clamp((face.top() + face.bottom() - side) / 2 - side / 16, 0, picture.height() - side);
        Picture cut = picture.crop(new Box(left, top, left + side, top + side));
        return (most == PORTRAIT || side > most ? cut.scaledTo(most, most) : cut).toJpeg();
    }

    private record Subject(String name, Picture picture, EmbeddedFace face, Embedding embedding) {

        /** Enough of the photo for any later model, and no more: no room, no companions. */
        ReferenceSet.Photo photo() {
            return new ReferenceSet.Photo(square(this, 2.2, KEPT));
        }
    }
}
