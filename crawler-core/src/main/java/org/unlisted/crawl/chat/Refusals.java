package org.unlisted.crawl.chat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files that are exports of a kind that is not read here, by name, and what to do about them. */
final class Refusals {
    private static final String JSON = ": export the chat again as JSON";

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("html", "is an HTML export, which is for reading only" + JSON),
            Map.entry("htm", "is an HTML export, which is for reading only" + JSON),
            Map.entry("mht", "is an archived web page" + JSON),
            Map.entry("xlsx", "is an Excel table" + JSON),
            Map.entry("xls", "is an Excel table" + JSON),
            Map.entry("docx", "is a Word document" + JSON),
            Map.entry("doc", "is a Word document" + JSON),
            Map.entry("pdf", "is a PDF" + JSON),
            Map.entry("zip", "is a zip that cannot be opened here: unpack it and give the folder"),
            Map.entry("rar", "is an archive: unpack it and give the folder"),
            Map.entry("7z", "is an archive: unpack it and give the folder"),
            Map.entry("tar", "is an archive: unpack it and give the folder"),
            Map.entry("gz", "is compressed: unpack it and give the file"),
            Map.entry("db", "is a database, and none is opened or decrypted here" + JSON),
            Map.entry("sqlite", "is a database, and none is opened or decrypted here" + JSON),
            Map.entry("bak", "is a backup, and none is opened or decrypted here" + JSON));

    private Refusals() {}

    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Why the file is not read; empty where it is worth a try. */
    static Optional<String> of(String name, byte[] head) {
        if (head.length == 0) return Optional.of("is empty");
        if (starts(head, "PK\3\4")) return byEnding(name).or(() -> ended("zip"));
        if (starts(head, "SQLite format 3")) return ended("db");
        if (starts(head, "\u001F\u008B")) return ended("gz");
        if (starts(head, "%PDF")) return ended("pdf");
        if (starts(head, "<!DOCTYPE html") || starts(head, "<html")) return ended("html");
        Optional<String> named = byEnding(name);
        if (named.isPresent()) return named;
        boolean wide = starts(head, "\u00FE\u00FF") || starts(head, "\u00FF\u00FE");
        for (int i = 0; i < head.length && !wide; i++)
            if (head[i] == 0)
                return Optional.of("is binary, perhaps an encrypted database; none is opened here" + JSON);
        return Optional.empty();
    }

    /** Not what only begins like one: tables and documents of Office. */
    static boolean isZip(String name, byte[] head) {
        return starts(head, "PK\3\4") && (ending(name).equals("zip") || byEnding(name).isEmpty());
    }

    static boolean named(String name) {
        return BY_ENDING.containsKey(ending(name));
    }

    private static Optional<String> byEnding(String name) {
        return ended(ending(name));
    }

    private static Optional<String> ended(String ending) {
        return Optional.ofNullable(BY_ENDING.get(ending));
    }

    private static boolean starts(byte[] head, String bytes) {
        if (head.length < bytes.length()) return false;
        for (int i = 0; i < bytes.length(); i++) if ((head[i] & 0xFF) != bytes.charAt(i)) return false;
        return true;
    }
}
