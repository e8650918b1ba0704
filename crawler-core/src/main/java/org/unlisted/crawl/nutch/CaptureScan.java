package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
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

    /** Where tasks on a cluster write what is to come home. */
    static final String ATTACHMENTS = "unlisted.scan.attachments";

    private static final String ATTACHED = "attached";

    private final String source;
    private final Configuration conf;
    private final CrawlPlace place;
    private final CrawlFolder folder;
    private final Path output;

    CaptureScan(String source, Configuration conf, CrawlPlace place, CrawlFolder folder) {
        this.source = source;
        this.conf = conf;
        this.place = place;
        this.folder = folder;
        this.output = folder.scan();
    }

    List<String> run(
            List<Segment> segments,
            Class<? extends ImageHandler> handler,
            Map<String, String> settings,
            Map<String, byte[]> keys,
            java.nio.file.Path attachments,
            IntConsumer progress)
            throws IOException {
        if (!folder.exists(new Path(output, "_SUCCESS"))) {
            folder.delete(output);
            if (!scan(segments, handler, settings, keys, attachments, progress)) return List.of();
        }
        if (place.cluster().isPresent()) bringHome(attachments);
        folder.delete(folder.pictures());
        return lines();
    }

    private boolean scan(
            List<Segment> segments,
            Class<? extends ImageHandler> handler,
            Map<String, String> settings,
            Map<String, byte[]> keys,
            java.nio.file.Path attachments,
            IntConsumer progress)
            throws IOException {
        String meter = "scan:" + source;
        Configuration scan = new Configuration(conf);
        scan.setClass(HANDLER, handler, ImageHandler.class);
        settings.forEach((name, value) -> scan.set(SETTING + name, value));
        String attached = place.cluster().isPresent() ? ATTACHED : attachments.toString();
        scan.set(SETTING + ImageHandler.ATTACHMENTS, attached);
        if (place.cluster().isPresent()) scan.set(ATTACHMENTS, ATTACHED);
        scan.setStrings(KEY_NAMES, keys.keySet().toArray(new String[0]));
        scan.set(METER, meter);
        // Here one model in memory; on a cluster one in each of so many tasks.
        scan.setInt("mapreduce.job.reduces", place.cluster().map(ClusterSite::scanners).orElse(1));
        Job job = Job.getInstance(scan, "scan " + source);
        job.setJarByClass(CaptureScan.class);
        keys.forEach((name, key) -> job.getCredentials().addSecretKey(new Text(name), key));
        if (!addInputs(job, segments)) return false;
        job.setMapOutputKeyClass(Text.class);
        job.setMapOutputValueClass(ScanItem.class);
        job.setReducerClass(PictureReducer.class);
        job.setOutputKeyClass(Text.class);
        job.setOutputValueClass(NullWritable.class);
        job.setOutputFormatClass(TextOutputFormat.class);
        FileOutputFormat.setOutputPath(job, output);
        FetchMeter handled = FetchMeter.begin(meter);
        try (var _ = Ticker.start(() -> progress.accept(handled.answered.get()))) {
            Jobs.run(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the scan of " + source + " was interrupted", e);
        } finally {
            FetchMeter.forget(meter);
        }
        return true;
    }

    private boolean addInputs(Job job, List<Segment> segments) throws IOException {
        boolean any = false;
        for (Segment segment : segments) {
            for (Path file : segment.files("parse_data")) {
                MultipleInputs.addInputPath(job, file, SequenceFileInputFormat.class, OfferMapper.class);
                any = true;
            }
            for (Path file : segment.files("content"))
                MultipleInputs.addInputPath(job, file, SequenceFileInputFormat.class, PictureMapper.class);
        }
        return any;
    }

    private void bringHome(java.nio.file.Path attachments) throws IOException {
        FileSystem fs = output.getFileSystem(conf);
        Path attached = new Path(output, ATTACHED);
        if (!fs.exists(attached)) return;
        for (FileStatus file : fs.listStatus(attached)) {
            java.nio.file.Path home = attachments.resolve(file.getPath().getName());
            if (Files.exists(home)) continue;
            try (InputStream in = fs.open(file.getPath())) {
                Files.copy(in, home);
            }
        }
    }

    private List<String> lines() throws IOException {
        FileSystem fs = output.getFileSystem(conf);
        List<String> lines = new ArrayList<>();
        for (FileStatus part : fs.globStatus(new Path(output, "part-r-*")))
            try (BufferedReader in = new BufferedReader(new InputStreamReader(fs.open(part.getPath()), UTF_8))) {
                in.lines().forEach(lines::add);
            }
        return lines;
    }
}
