package org.unlisted.cluster.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.SequenceFileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.unlisted.sweep.cluster.ClusterShipment;

/** The face handler as the reducer of a job on a cluster, with all that it needs shipped by the distributed cache. */
final class FaceJob {
    private static final Path FOLDER = new Path("/user/unlisted/probe");

    private final Configuration conf;
    private final FileSystem hdfs;

    FaceJob(java.nio.file.Path confDir) throws IOException {
        conf = new Configuration();
        for (String file : List.of("core-site.xml", "yarn-site.xml", "mapred-site.xml"))
            conf.addResource(new Path(confDir.resolve(file).toUri()));
        hdfs = FileSystem.get(conf);
    }

    List<String> run(
            java.nio.file.Path jobJar,
            java.nio.file.Path probeJar,
            ClusterShipment shipment,
            Map<String, byte[]> keys,
            List<java.nio.file.Path> pictures)
            throws IOException, InterruptedException, ClassNotFoundException {
        conf.setBoolean("mapreduce.job.user.classpath.first", true);
        shipment.environment().forEach((name, value) -> conf.set("mapreduce.reduce.env." + name, value));
        conf.set("mapreduce.reduce.java.opts", shipment.javaOptions());
        conf.setInt("mapreduce.reduce.memory.mb", 2048);
        conf.setInt("mapreduce.reduce.maxattempts", 1);
        Map.of(
                        "model-cards", ClusterShipment.MODEL_CARDS,
                        "models", ClusterShipment.MODELS,
                        "snapshot", ClusterShipment.SNAPSHOT,
                        "evidence", "evidence")
                .forEach((name, value) -> conf.set(FaceReducer.SETTING + name, value));
        Job job = Job.getInstance(conf, "face probe");
        job.setJar(jobJar.toString());
        job.addFileToClassPath(upload(probeJar));
        for (Map.Entry<String, java.nio.file.Path> file : shipment.files().entrySet())
            job.addCacheFile(link(upload(file.getValue()), file.getKey()));
        for (Map.Entry<String, java.nio.file.Path> archive : shipment.archives().entrySet())
            job.addCacheArchive(link(upload(archive.getValue()), archive.getKey()));
        keys.forEach((name, key) -> job.getCredentials().addSecretKey(new Text(name), key));
        job.setInputFormatClass(SequenceFileInputFormat.class);
        FileInputFormat.addInputPath(job, input(pictures));
        job.setMapOutputKeyClass(Text.class);
        job.setMapOutputValueClass(BytesWritable.class);
        job.setReducerClass(FaceReducer.class);
        job.setOutputKeyClass(Text.class);
        job.setOutputValueClass(NullWritable.class);
        Path output = new Path(FOLDER, "output");
        FileOutputFormat.setOutputPath(job, output);
        if (!job.waitForCompletion(true)) throw new IOException("the job failed: " + job.getStatus().getFailureInfo());
        return lines(output);
    }

    private Path upload(java.nio.file.Path file) throws IOException {
        Path target = new Path(FOLDER, "cache/" + file.getFileName());
        hdfs.copyFromLocalFile(new Path(file.toUri()), target);
        return target;
    }

    private URI link(Path file, String name) {
        return URI.create(hdfs.makeQualified(file) + "#" + name);
    }

    private Path input(List<java.nio.file.Path> pictures) throws IOException {
        Path file = new Path(FOLDER, "input/pictures");
        try (SequenceFile.Writer writer = SequenceFile.createWriter(
                conf,
                SequenceFile.Writer.file(file),
                SequenceFile.Writer.keyClass(Text.class),
                SequenceFile.Writer.valueClass(BytesWritable.class))) {
            for (java.nio.file.Path picture : pictures)
                writer.append(
                        new Text(picture.getFileName().toString()), new BytesWritable(Files.readAllBytes(picture)));
        }
        return file;
    }

    private List<String> lines(Path output) throws IOException {
        List<String> lines = new ArrayList<>();
        for (FileStatus part : hdfs.globStatus(new Path(output, "part-*")))
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(hdfs.open(part.getPath()), UTF_8))) {
                lines.addAll(reader.lines().toList());
            }
        return lines;
    }
}
