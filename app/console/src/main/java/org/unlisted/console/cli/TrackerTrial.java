package org.unlisted.console.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.unlisted.crawl.tracker.Phrase;
import org.unlisted.crawl.tracker.TrackerHit;
import org.unlisted.crawl.tracker.Trackers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds trackers against the lines of a file: plain texts, or JSON objects with {@code text} and, if wanted,
 * {@code id}; elsewhere the line's number, from 1, is the id. One JSON object a hit.
 */
final class TrackerTrial {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Trackers trackers;
    private final Predicate<TrackerHit> shown;
    private final PrintStream out;
    private int skipped;

    TrackerTrial(Trackers trackers, Predicate<TrackerHit> shown, PrintStream out) {
        this.trackers = trackers;
        this.shown = shown;
        this.out = out;
    }

    /** The exit code: a line that is not understood is named and left out. */
    int run(Path file) throws IOException, UsageException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) line(line, ++number);
        } catch (NoSuchFileException e) {
            throw new UsageException("no such file: " + file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not in UTF-8: save it so");
        }
        return skipped == 0 ? ExitCode.DONE : ExitCode.SKIPPED;
    }

    private void line(String line, int number) {
        String text = line.strip();
        if (text.isEmpty()) return;
        if (!text.startsWith("{")) {
            hold(IntNode.valueOf(number), text);
            return;
        }
        try {
            JsonNode object = JSON.readTree(text);
            JsonNode id = object.hasNonNull("id") ? object.get("id") : IntNode.valueOf(number);
            if (object.path("text").isString()) hold(id, object.get("text").stringValue());
            else skip(number, "has no text");
        } catch (JacksonException e) {
            skip(number, "is not JSON: " + e.getOriginalMessage());
        }
    }

    private void skip(int number, String why) {
        skipped++;
        System.err.println("unlisted: line " + number + " " + why + "; left out");
    }

    private void hold(JsonNode id, String text) {
        for (TrackerHit hit : trackers.match("", text)) {
            if (!shown.test(hit)) continue;
            ObjectNode line = JSON.createObjectNode();
            line.set("id", id);
            line.put("tracker", hit.trackerId()).put("owner", hit.owner().orElse(null)).put("label", hit.label());
            ArrayNode phrases = line.putArray("phrases");
            for (Phrase phrase : hit.phrases())
                phrases.addObject().put("start", phrase.start()).put("end", phrase.end()).put("text", phrase.text());
            out.println(line);
        }
    }
}
