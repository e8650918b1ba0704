package org.unlisted.face.detect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Picture;

/**
 * Finds faces of all sizes and in all four turns: one look at the whole picture in each turn, closer looks at tiles in
 * the turns that faces were found in, and a second look at every face that was small or doubtful, which places its
 * keypoints anew and drops what is no face. As thread-safe as its reader.
 */
public final class PyramidDetector implements FaceDetector {

    private static final List<Double> TURNS = List.of(0.0, 90.0, 180.0, 270.0);

    /** A first look may be this unsure: faces of 13 px are found with it that 0.5, MediaPipe's default, loses. */
    private static final float FIRST = 0.3f;

    /** What a single look must reach: MediaPipe's default. */
    private static final float SURE = 0.5f;

    /** Above this, and large, one look is enough. */
    private static final float BEYOND_DOUBT = 0.75f;

    /** What a second look must reach, which has the face in full size, if the first was unsure. */
    private static final float CONFIRMED = 0.65f;

    /** The same for faces that do not stand upright: rare, and patterns in cloth and leaves are often taken for them. */
    private static final float CONFIRMED_TURNED = 0.75f;

    /** How much surer a turned face must be than an upright one in the same place; masked ones look much alike. */
    private static final float FOR_TURNED = 0.08f;

    /** Below this share of their view, faces get a second look: eyes are placed a twentieth of the face wrong. */
    private static final double SMALL = 0.12;

    /** Faces of one picture; beyond it the least sure are dropped. */
    private static final int MOST = 600;

    private final ViewReader reader;

    public PyramidDetector(ViewReader reader) {
        this.reader = requireNonNull(reader, "reader");
    }

    @Override
    public List<Face> detect(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        List<View> whole = new ArrayList<>(TURNS.stream().map(t -> View.whole(width, height, t)).toList());
        whole.add(View.withBorder(width, height, 0)); // where a large face is masked, it is seen from further off
        List<Sight> sights = looks(picture, whole);
        for (double turn : turnsOf(sights)) sights.addAll(looks(picture, Tiles.of(width, height, turn)));
        if (sights.stream().noneMatch(s -> s.score() >= SURE))
            sights.addAll(looks(picture, TURNS.subList(1, 4).stream().map(t -> View.withBorder(width, height, t)).toList()));
        List<Sight> distinct = distinct(sights);
        List<Face> faces = Duplicates.remove(confirmed(picture, distinct), Function.identity(), PyramidDetector::rank);
        return faces.isEmpty() ? bestOfDoubtful(distinct) : faces;
    }

    /** A picture is more likely to show a face that is hard to see than none, if one look was sure of an upright one. */
    private static List<Face> bestOfDoubtful(List<Sight> sights) {
        return sights.stream().map(Sight::face).filter(f -> f.score() >= SURE && !isTurned(f)).limit(1).toList();
    }

    private static double rank(Face face) {
        return face.score() - (isTurned(face) ? FOR_TURNED : 0);
    }

    private static boolean isTurned(Face face) {
        return Math.abs(face.roll()) > 45;
    }

    @Override
    public Face refine(Picture picture, Face face) {
        Box around = View.at(face).box();
        if (picture.clamp(around).width() < 2) return face;
        Picture part = picture.crop(around);
        Face inPart = face.shifted(-picture.clamp(around).left(), -picture.clamp(around).top());
        Optional<Face> one = again(part, inPart);
        Optional<Face> other = again(part.mirrored(), inPart.mirrored(part.width())).map(f -> f.mirrored(part.width()));
        if (one.isEmpty() || other.isEmpty()) return face;
        return Face.mean(one.get(), other.get()).shifted(picture.clamp(around).left(), picture.clamp(around).top());
    }

    private Optional<Face> again(Picture picture, Face face) {
        return best(reader.read(picture, List.of(View.at(face)), SURE).getFirst(), face);
    }

    private static Optional<Face> best(List<Face> faces, Face first) {
        return faces.stream().filter(f -> isSame(f, first)).max(Comparator.comparingDouble(Face::score));
    }

    /** A face, and which share of the view's side it filled. */
    private record Sight(Face face, double share) {
        float score() {
            return face.score();
        }
    }

    private List<Sight> looks(Picture picture, List<View> views) {
        List<List<Face>> answers = reader.read(picture, views, FIRST);
        List<Sight> sights = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            for (Face face : answers.get(i))
                if (isInside(face.box(), picture) && !view.cuts(face.box(), picture.width(), picture.height()))
                    sights.add(new Sight(face, face.box().width() / view.side()));
        }
        return sights;
    }

    /** The turns that a sure face stands in; upright where there is none. */
    private static List<Double> turnsOf(List<Sight> sights) {
        List<Double> turns = TURNS.stream()
                .filter(t -> sights.stream().anyMatch(s -> s.score() >= SURE && Math.abs(Math.IEEEremainder(s.face().roll() - t, 360)) <= 45))
                .toList();
        return turns.isEmpty() ? TURNS.subList(0, 1) : turns;
    }

    /** Upright and turned ones apart: the second look says which of two in one place it is. */
    private static List<Sight> distinct(List<Sight> sights) {
        List<Sight> upright = sights.stream().filter(s -> !isTurned(s.face())).toList();
        List<Sight> turned = sights.stream().filter(s -> isTurned(s.face()) && s.score() >= SURE).toList();
        List<Sight> distinct = new ArrayList<>(Duplicates.remove(upright, Sight::face, Sight::score));
        distinct.addAll(Duplicates.remove(turned, Sight::face, Sight::score));
        return distinct.stream().sorted(Comparator.comparingDouble((Sight s) -> rank(s.face())).reversed()).limit(MOST).toList();
    }

    private List<Face> confirmed(Picture picture, List<Sight> sights) {
        List<Sight> again = sights.stream().filter(s -> s.score() < BEYOND_DOUBT || s.share() < SMALL || isTurned(s.face())).toList();
        List<List<Face>> answers = reader.read(picture, again.stream().map(s -> View.at(s.face())).toList(), SURE);
        List<Face> faces = new ArrayList<>(sights.stream().filter(s -> !again.contains(s)).map(Sight::face).toList());
        for (int i = 0; i < again.size(); i++) {
            Sight first = again.get(i);
            best(answers.get(i), first.face())
                    .filter(f -> isInside(f.box(), picture))
                    .filter(f -> f.score() >= needed(first, f))
                    .or(() -> Optional.of(first.face()).filter(_ -> standsAlone(first)))
                    .ifPresent(faces::add);
        }
        return faces;
    }

    /** A large upright face that one look was sure of is kept if the other does not see it: a mask may be why. */
    private static boolean standsAlone(Sight sight) {
        return sight.score() >= SURE && sight.share() >= SMALL && !isTurned(sight.face());
    }

    /** Masked faces are seldom surer than a half, in either look. */
    private static float needed(Sight first, Face second) {
        if (isTurned(second)) return CONFIRMED_TURNED;
        return first.score() >= SURE ? SURE : CONFIRMED;
    }

    private static boolean isSame(Face second, Face first) {
        Box a = second.box();
        Box b = first.box();
        double apart = Math.hypot(a.left() + a.right() - b.left() - b.right(), a.top() + a.bottom() - b.top() - b.bottom()) / 2;
        return apart < b.width() / 2.0 && a.width() < 2 * b.width() && b.width() < 2 * a.width();
    }

    private static boolean isInside(Box box, Picture picture) {
        int x = (box.left() + box.right()) / 2;
        int y = (box.top() + box.bottom()) / 2;
        return x >= 0 && x < picture.width() && y >= 0 && y < picture.height();
    }
}
