package org.unlisted.cluster.cost;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.gallery.Reference;
import org.unlisted.face.lucene.LuceneGallery;

/**
 * Time and memory of a gallery by the number of people in it, three references each, of the size that the embedder in use
 * gives. Random vectors: the search is exact, so that its time does not depend on who is alike.
 */
final class GalleryCost {
    private static final int DIMENSION = 192;
    private static final int REFERENCES = 3;
    private static final int CANDIDATES = 5;
    private static final float THRESHOLD = 0.53f;
    /** Faces of one picture: a portrait, and a contact sheet. */
    private static final List<Integer> FACES = List.of(1, 20);

    private static final long NANOS = 3_000_000_000L;

    private GalleryCost() {}

    /** Arguments: numbers of people. */
    public static void main(String[] args) {
        for (String people : args) measure(Integer.parseInt(people));
    }

    private static void measure(int people) {
        Random random = new Random(people);
        Reference[] references = new Reference[people * REFERENCES];
        for (int i = 0; i < references.length; i++)
            references[i] = new Reference(new EnroleeId("e" + i / REFERENCES), any(random));
        long before = heap();
        long start = System.nanoTime();
        try (LuceneGallery gallery = new LuceneGallery(DIMENSION)) {
            gallery.enrol(references); // at once, as a snapshot is read
            double loaded = seconds(start);
            System.out.printf("{\"people\":%d,\"loadSeconds\":%.2f,\"heapMb\":%d", people, loaded, (heap() - before) >> 20);
            for (int faces : FACES)
                System.out.printf(",\"millisFor%dFaces\":%.3f", faces, millis(gallery, faces, random));
            System.out.println("}");
        }
    }

    private static double millis(LuceneGallery gallery, int faces, Random random) {
        List<Embedding> probes = IntStream.range(0, faces).mapToObj(_ -> any(random)).toList();
        double best = Double.MAX_VALUE;
        for (long end = System.nanoTime() + NANOS; System.nanoTime() < end; ) {
            long start = System.nanoTime();
            gallery.search(probes, CANDIDATES, THRESHOLD);
            best = Math.min(best, seconds(start) * 1_000);
        }
        return best;
    }

    private static Embedding any(Random random) {
        float[] values = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) values[i] = (float) random.nextGaussian();
        return Embedding.of(values);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
