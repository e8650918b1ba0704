package org.unlisted.console.bench;

import java.util.List;
import java.util.Random;

/**
 * How large the measured market is.
 *
 * @param lists      pages that link to offers, all of them seeds
 * @param pages      offers, spread over the lists
 * @param images     one for each of the first so many offers
 * @param imageBytes of one of them
 */
public record BenchSize(int lists, int pages, int images, int imageBytes) {
    static final int JPEG_HEAD = 4;
    private static final int MOST = 1_000_000;
    private static final int SEED = 1;

    public BenchSize {
        if (lists < 1 || lists > MOST) throw new IllegalArgumentException("lists outside 1 to " + MOST + ": " + lists);
        if (pages < 0 || pages > MOST) throw new IllegalArgumentException("pages outside 0 to " + MOST + ": " + pages);
        if (images < 0 || images > pages) throw new IllegalArgumentException("images outside 0 to the pages: " + images);
        if (imageBytes < 64 || imageBytes > 8 << 20) throw new IllegalArgumentException("bytes of an image: " + imageBytes);
    }

    static BenchSize of(String[] args) {
        return new BenchSize(number(args, 0), number(args, 1), number(args, 2), number(args, 3));
    }

    private static int number(String[] args, int index) {
        return Integer.parseInt(args[index]);
    }

    /** As arguments of a process. */
    public List<String> arguments() {
        return List.of(
                Integer.toString(lists), Integer.toString(pages), Integer.toString(images), Integer.toString(imageBytes));
    }

    public int urls() {
        return lists + pages + images;
    }

    /** What begins like a JPEG and cannot be compressed. */
    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(SEED).nextBytes(noise);
        noise[0] = (byte) 0xff;
        noise[1] = (byte) 0xd8;
        noise[2] = (byte) 0xff;
        noise[3] = (byte) 0xe0;
        return noise;
    }
}
