package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;

/**
 * A Hadoop cluster and what its tasks need of this machine.
 *
 * @param configuration folder with the cluster's own files: core-site.xml, hdfs-site.xml, yarn-site.xml, mapred-site.xml
 * @param fetchers      tasks that fetch at once, 1 to 1,000; a host is only ever asked by one of them
 * @param scanners      tasks that look at pictures at once, 1 to 1,000; each has the models in memory
 */
public record ClusterSite(Path configuration, int fetchers, int scanners, Shipment shipment) {

    public ClusterSite {
        configuration = configuration.toAbsolutePath();
        if (fetchers < 1 || fetchers > 1_000) throw new IllegalArgumentException("fetchers outside 1 to 1,000: " + fetchers);
        if (scanners < 1 || scanners > 1_000) throw new IllegalArgumentException("scanners outside 1 to 1,000: " + scanners);
        requireNonNull(shipment, "shipment");
    }

    /**
     * What travels with the jobs by the distributed cache; tasks find it in their working directory.
     *
     * @param files       name there → file here
     * @param archives    name of a folder there → folder here, or a zip of it
     * @param environment of the tasks
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

        /** Nothing. */
        public static Shipment none() {
            return new Shipment(Map.of(), Map.of(), Map.of(), "");
        }
    }
}
