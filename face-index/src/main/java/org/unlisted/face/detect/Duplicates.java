package org.unlisted.face.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unlisted.face.image.Box;

/** Non-maximum suppression: of boxes around one face the one with the best score stays. */
public final class Duplicates {

    /** Intersection over union from which two boxes are one face. */
    private static final double SAME = 0.3;

    /** Share of the smaller box that lies in the other: two looks at one face in different sizes. */
    private static final double INSIDE = 0.65;

    private Duplicates() {}

    /** Best score first. */
    public static List<Face> remove(List<Face> faces) {
        List<Face> kept = new ArrayList<>();
        faces.stream()
                .sorted(Comparator.comparingDouble(Face::score).reversed())
                .filter(face -> kept.stream().noneMatch(k -> same(k.box(), face.box())))
                .forEach(kept::add);
        return List.copyOf(kept);
    }

    private static boolean same(Box a, Box b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        if (width <= 0 || height <= 0) return false;
        double both = width * height;
        double areaA = (double) a.width() * a.height();
        double areaB = (double) b.width() * b.height();
        return both / (areaA + areaB - both) > SAME || both / Math.min(areaA, areaB) > INSIDE;
    }
}
