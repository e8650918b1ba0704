package org.unlisted.crawl.capture;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;

/**
 * A {@code .warc.gz} file that grows: each exchange is an answer, its request and how it was fetched. A record is written
 * at once and whole, so that a process that is killed leaves a file that any WARC tool reads but for its last record.
 * Thread-safe.
 */
public final class CaptureFile implements AutoCloseable {
    private final String name;
    private final OutputStream out;
    private long length;

    /**
     * Begins a file.
     *
     * @param out      empty, and not buffered: what was appended is on its way to the disk
     * @param software name and version of the writer
     */
    public CaptureFile(String name, OutputStream out, String software, Instant at) throws IOException {
        this.name = requireNonNull(name, "name");
        this.out = requireNonNull(out, "out");
        byte[] info = WarcRecords.warcinfo(name, software, at);
        out.write(info);
        length = info.length;
    }

    /**
     * Appends an exchange over HTTP.
     *
     * @param fields how it was fetched: name and value
     * @return where its answer lies
     */
    public Place append(Exchange exchange, Map<String, String> fields) throws IOException {
        byte[] response = WarcRecords.response(exchange); // before the lock: compressing is what takes time
        byte[] rest = WarcRecords.rest(exchange, fields);
        synchronized (this) {
            Place place = new Place(name, length, response.length);
            write(response);
            write(rest);
            return place;
        }
    }

    /** Appends the server's word that an earlier answer still holds. */
    public void appendRevisit(Exchange notModified, RecordedAnswer original) throws IOException {
        byte[] revisit = WarcRecords.revisit(notModified, original);
        synchronized (this) {
            write(revisit);
        }
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        length += bytes.length;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
