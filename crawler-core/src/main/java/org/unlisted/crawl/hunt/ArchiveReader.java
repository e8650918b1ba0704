package org.unlisted.crawl.hunt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.unlisted.crawl.listing.ListingExtractor;

/**
 * Streams the pages of one archive, one in memory at a time. What stands before the place where a crash cut it off is read,
 * and the place is named. For one thread.
 */
final class ArchiveReader {

    /** Where pages go. */
    interface Sink {
        /** A page that was answered within the window. */
        void page(CapturedPage page);

        /** Something that cannot be read. */
        void unreadable(String item, String why);

        /** Bytes of the archive read so far. */
        void position(long bytes);
    }

    private final Archive archive;
    private final Instant since;
    private final Sink sink;

    ArchiveReader(Archive archive, Instant since, Sink sink) {
        this.archive = archive;
        this.since = since;
        this.sink = sink;
    }

    /** Reads to the end, or to where the archive breaks off. */
    void read() {
        long sound = 0;
        try (FileChannel channel = FileChannel.open(archive.file(), StandardOpenOption.READ)) {
            if (channel.size() == 0) return; // its sweep ended before the first page
            WarcReader reader = new WarcReader(channel);
            for (Step step = next(reader); !step.ended(); step = next(reader)) {
                sound = reader.position();
                sink.position(channel.position());
                step.page().ifPresent(sink::page);
            }
        } catch (IOException e) {
            sink.unreadable(archive.file().toString(), "breaks off after byte " + sound + ": " + e.getMessage());
        }
    }

    /** One record on, and the page if it is one that is wanted. */
    private record Step(boolean ended, Optional<CapturedPage> page) {}

    private Step next(WarcReader reader) throws IOException {
        try {
            Optional<WarcRecord> record = reader.next();
            if (record.isEmpty()) return new Step(true, Optional.empty());
            return new Step(false, record.get() instanceof WarcResponse response ? page(response) : Optional.empty());
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException(e.getMessage(), e); // jwarc reads some headers late, and throws these for damaged ones
        }
    }

    private Optional<CapturedPage> page(WarcResponse response) throws IOException {
        Instant at = response.date();
        if (at.isBefore(since) || !response.contentType().base().equals(MediaType.HTTP)) return Optional.empty();
        String address = response.target();
        HttpResponse http = response.http();
        if (http.status() < 200 || http.status() > 299) return Optional.empty();
        byte[] body;
        try (InputStream in = http.body().stream()) {
            // One byte more than is read of a page, so that the extractor can tell that there is more.
            body = in.readNBytes(ListingExtractor.LIMIT + 1);
        }
        String digest = response.headers().first("WARC-Payload-Digest").orElseGet(() -> sha256(body));
        Optional<String> type = http.headers().first("Content-Type");
        return Optional.of(new CapturedPage(archive.source(), address, at, type, digest, body));
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
