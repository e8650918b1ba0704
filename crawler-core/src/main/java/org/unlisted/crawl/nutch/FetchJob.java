package org.unlisted.crawl.nutch;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.nutch.crawl.NutchWritable;
import org.apache.nutch.fetcher.Fetcher;
import org.apache.nutch.fetcher.FetcherOutputFormat;

/** Asks for the addresses of a segment. */
final class FetchJob {
    private final Configuration conf;
    private final CrawlFolder folder;

    FetchJob(Configuration conf, CrawlFolder folder) {
        this.conf = conf;
        this.folder = folder;
    }

    /**
     * What is left of the source's budget.
     *
     * @param deadline milliseconds since 1970
     */
    record Limits(long deadline, long bytes) {}

    /**
     * Fetches a segment that was selected; what an earlier attempt left is deleted first.
     *
     * @param name of the captures
     */
    void run(Path segment, String name, Limits limits) throws IOException, InterruptedException {
        for (String part : new String[] {"crawl_fetch", "content", "_temporary", "_SUCCESS"})
            folder.delete(new Path(segment, part));
        folder.deleteCaptures(name + "-");
        Job job = Job.getInstance(conf, "fetch " + conf.get(Keys.SOURCE));
        Configuration c = job.getConfiguration();
        c.set("nutch.segment.name", segment.getName());
        c.set(Keys.CAPTURE_NAME, name);
        c.setLong(Keys.DEADLINE, limits.deadline());
        c.setLong(Keys.BYTES_LEFT, limits.bytes());
        c.setBoolean("mapreduce.map.speculative", false);
        c.setInt("mapreduce.job.reduces", Math.max(1, conf.getInt("mapreduce.job.reduces", 1)));
        FileInputFormat.addInputPath(job, new Path(segment, "crawl_generate"));
        job.setInputFormatClass(Fetcher.InputFormat.class);
        job.setJarByClass(FetchJob.class);
        job.setMapperClass(FetchTask.class);
        FileOutputFormat.setOutputPath(job, segment);
        job.setOutputFormatClass(FetcherOutputFormat.class);
        job.setOutputKeyClass(Text.class);
        job.setOutputValueClass(NutchWritable.class);
        Jobs.run(job);
    }
}
