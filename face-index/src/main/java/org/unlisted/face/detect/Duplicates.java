package org.unlisted.face.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.unlisted.face.image.Box;

/** Non-maximum suppression: of boxes around one face the one with the best score stays. */
final class Duplicates {

    /** Intersection over union from which two boxes are one face. */
    private static final double SAME = 0.25;

    /** Share of the smaller box that lies in the other: two looks at one face in different sizes. */
    private static final double INSIDE = 0.5;

    private Duplicates() {}

    /**
     * Best first.
     *
     * @param face of an item
     * @param rank of an item, the higher the better
     */
    static <T> List<T> remove(List<T> items, Function<T, Face> face, ToDoubleFunction<T> rank) {
        List<T> kept = new ArrayList<>();
        items.stream()
                .sorted(Comparator.comparingDouble(rank).reversed())
                .filter(item -> kept.stream().noneMatch(k -> same(face.apply(k).box(), face.apply(item).box())))
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
