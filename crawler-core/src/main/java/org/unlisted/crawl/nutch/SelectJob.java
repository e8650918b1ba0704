package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.FloatWritable;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.SequenceFileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.SequenceFileOutputFormat;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.crawl.Generator;

/**
 * Chooses what is fetched next, with Nutch's own selection, and writes the lists for the fetch job. Nutch's Generator as a
 * whole would sleep a second for each segment's name, lock the database and run a second job to split a list that is
 * short by design.
 */
final class SelectJob {
    private final Configuration conf;
    private final CrawlFolder folder;

    SelectJob(Configuration conf, CrawlFolder folder) {
        this.conf = conf;
        this.folder = folder;
    }

    /**
     * How much may be chosen.
     *
     * @param most addresses in a segment
     */
    record Limits(int most, int pages, int pictures) {}

    private record Chosen(Text url, CrawlDatum datum) {
        boolean picture() {
            return datum.getMetaData().containsKey(Keys.WANTED);
        }

        String host() {
            String rest = url.toString().substring(url.toString().indexOf("//") + 2);
            int end = rest.indexOf('/');
            return end < 0 ? rest : rest.substring(0, end);
        }
    }

    /**
     * Writes {@code crawl_generate} of a segment.
     *
     * @param lists that are fetched at once; all addresses of a host are in one
     * @return how many addresses; 0 when nothing is due, and no segment then
     */
    int run(Path db, Path segment, Limits limits, int lists) throws IOException, InterruptedException {
        List<Chosen> chosen = within(limits, select(db, limits));
        if (chosen.isEmpty()) return 0;
        chosen.sort(Comparator.comparingInt(c -> reversedHash(c.url()))); // hosts mixed, as Nutch does it
        Path generated = new Path(segment, "crawl_generate");
        folder.delete(segment);
        for (int list = 0; list < lists; list++) {
            Path part = new Path(generated, "part-r-%05d".formatted(list));
            try (SequenceFile.Writer out = SequenceFile.createWriter(
                    conf,
                    SequenceFile.Writer.file(part),
                    SequenceFile.Writer.keyClass(Text.class),
                    SequenceFile.Writer.valueClass(CrawlDatum.class))) {
                for (Chosen c : chosen)
                    if (Math.floorMod(c.host().hashCode(), lists) == list) out.append(c.url(), c.datum());
            }
        }
        return chosen.size();
    }

    private List<Chosen> select(Path db, Limits limits) throws IOException, InterruptedException {
        Path output = folder.temporary("select");
        folder.delete(output);
        Job job = Job.getInstance(conf, "select " + conf.get(Keys.SOURCE));
        Configuration c = job.getConfiguration();
        c.setLong(Generator.GENERATOR_CUR_TIME, System.currentTimeMillis());
        c.setBoolean(Generator.GENERATOR_FILTER, false); // everything in the database has passed it
        c.setFloat(Generator.GENERATOR_MIN_SCORE, 0);
        c.setBoolean(Keys.SELECT_PAGES, limits.pages() > 0);
        c.setBoolean(Keys.SELECT_PICTURES, limits.pictures() > 0);
        c.setInt(Keys.SELECT_LIMIT, limits.most());
        FileInputFormat.addInputPath(job, new Path(db, "current"));
        job.setInputFormatClass(SequenceFileInputFormat.class);
        job.setJarByClass(SelectJob.class);
        job.setMapperClass(Generator.SelectorMapper.class);
        job.setMapOutputKeyClass(FloatWritable.class);
        job.setMapOutputValueClass(Generator.SelectorEntry.class);
        job.setSortComparatorClass(Generator.DecreasingFloatComparator.class);
        job.setReducerClass(First.class);
        job.setNumReduceTasks(1);
        job.setOutputKeyClass(Text.class);
        job.setOutputValueClass(CrawlDatum.class);
        job.setOutputFormatClass(SequenceFileOutputFormat.class);
        FileOutputFormat.setOutputPath(job, output);
        Jobs.run(job);
        List<Chosen> selected = new ArrayList<>();
        FileSystem fs = output.getFileSystem(conf);
        for (FileStatus part : fs.globStatus(new Path(output, "part-r-*")))
            try (SequenceFile.Reader in = new SequenceFile.Reader(conf, SequenceFile.Reader.file(part.getPath()))) {
                Chosen next = new Chosen(new Text(), new CrawlDatum());
                while (in.next(next.url(), next.datum())) {
                    selected.add(next);
                    next = new Chosen(new Text(), new CrawlDatum());
                }
            }
        folder.delete(output);
        return selected;
    }

    private static List<Chosen> within(Limits limits, List<Chosen> selected) {
        List<Chosen> chosen = new ArrayList<>();
        int pages = 0;
        int pictures = 0;
        for (Chosen c : selected)
            if (c.picture() ? pictures++ < limits.pictures() : pages++ < limits.pages()) chosen.add(c);
        return chosen;
    }

    private static int reversedHash(Text url) {
        int hash = 1;
        for (int i = url.getLength() - 1; i >= 0; i--) hash = 31 * hash + url.getBytes()[i];
        return hash;
    }

    /** The first entries in order of score. For Hadoop. */
    public static final class First extends Reducer<FloatWritable, Generator.SelectorEntry, Text, CrawlDatum> {
        private int left;

        @Override
        protected void setup(Context context) {
            left = context.getConfiguration().getInt(Keys.SELECT_LIMIT, Integer.MAX_VALUE);
        }

        @Override
        protected void reduce(FloatWritable score, Iterable<Generator.SelectorEntry> entries, Context context)
                throws IOException, InterruptedException {
            for (Generator.SelectorEntry entry : entries) {
                if (left <= 0) return;
                left--;
                context.write(entry.url, entry.datum);
            }
        }
    }
}
