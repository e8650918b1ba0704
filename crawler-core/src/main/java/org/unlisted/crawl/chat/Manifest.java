package org.unlisted.crawl.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The {@code manifest.json} of QQChatExporter's chunks. Its entries were renamed between versions ({@code file},
 * {@code relativePath}, {@code fileName}), so the folder of the chunks is looked at as well: a chunk that no entry
 * names is read all the same.
 */
final class Manifest {
    private final Frame frame;
    private final Path folder;

    Manifest(Frame frame, Path folder) {
        this.frame = frame;
        this.folder = folder;
    }

    private String chunksDir() {
        String named = JsonFormat.text(frame.object("chunked"), "chunksDir");
        return named.isEmpty() ? "chunks" : named;
    }

    /** The chunks, in order; those that are missing or lie elsewhere are remarked. */
    List<Path> chunks(Intake.Handover handover) throws IOException {
        ExportFolder inside = new ExportFolder(folder);
        Set<Path> found = new LinkedHashSet<>();
        for (JsonNode entry : frame.object("chunked").path("chunks")) {
            String name = name(entry);
            // Some write the name alone, some with the folder before it.
            boolean alone = inside.find(chunksDir() + "/" + name) instanceof ExportFolder.Found.File;
            switch (inside.find(alone ? chunksDir() + "/" + name : name)) {
                case ExportFolder.Found.File(Path path) -> found.add(path);
                case ExportFolder.Found.Refused(String why) -> handover.remark("chunk " + why, name);
            }
        }
        boolean listed = !found.isEmpty();
        for (Path other : beside()) {
            boolean outside = inside.find(folder.relativize(other).toString()) instanceof ExportFolder.Found.Refused;
            if (outside || !found.add(other)) continue;
            if (listed)
                handover.remark("not in the manifest, read all the same: chunk", String.valueOf(other.getFileName()));
        }
        if (!listed && !found.isEmpty())
            handover.remark("names no chunk that is there; those in " + Remarks.plain(chunksDir(), 60) + " were read");
        return new ArrayList<>(found);
    }

    private String name(JsonNode entry) {
        if (entry.isString()) return entry.asString();
        String relative = entry.path("relativePath").asString(JsonFormat.text(entry, "file"));
        return relative.isEmpty() ? JsonFormat.text(entry, "fileName") : relative;
    }

    private List<Path> beside() throws IOException {
        Path chunks = folder.resolve(chunksDir().replace('\\', '/')).normalize();
        if (!chunks.startsWith(folder.normalize()) || !Files.isDirectory(chunks)) return List.of();
        try (Stream<Path> files = Files.list(chunks)) {
            return files.filter(f -> f.toString().endsWith(".jsonl")).sorted().limit(100_000).toList();
        }
    }
}
