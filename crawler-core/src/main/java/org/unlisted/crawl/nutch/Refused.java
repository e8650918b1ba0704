package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Addresses that were not admitted to the crawl database in one round: how many, and the first by name. */
final class Refused {
    /** Hidden from whoever reads its folder for records. */
    static final String FILE = "_refused";

    private static final int MOST_NAMED = 100;

    private final List<String> named = new ArrayList<>();
    private int count;

    void add(String url) {
        count++;
        if (named.size() < MOST_NAMED) named.add(url);
    }

    int count() {
        return count;
    }

    List<String> named() {
        return List.copyOf(named);
    }

    /** Writes its file into a folder, unless there is nothing to write. */
    void write(FileSystem fs, Path folder) throws IOException {
        if (count == 0) return;
        try (Writer out = new OutputStreamWriter(fs.create(new Path(folder, FILE), true), UTF_8)) {
            out.write(count + "\n");
            for (String url : named) out.write(url + "\n");
        }
    }

    /** What a folder has of it; nothing where there is no file. */
    static Refused read(FileSystem fs, Path folder) throws IOException {
        Refused refused = new Refused();
        Path file = new Path(folder, FILE);
        if (!fs.exists(file)) return refused;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(fs.open(file), UTF_8))) {
            refused.count = Integer.parseInt(in.readLine());
            in.lines().forEach(refused.named::add);
        }
        return refused;
    }
}
