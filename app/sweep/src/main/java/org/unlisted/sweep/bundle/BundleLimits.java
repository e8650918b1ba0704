package org.unlisted.sweep.bundle;

/**
 * What a bundle of unknown origin may cost.
 *
 * @param entries        files and entries in all
 * @param archiveEntries of one archive, with those of the archives in it
 * @param bytes          unpacked, in all
 * @param itemBytes      of one picture or document, unpacked
 * @param ratio          unpacked to packed, of one archive and of one entry of a zip; deflate alone reaches 1,032
 * @param depth          archives in archives; 1 = none in another
 * @param nameLength     characters
 */
public record BundleLimits(
        int entries, int archiveEntries, long bytes, int itemBytes, int ratio, int depth, int nameLength) {
    /** Unpacked bytes for which no ratio is asked: a small flat picture may shrink to nothing. */
    static final long FREE = 16L << 20;

    public BundleLimits {
        if (entries < 1 || archiveEntries < 1 || bytes < 1 || itemBytes < 1 || ratio < 1 || depth < 1 || nameLength < 1)
            throw new IllegalArgumentException("a limit below 1");
    }

    /** 300,000 files, whose names fit in the memory of a scan, 256 GiB, 32 MiB a picture. */
    public static BundleLimits standard() {
        return new BundleLimits(300_000, 200_000, 256L << 30, 32 << 20, 200, 3, 1_000);
    }
}
