package org.unlisted.cluster.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.mapreduce.v2.MiniMRYarnCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

/**
 * HDFS with one data node and YARN with one node manager, as a process. Standard output: a line READY. Ends when its
 * standard input does.
 */
public final class MiniClusterMain {
    private static final List<String> ADDRESSES = List.of(
            "dfs.namenode.http-address",
            "dfs.datanode.address",
            "dfs.datanode.http.address",
            "dfs.datanode.ipc.address",
            "yarn.resourcemanager.webapp.address");
    private static final List<String> HOSTS = List.of(
            "dfs.namenode.rpc-bind-host",
            "yarn.resourcemanager.bind-host",
            "yarn.nodemanager.bind-host",
            "yarn.nodemanager.hostname",
            "mapreduce.jobhistory.bind-host");
    /** What a client must know of a cluster, by the file in which an administrator would have written it. */
    private static final Map<String, List<String>> CLIENT = Map.of(
            "core-site.xml", List.of("fs.defaultFS"),
            "yarn-site.xml",
                    List.of("yarn.resourcemanager.address", "yarn.resourcemanager.scheduler.address",
                            "yarn.resourcemanager.resource-tracker.address", "yarn.application.classpath"),
            "hdfs-site.xml", List.of("dfs.replication", "dfs.client.block.write.locateFollowingBlock.initial.delay.ms"),
            "mapred-site.xml",
                    List.of("mapreduce.framework.name", "mapreduce.job.maps", "mapreduce.job.reduces", "mapreduce.jobhistory.address",
                            "yarn.app.mapreduce.am.staging-dir", "mapreduce.application.classpath",
                            "yarn.app.mapreduce.am.env.JAVA_HOME", "mapreduce.map.env.JAVA_HOME",
                            "mapreduce.reduce.env.JAVA_HOME",
                            "yarn.app.mapreduce.am.scheduler.heartbeat.interval-ms",
                            "yarn.app.mapreduce.am.resource.mb", "yarn.app.mapreduce.am.command-opts",
                            "mapreduce.admin.map.child.java.opts", "mapreduce.admin.reduce.child.java.opts",
                            "mapreduce.job.reduce.slowstart.completedmaps"));

    /** JVMs that live for seconds: their second compiler would not pay. */
    private static final String SHORT_LIVED = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private MiniClusterMain() {}

    /**
     * Two arguments: an empty folder for the cluster's files, and one for the configuration of its clients.
     */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]).toAbsolutePath();
        YarnConfiguration conf = configuration(work);
        MiniDFSCluster dfs =
                new MiniDFSCluster.Builder(conf).numDataNodes(1).format(true).build();
        dfs.waitActive();
        conf.set("fs.defaultFS", dfs.getFileSystem().getUri().toString());
        MiniMRYarnCluster yarn = new MiniMRYarnCluster("unlisted", 1);
        yarn.init(conf);
        yarn.start();
        writeClient(yarn.getConfig(), Files.createDirectories(Path.of(args[1])));
        System.out.println("READY");
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    private static YarnConfiguration configuration(Path work) {
        System.setProperty("test.build.data", work + "/data");
        System.setProperty("test.build.dir", work.toString());
        System.setProperty("hadoop.log.dir", work + "/logs");
        YarnConfiguration c = new YarnConfiguration();
        c.set("hadoop.tmp.dir", work + "/tmp");
        c.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, work + "/dfs");
        for (Map.Entry<String, String> entry : new YarnConfiguration(c))
            if (entry.getValue().startsWith("0.0.0.0:")) c.set(entry.getKey(), "127.0.0.1:0");
        ADDRESSES.forEach(name -> c.set(name, "127.0.0.1:0"));
        HOSTS.forEach(name -> c.set(name, "127.0.0.1"));
        c.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
        c.setBoolean("yarn.nodemanager.pmem-check-enabled", false);
        c.setInt("yarn.scheduler.minimum-allocation-mb", 128);
        // a full disk is the machine's affair, not this test's
        c.set("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "99.9");
        c.setInt("yarn.minicluster.yarn.nodemanager.resource.memory-mb", 8192);
        c.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.5"); // a job's master lingers when the next begins
        quick(c);
        c.setInt("dfs.replication", 1);
        c.setInt("mapreduce.job.maps", 2);
        String java = System.getProperty("java.home");
        for (String process : List.of("yarn.app.mapreduce.am", "mapreduce.map", "mapreduce.reduce"))
            c.set(process + ".env.JAVA_HOME", java);
        return c;
    }

    /** Waits that are made for thousands of nodes are most of a small job's time; all in ms. */
    private static void quick(YarnConfiguration c) {
        c.setInt("yarn.resourcemanager.nodemanagers.heartbeat-interval-ms", 100);
        c.setInt("yarn.app.mapreduce.am.scheduler.heartbeat.interval-ms", 100);
        c.setInt("dfs.client.block.write.locateFollowingBlock.initial.delay.ms", 10); // for each file written
        c.set("mapreduce.job.reduce.slowstart.completedmaps", "0"); // a reducer's JVM starts while maps run
        c.setInt("yarn.app.mapreduce.am.resource.mb", 512);
        c.set("yarn.app.mapreduce.am.command-opts", "-Xmx384m " + SHORT_LIVED);
        c.set("mapreduce.admin.map.child.java.opts", SHORT_LIVED);
        c.set("mapreduce.admin.reduce.child.java.opts", SHORT_LIVED);
    }

    /** As files of a configuration folder. Not that this is a mini cluster: then tasks would get this class path. */
    private static void writeClient(Configuration cluster, Path folder) throws IOException {
        String jars = System.getProperty("java.class.path").replace(':', ',');
        cluster.set("mapreduce.application.classpath", jars);
        cluster.set("yarn.application.classpath", jars);
        cluster.set("mapreduce.framework.name", "yarn");
        for (Map.Entry<String, List<String>> file : CLIENT.entrySet()) {
            Configuration part = new Configuration(false);
            for (String name : file.getValue()) {
                String value = cluster.get(name);
                if (value != null) part.set(name, value);
            }
            try (OutputStream out = Files.newOutputStream(folder.resolve(file.getKey()))) {
                part.writeXml(out);
            }
        }
    }
}
