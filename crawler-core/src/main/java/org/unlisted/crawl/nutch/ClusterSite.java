package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * A Hadoop cluster and what its tasks need of this machine.
 *
 * @param configuration folder with the cluster's own files: core-site.xml, hdfs-site.xml, yarn-site.xml, mapred-site.xml
 * @param fetchers      tasks that fetch at once, 1 to 1,000; a host is only ever asked by one of them
 * @param scanners      tasks that look at pictures at once, 1 to 1,000; each has the models in memory
 */
public record ClusterSite(Path configuration, int fetchers, int scanners, Shipment shipment) {

    /** Name of the archive, and so of a folder in a task's working directory, that brings the three below. */
    public static final String DATA = "unlisted";

    public static final String LEXICON = DATA + "/lexicon";
    public static final String TRACKERS = DATA + "/trackers";
    public static final String SITES = DATA + "/sites";

    public ClusterSite {
        configuration = configuration.toAbsolutePath();
        if (fetchers < 1 || fetchers > 1_000) throw new IllegalArgumentException("fetchers outside 1 to 1,000: " + fetchers);
        if (scanners < 1 || scanners > 1_000) throw new IllegalArgumentException("scanners outside 1 to 1,000: " + scanners);
        requireNonNull(shipment, "shipment");
    }

    /**
     * A cluster that fetches in as many tasks as its {@code mapreduce.job.maps} says and looks at pictures in as many as
     * its {@code mapreduce.job.reduces} says; Hadoop's own defaults are 2 and 1.
     */
    public static ClusterSite of(Path configuration, Shipment shipment) {
        Configuration jobs = new Configuration(false);
        jobs.addResource(new org.apache.hadoop.fs.Path(configuration.resolve("mapred-site.xml").toUri()));
        return new ClusterSite(
                configuration, jobs.getInt("mapreduce.job.maps", 2), jobs.getInt("mapreduce.job.reduces", 1), shipment);
    }

    /**
     * What travels with the jobs by the distributed cache; tasks find it in their working directory.
     *
     * @param files       name there → file here
     * @param archives    name of a folder there → zip or jar here that is unpacked there; no secret: it stays on the cluster
     * @param environment of the tasks; values may name {@code $PWD}, the working directory
     * @param javaOptions of the tasks' virtual machines
     */
    public record Shipment(
            Map<String, Path> files, Map<String, Path> archives, Map<String, String> environment, String javaOptions) {

        public Shipment {
            files = Map.copyOf(files);
            archives = Map.copyOf(archives);
            environment = Map.copyOf(environment);
            requireNonNull(javaOptions, "javaOptions");
        }
    }
}
