package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.nutch.crawl.CrawlDb;

/**
 * Writes the next crawl database beside the one that holds, with Nutch's own merge. Nutch would replace it in place, under
 * a lock that a killed process leaves behind.
 */
final class UpdateJob {
    private final Configuration conf;
    private final CrawlFolder folder;

    UpdateJob(Configuration conf, CrawlFolder folder) {
        this.conf = conf;
        this.folder = folder;
    }

    /** Merges addresses that a person named: all of them are admitted. */
    void seed(Path db, List<Path> links, Path nextDb) throws IOException, InterruptedException {
        run(db, links, nextDb, true);
    }

    /**
     * Merges what a round fetched and the links that it found.
     *
     * @param segment gets the names of what was not admitted
     */
    void round(Path db, Path segment, Path nextDb) throws IOException, InterruptedException {
        run(db, List.of(new Path(segment, "crawl_fetch"), new Path(segment, "crawl_parse")), nextDb, false);
        folder.move(new Path(nextDb, "current/" + Refused.FILE), new Path(segment, Refused.FILE));
    }

    private void run(Path db, List<Path> inputs, Path nextDb, boolean admitAll) throws IOException, InterruptedException {
        folder.delete(nextDb);
        Job job = CrawlDb.createJob(conf, db);
        job.setJobName("update " + conf.get(Keys.SOURCE));
        for (Path input : inputs) FileInputFormat.addInputPath(job, input);
        FileOutputFormat.setOutputPath(job, new Path(nextDb, "current"));
        job.setReducerClass(AdmittingReducer.class);
        job.setNumReduceTasks(1); // sorted as a whole: seeds are looked up in it
        job.getConfiguration().setBoolean(Keys.ADMIT_ALL, admitAll);
        job.getConfiguration().set(Keys.TRAPS_KNOWN, new Path(db, "current/" + AdmittingReducer.TRAPS).toString());
        Jobs.run(job);
        if (job.getCounters().findCounter(TaskCounter.REDUCE_OUTPUT_RECORDS).getValue() == 0)
            throw new IOException("the crawl database of " + conf.get(Keys.SOURCE) + " came out empty");
    }
}
