package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of a crawl, on this machine or on a cluster:
 * {@code state-N.json, crawldb/N/current, segments/rN, pictures/*.warc.gz, scan, tmp}.
 */
final class CrawlFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlFolder.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STATE = "state-";

    private final FileSystem fs;
    private final Path root;
    private final Path captures;

    CrawlFolder(Configuration conf, Path root, Path captures) throws IOException {
        this.fs = root.getFileSystem(conf);
        this.root = root;
        this.captures = captures;
        fs.mkdirs(root);
        fs.mkdirs(captures);
        fs.mkdirs(pictures());
    }

    Path db(int number) {
        return new Path(root, "crawldb/" + number);
    }

    Path segment(int round) {
        return new Path(root, "segments/" + roundName(round));
    }

    static String roundName(int round) {
        return "r%05d".formatted(round);
    }

    /** Captures of pictures: gone as soon as they were looked at. */
    Path pictures() {
        return new Path(root, "pictures");
    }

    Path captures() {
        return captures;
    }

    Path scan() {
        return new Path(root, "scan");
    }

    Path temporary(String name) {
        return new Path(root, "tmp/" + name);
    }

    boolean exists(Path path) throws IOException {
        return fs.exists(path);
    }

    void delete(Path path) throws IOException {
        fs.delete(path, true);
    }

    /** Puts a file in the place of another, or takes that away where there is none. */
    void move(Path from, Path to) throws IOException {
        delete(to);
        if (fs.exists(from) && !fs.rename(from, to)) throw new IOException("cannot move " + from + " to " + to);
    }

    /** Deletes captures that a fetch of this round left when it was broken off. */
    void deleteCaptures(String namePrefix) throws IOException {
        for (Path folder : List.of(captures, pictures()))
            for (FileStatus file : fs.listStatus(folder, p -> p.getName().startsWith(namePrefix))) delete(file.getPath());
    }

    /** Deletes what only a pass under way needs. */
    void clearPass() throws IOException {
        delete(new Path(root, "segments"));
        delete(pictures());
        delete(scan());
        delete(new Path(root, "tmp"));
        fs.mkdirs(pictures());
    }

    /** Deletes every database but this one. */
    void keepDb(int number) throws IOException {
        Path all = new Path(root, "crawldb");
        if (!fs.exists(all)) return;
        for (FileStatus db : fs.listStatus(all))
            if (!db.getPath().getName().equals(Integer.toString(number))) delete(db.getPath());
    }

    /** The last state that was written whole. */
    Optional<CrawlState> load() throws IOException {
        for (FileStatus file : stateFiles()) {
            try (InputStream in = fs.open(file.getPath())) {
                return Optional.of(JSON.readValue(in.readAllBytes(), CrawlState.class));
            } catch (JacksonException e) {
                LOG.warn("event=state-unreadable file={}", file.getPath().getName());
            }
        }
        return Optional.empty();
    }

    /** Writes a state beside the older ones, then takes those away: at every moment one of them is whole. */
    void save(CrawlState state) throws IOException {
        List<FileStatus> older = stateFiles();
        long number = older.isEmpty() ? 1 : number(older.getFirst().getPath()) + 1;
        Path written = new Path(root, "new-state");
        try (OutputStream out = fs.create(written, true)) {
            out.write(JSON.writeValueAsBytes(state));
        }
        if (!fs.rename(written, new Path(root, STATE + number + ".json")))
            throw new IOException("cannot write the crawl's state into " + root);
        for (FileStatus file : older) delete(file.getPath());
    }

    private List<FileStatus> stateFiles() throws IOException {
        List<FileStatus> files = new ArrayList<>(
                List.of(fs.listStatus(root, p -> p.getName().matches(STATE + "\\d{1,18}\\.json"))));
        files.sort(Comparator.comparingLong((FileStatus f) -> number(f.getPath())).reversed());
        return files;
    }

    private static long number(Path file) {
        return Long.parseLong(file.getName().replaceAll("\\D", ""));
    }
}
