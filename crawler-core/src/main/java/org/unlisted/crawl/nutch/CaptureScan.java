package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.MultipleInputs;
import org.apache.hadoop.mapreduce.lib.input.SequenceFileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.unlisted.crawl.capture.ImageHandler;

/** The job that joins fetched pictures with the offers that show them and lets a handler look at each. */
final class CaptureScan {
    static final String HANDLER = "unlisted.scan.handler";
    static final String SETTING = "unlisted.scan.setting.";
    static final String KEY_NAMES = "unlisted.scan.keys";
    static final String METER = "unlisted.scan.meter";

    private final String source;
    private final Configuration conf;
    private final Path output;

    CaptureScan(String source, Configuration conf, Path output) {
        this.source = source;
        this.conf = conf;
        this.output = output.toAbsolutePath();
    }

    List<String> run(
            List<Segment> segments,
            Class<? extends ImageHandler> handler,
            Map<String, String> settings,
            Map<String, byte[]> keys,
            IntConsumer progress)
            throws IOException {
        String meter = "scan:" + source;
        Configuration scan = new Configuration(conf);
        scan.setClass(HANDLER, handler, ImageHandler.class);
        settings.forEach((name, value) -> scan.set(SETTING + name, value));
        scan.setStrings(KEY_NAMES, keys.keySet().toArray(new String[0]));
        scan.set(METER, meter);
        scan.setInt("mapreduce.job.reduces", 1); // one model in memory
        Job job = Job.getInstance(scan, "scan " + source);
        job.setJarByClass(CaptureScan.class);
        keys.forEach((name, key) -> job.getCredentials().addSecretKey(new Text(name), key));
        if (!addInputs(job, segments)) return List.of();
        job.setMapOutputKeyClass(Text.class);
        job.setMapOutputValueClass(ScanItem.class);
        job.setReducerClass(PictureReducer.class);
        job.setOutputKeyClass(Text.class);
        job.setOutputValueClass(NullWritable.class);
        job.setOutputFormatClass(TextOutputFormat.class);
        FileOutputFormat.setOutputPath(job, new org.apache.hadoop.fs.Path(output.toUri()));
        AtomicInteger handled = FetchMeter.of(meter);
        handled.set(0);
        try (var _ = Ticker.start(() -> progress.accept(handled.get()))) {
            if (!job.waitForCompletion(false)) throw new IOException("the scan of " + source + " failed: see the log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the scan of " + source + " was interrupted", e);
        } catch (ClassNotFoundException e) {
            throw new IOException("Hadoop is not complete on the class path", e);
        } finally {
            FetchMeter.forget(meter);
        }
        return lines();
    }

    private boolean addInputs(Job job, List<Segment> segments) throws IOException {
        boolean any = false;
        for (Segment segment : segments) {
            for (org.apache.hadoop.fs.Path file : segment.files("parse_data")) {
                MultipleInputs.addInputPath(job, file, SequenceFileInputFormat.class, OfferMapper.class);
                any = true;
            }
            for (org.apache.hadoop.fs.Path file : segment.files("content"))
                MultipleInputs.addInputPath(job, file, SequenceFileInputFormat.class, PictureMapper.class);
        }
        return any;
    }

    private List<String> lines() throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(output)) {
            parts = files.filter(f -> f.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path part : parts) lines.addAll(Files.readAllLines(part));
        return lines;
    }
}
