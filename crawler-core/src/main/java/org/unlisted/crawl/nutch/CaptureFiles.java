package org.unlisted.crawl.nutch;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.nutch.protocol.Content;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.capture.CaptureFile;
import org.unlisted.crawl.capture.Place;
import org.unlisted.crawl.capture.RecordedAnswer;

/**
 * The captures that one fetch task writes: pages in one file, pictures in another, because pages stay and pictures go.
 * Each is begun with its first record. Thread-safe.
 */
final class CaptureFiles implements AutoCloseable {
    private static final String SOFTWARE = "Unlisted 0.1";
    private static final String SUFFIX = ".warc.gz";

    private final Configuration conf;
    private final String name;
    private @Nullable CaptureFile pages;
    private @Nullable CaptureFile pictures;

    /**
     * @param name of this task's files: of letters, digits, {@code _ . -}
     */
    CaptureFiles(Configuration conf, String name) {
        this.conf = conf;
        this.name = name;
    }

    synchronized CaptureFile pages() throws IOException {
        if (pages == null) pages = open(conf.get(Keys.CAPTURES_AT), name + SUFFIX);
        return pages;
    }

    synchronized CaptureFile pictures() throws IOException {
        if (pictures == null) pictures = open(conf.get(Keys.PICTURES_AT), name + "-p" + SUFFIX);
        return pictures;
    }

    private CaptureFile open(String folder, String file) throws IOException {
        return new CaptureFile(file, stream(conf, new Path(folder, file)), SOFTWARE, Instant.now());
    }

    /** Local files without Hadoop's checksums beside them: records carry digests, and other tools read these files. */
    private static OutputStream stream(Configuration conf, Path path) throws IOException {
        FileSystem fs = path.getFileSystem(conf);
        return fs.getScheme().equals("file")
                ? Files.newOutputStream(local(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                : fs.create(path, false);
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    /** Whether the record of an answer is still there. */
    static boolean exists(Configuration conf, String folder, Place place) throws IOException {
        Path path = new Path(folder, place.file());
        return path.getFileSystem(conf).exists(path);
    }

    /** An answer of this crawl, or one of before. */
    static RecordedAnswer read(Configuration conf, Place place) throws IOException {
        Path path = new Path(conf.get(isPicture(place) ? Keys.PICTURES_AT : Keys.CAPTURES_AT), place.file());
        FileSystem fs = path.getFileSystem(conf);
        byte[] member = new byte[place.length()];
        if (fs.getScheme().equals("file")) readLocal(local(path), place.offset(), ByteBuffer.wrap(member));
        else
            try (FSDataInputStream in = fs.open(path)) {
                in.readFully(place.offset(), member);
            }
        return RecordedAnswer.read(member);
    }

    private static void readLocal(java.nio.file.Path file, long offset, ByteBuffer into) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            while (into.hasRemaining())
                if (in.read(into, offset + into.position()) < 0) throw new EOFException("a capture ends in the middle of a record");
        }
    }

    private static boolean isPicture(Place place) {
        return place.file().endsWith("-p" + SUFFIX);
    }

    /** Whether it was fetched as a picture. */
    static boolean isPicture(Content content) {
        String place = content.getMetadata().get(Keys.PLACE);
        return place != null && isPicture(Place.parse(place));
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (pages != null) pages.close();
        } finally {
            if (pictures != null) pictures.close();
        }
    }
}
