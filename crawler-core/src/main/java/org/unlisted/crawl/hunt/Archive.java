package org.unlisted.crawl.hunt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of captures: {@code SOURCE/SWEEP-SEGMENT.warc.gz}, where a sweep's id names the second it started in.
 *
 * @param bytes      its size
 * @param modifiedAt not before its last capture, as long as nobody set it
 */
record Archive(String source, Path file, long bytes, Instant modifiedAt) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final Pattern STAMPED = Pattern.compile("\\d{8}-\\d{6}");

    /** Those of a folder, in no order; none where it does not exist. Links are not followed. */
    static List<Archive> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        List<Archive> archives = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!file.toString().endsWith(".warc.gz")) continue;
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                Path within = folder.relativize(file);
                if (!attributes.isRegularFile() || within.getNameCount() != 2) continue;
                String source = within.getName(0).toString();
                archives.add(new Archive(
                        source, file, attributes.size(), attributes.lastModifiedTime().toInstant()));
            }
        }
        return archives;
    }

    /** The latest sweep first, and of a sweep its last segment. */
    static Comparator<Archive> newestFirst() {
        return Comparator.comparing(Archive::startedAt)
                .thenComparing(a -> String.valueOf(a.file.getFileName()), ByNumber.ORDER)
                .thenComparing(Archive::source)
                .reversed();
    }

    /**
     * When the sweep began, by the file's name; where that says nothing, or a time after the last change, the last change.
     */
    Instant startedAt() {
        String name = String.valueOf(file.getFileName());
        Matcher stamp = STAMPED.matcher(name);
        if (!stamp.find()) return modifiedAt;
        try {
            Instant named = LocalDateTime.parse(stamp.group(), STAMP).toInstant(ZoneOffset.UTC);
            return named.isBefore(modifiedAt) ? named : modifiedAt;
        } catch (DateTimeParseException e) {
            return modifiedAt;
        }
    }
}
