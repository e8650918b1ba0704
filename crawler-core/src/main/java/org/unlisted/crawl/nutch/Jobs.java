package org.unlisted.crawl.nutch;

import java.io.IOException;
import org.apache.hadoop.mapreduce.Job;

/** Runs jobs. */
final class Jobs {
    private Jobs() {}

    /** Returns when the job has succeeded. */
    static void run(Job job) throws IOException, InterruptedException {
        try {
            if (!job.waitForCompletion(false))
                throw new IOException("the job '" + job.getJobName() + "' failed: see the log");
        } catch (ClassNotFoundException e) {
            throw new IOException("Hadoop is not complete on the class path", e);
        }
    }
}
