package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;

/**
 * Brings a shipment to the cluster's file system and names it in the configuration of the jobs. Archives are named by
 * their content: what is there already is not sent again, and a node that has unpacked it keeps it. Files, which have the
 * gallery among them, are sent for each pass and go with it.
 */
final class Shipping {
    /** MB, where the cluster's own configuration says nothing; the models and PyTorch take 700 beside the heap. */
    private static final Map<String, Integer> MEMORY =
            Map.of("mapreduce.map.memory.mb", 1_536, "mapreduce.reduce.memory.mb", 2_048);

    private final Configuration conf;
    private final FileSystem fs;

    Shipping(Configuration conf, FileSystem fs) {
        this.conf = conf;
        this.fs = fs;
    }

    /**
     * Sends what is missing.
     *
     * @param shared folder for archives, of all crawls of this user
     * @param pass   folder for files, deleted with the pass
     */
    void send(ClusterSite.Shipment shipment, Path shared, Path pass) throws IOException {
        conf.setBoolean("mapreduce.job.user.classpath.first", true); // Hadoop's Jackson and Guava are older than ours
        for (String task : new String[] {"map", "reduce"}) {
            shipment.environment().forEach((name, value) -> conf.set("mapreduce." + task + ".env." + name, value));
            conf.set("mapreduce." + task + ".java.opts", shipment.javaOptions());
        }
        MEMORY.forEach((name, megabytes) -> {
            if (conf.getInt(name, -1) <= 0) conf.setInt(name, megabytes);
        });
        for (Map.Entry<String, java.nio.file.Path> archive : new TreeMap<>(shipment.archives()).entrySet())
            Job.addCacheArchive(link(shared(archive.getValue(), shared), archive.getKey()), conf);
        for (Map.Entry<String, java.nio.file.Path> file : new TreeMap<>(shipment.files()).entrySet()) {
            Path target = new Path(pass, file.getKey());
            fs.copyFromLocalFile(false, true, local(file.getValue()), target);
            Job.addCacheFile(link(target, file.getKey()), conf);
        }
    }

    private Path shared(java.nio.file.Path archive, Path folder) throws IOException {
        String name = archive.getFileName().toString();
        Path target = new Path(folder, sha256(archive) + name.substring(name.lastIndexOf('.')));
        if (fs.exists(target)) return target;
        Path part = target.suffix("." + ProcessHandle.current().pid() + ".part");
        fs.copyFromLocalFile(false, true, local(archive), part);
        if (!fs.rename(part, target)) { // somebody else was faster
            fs.delete(part, false);
            if (!fs.exists(target)) throw new IOException("cannot write " + target);
        }
        return target;
    }

    private URI link(Path file, String name) {
        return URI.create(fs.makeQualified(file) + "#" + name);
    }

    private static Path local(java.nio.file.Path file) {
        return new Path(file.toUri());
    }

    private static String sha256(java.nio.file.Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
