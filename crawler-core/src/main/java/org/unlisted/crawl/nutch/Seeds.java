package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.MapFile;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;

/** Brings addresses into a crawl database without a page that links to them. */
final class Seeds {
    private final Configuration conf;
    private final CrawlFolder folder;

    Seeds(Configuration conf, CrawlFolder folder) {
        this.conf = conf;
        this.folder = folder;
    }

    /** Writes a database that knows nothing else. A few addresses need no job. */
    void begin(Collection<URI> urls, Path db) throws IOException {
        folder.delete(db);
        Path part = new Path(db, "current/part-r-00000");
        try (MapFile.Writer out = new MapFile.Writer(
                conf, part, MapFile.Writer.keyClass(Text.class), SequenceFile.Writer.valueClass(CrawlDatum.class))) {
            for (Text url : sorted(urls)) {
                CrawlDatum datum = datum(CrawlDatum.STATUS_DB_UNFETCHED);
                datum.setFetchTime(System.currentTimeMillis());
                datum.setScore(1);
                out.append(url, datum);
            }
        }
    }

    /** Whether a database lacks one of the addresses. */
    boolean missing(Collection<URI> urls, Path db) throws IOException {
        Set<Text> left = sorted(urls);
        FileStatus[] parts = db.getFileSystem(conf).globStatus(new Path(db, "current/part-r-*"));
        for (FileStatus part : parts)
            try (MapFile.Reader reader = new MapFile.Reader(part.getPath(), conf)) {
                CrawlDatum datum = new CrawlDatum();
                for (Text url : sorted(urls)) if (reader.get(url, datum) != null) left.remove(url);
            }
        return !left.isEmpty();
    }

    /**
     * Links to the addresses, as an input of an update.
     *
     * @param due whether they are due at once whatever the schedule says
     */
    Path links(Collection<URI> urls, boolean due) throws IOException {
        Path links = folder.temporary(due ? "due" : "seeds");
        folder.delete(links);
        try (SequenceFile.Writer out = SequenceFile.createWriter(
                conf,
                SequenceFile.Writer.file(new Path(links, "part-r-00000")),
                SequenceFile.Writer.keyClass(Text.class),
                SequenceFile.Writer.valueClass(CrawlDatum.class))) {
            for (Text url : sorted(urls)) {
                CrawlDatum link = datum(CrawlDatum.STATUS_LINKED);
                if (due) link.getMetaData().put(Keys.DUE, new Text("1"));
                out.append(url, link);
            }
        }
        return links;
    }

    private CrawlDatum datum(byte status) {
        CrawlDatum datum = new CrawlDatum(status, conf.getInt("db.fetch.interval.default", 0));
        datum.getMetaData().put(Keys.DEPTH, new Text("1"));
        return datum;
    }

    private static Set<Text> sorted(Collection<URI> urls) {
        Set<Text> sorted = new TreeSet<>();
        for (URI url : urls) sorted.add(new Text(url.toString()));
        return sorted;
    }
}
