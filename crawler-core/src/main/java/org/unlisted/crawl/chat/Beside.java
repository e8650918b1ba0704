package org.unlisted.crawl.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files of a folder that are no export: those that belong to one that was read are passed over, the others are named.
 * Not thread-safe.
 */
final class Beside {
    /** Where exporters put what was sent in a chat. */
    private static final Set<String> SENT = Set.of(
            "files", "photos", "video_files", "voice_messages", "round_video_messages", "stickers", "resources", "media");

    /** What Telegram Desktop writes for reading, when it is told to write both. */
    private static final Pattern TELEGRAM_PAGE = Pattern.compile("(.*/)?(messages\\d*|export_results|lists/[^/]*)\\.html");

    private final Path root;
    private final Set<Path> read = new HashSet<>();
    private final List<Refusal> refused = new ArrayList<>();

    Beside(Path root) {
        this.root = root;
    }

    private record Refusal(Path file, String why, String name) {}

    void read(Path file) {
        read.add(file);
    }

    void refused(Path file, String why, String name) {
        refused.add(new Refusal(file, why, name));
    }

    /** To be called last: an export may come after what belongs to it. */
    void remark(Intake.Handover handover) {
        Set<Path> folders = new HashSet<>();
        Set<Path> stems = new HashSet<>();
        for (Path file : read) {
            folders.add(file.resolveSibling(""));
            stems.add(stem(file));
        }
        for (Refusal r : refused) {
            boolean twin = Refusals.ending(r.name()).equals("html") && stems.contains(stem(r.file()));
            boolean page = TELEGRAM_PAGE.matcher(r.name()).matches() && below(r.file(), folders, true);
            if (!twin && !page && !below(r.file(), folders, false)) handover.remark("a file " + r.why(), r.name());
        }
    }

    private static Path stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(dot > 0 ? name.substring(0, dot) : name);
    }

    /** Whether it lies below a folder with an export: in any, or in one of what was sent in a chat. */
    private boolean below(Path file, Set<Path> folders, boolean any) {
        boolean sent = any;
        Path folder = file.getParent();
        while (folder != null) {
            if (sent && folders.contains(folder.resolve(""))) return true;
            String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
            sent |= SENT.contains(name) || name.endsWith("_files");
            if (folder.equals(root)) return false;
            folder = folder.getParent();
        }
        return false;
    }
}
