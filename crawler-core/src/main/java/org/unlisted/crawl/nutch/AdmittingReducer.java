package org.unlisted.crawl.nutch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.ReduceContext;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.reduce.WrappedReducer;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.crawl.CrawlDbReducer;
import org.unlisted.crawl.scope.TrapCounter;

/**
 * Nutch's merge, without the new addresses that are one too many of an endless kind. What was counted is written beside the
 * database and holds with it: a crawl that was broken off, its next round and the next sweep go on counting. One task sees
 * all addresses, in their order, so that what is admitted depends on nothing but what was fetched. For Hadoop.
 */
public final class AdmittingReducer extends CrawlDbReducer {
    /** Hidden from whoever reads the database's folder for records. */
    static final String TRAPS = "_traps.gz";

    private TrapCounter traps = new TrapCounter();
    private final Refused refused = new Refused();
    private final Gate gate = new Gate();
    private boolean everything;

    @Override
    public void setup(Reducer<Text, CrawlDatum, Text, CrawlDatum>.Context context) {
        super.setup(context);
        everything = context.getConfiguration().getBoolean(Keys.ADMIT_ALL, false);
        Path known = new Path(context.getConfiguration().get(Keys.TRAPS_KNOWN));
        try {
            FileSystem fs = known.getFileSystem(context.getConfiguration());
            if (!fs.exists(known)) return;
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(new GZIPInputStream(fs.open(known))))) {
                traps = TrapCounter.read(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void reduce(Text url, Iterable<CrawlDatum> values, Reducer<Text, CrawlDatum, Text, CrawlDatum>.Context context)
            throws IOException, InterruptedException {
        Found found = new Found(values.iterator());
        super.reduce(url, () -> found, gate.before(context, found));
    }

    private boolean admits(String url, Found found) {
        if (found.known || found.picture || everything || traps.admits(URI.create(url))) return true;
        refused.add(url);
        return false;
    }

    @Override
    protected void cleanup(Reducer<Text, CrawlDatum, Text, CrawlDatum>.Context context) throws IOException, InterruptedException {
        Path folder = FileOutputFormat.getWorkOutputPath(context);
        FileSystem fs = folder.getFileSystem(context.getConfiguration());
        refused.write(fs, folder);
        if (traps.isEmpty()) return;
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(fs.create(new Path(folder, TRAPS), true))))) {
            traps.write(out);
        }
    }

    /** What is known of one address. Nutch walks through it once; it is looked at in passing. */
    private static final class Found implements Iterator<CrawlDatum> {
        private final Iterator<CrawlDatum> all;
        private boolean known;
        private boolean picture;

        Found(Iterator<CrawlDatum> all) {
            this.all = all;
        }

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public CrawlDatum next() {
            CrawlDatum next = all.next();
            known |= CrawlDatum.hasDbStatus(next) || CrawlDatum.hasFetchStatus(next);
            picture |= next.getMetaData().containsKey(Keys.WANTED);
            return next;
        }
    }

    /** Stands between Nutch's merge and the database. */
    private final class Gate extends WrappedReducer<Text, CrawlDatum, Text, CrawlDatum> {

        Reducer<Text, CrawlDatum, Text, CrawlDatum>.Context before(
                ReduceContext<Text, CrawlDatum, Text, CrawlDatum> context, Found found) {
            return new WrappedReducer<Text, CrawlDatum, Text, CrawlDatum>.Context(context) {
                @Override
                public void write(Text url, CrawlDatum datum) throws IOException, InterruptedException {
                    if (admits(url.toString(), found)) super.write(url, datum);
                }
            };
        }
    }
}
