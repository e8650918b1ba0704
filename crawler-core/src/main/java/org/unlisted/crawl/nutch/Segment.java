package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.MapFile;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.protocol.Content;

/** Reads one round's folder of Nutch records. */
final class Segment {
    private final Configuration conf;
    private final Path path;

    Segment(Configuration conf, Path path) {
        this.conf = conf;
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** What is done with each record; the value is new for each. */
    interface Visitor<V> {
        void visit(String url, V value) throws IOException;
    }

    int generated() throws IOException {
        int[] count = {0};
        eachGenerated((url, datum) -> count[0]++);
        return count[0];
    }

    void eachGenerated(Visitor<CrawlDatum> visitor) throws IOException {
        each(new Path(path, "crawl_generate/part-r-*"), CrawlDatum::new, visitor);
    }

    void eachFetched(Visitor<CrawlDatum> visitor) throws IOException {
        each(new Path(path, "crawl_fetch/part-r-*/data"), CrawlDatum::new, (url, datum) -> {
            if (datum.getStatus() != CrawlDatum.STATUS_LINKED) visitor.visit(url, datum); // linked: a redirect's target
        });
    }

    void eachParsed(Visitor<ParseData> visitor) throws IOException {
        each(new Path(path, "parse_data/part-r-*/data"), ParseData::new, visitor);
    }

    /** What its links led to and was not admitted. */
    Refused refused() throws IOException {
        return Refused.read(path.getFileSystem(conf), path);
    }

    Optional<Content> content(String url) throws IOException {
        for (FileStatus part : parts(new Path(path, "content/part-r-*"))) {
            try (MapFile.Reader reader = new MapFile.Reader(part.getPath(), conf)) {
                Content content = new Content();
                if (reader.get(new Text(url), content) != null) return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    /** Data files of one kind, as inputs of a job. */
    List<Path> files(String kind) throws IOException {
        List<Path> files = new ArrayList<>();
        for (FileStatus file : parts(new Path(path, kind + "/part-r-*/data"))) files.add(file.getPath());
        return files;
    }

    private FileStatus[] parts(Path glob) throws IOException {
        FileStatus[] found = FileSystem.get(glob.toUri(), conf).globStatus(glob);
        return found == null ? new FileStatus[0] : found;
    }

    private <V extends Writable> void each(Path glob, Supplier<V> value, Visitor<V> visitor) throws IOException {
        for (FileStatus file : parts(glob)) {
            try (SequenceFile.Reader reader =
                    new SequenceFile.Reader(conf, SequenceFile.Reader.file(file.getPath()))) {
                Text key = new Text();
                V record = value.get();
                while (reader.next(key, record)) {
                    visitor.visit(key.toString(), record);
                    record = value.get();
                }
            }
        }
    }
}
