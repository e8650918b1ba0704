package org.unlisted.crawl.chat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads files of one JSON object a line. A broken line is named and costs no other. Not thread-safe. */
final class LineFile {
    private final Intake.Handover handover;
    private final ExportFolder folder;
    private Frame frame;
    private Optional<JsonFormat> format = Optional.empty();
    private Optional<Intake> intake = Optional.empty();
    private List<String> keys = new ArrayList<>();
    private boolean header;
    private long odd;

    /** @param frame what a manifest says; of a file that stands alone an empty one */
    LineFile(Intake.Handover handover, ExportFolder folder, Frame frame) {
        this.handover = handover;
        this.folder = folder;
        this.frame = frame;
    }

    JsonFile.Outcome read(Path file) throws IOException {
        try (Lines lines = new Lines(TextSource.open(file, TextSource.ofJson(TextSource.head(file)), handover))) {
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) line(line.get());
        }
        intake.ifPresent(Intake::finish);
        String found = keys.isEmpty() ? "" : "; found keys " + String.join(", ", keys);
        if (intake.isEmpty())
            return new JsonFile.Outcome.Refused("is no chat export that is known" + found
                    + "; expected one message a line, as ChatLab or QQChatExporter write them");
        if (intake.get().said() == 0 && odd > 0)
            return new JsonFile.Outcome.Refused(
                    "has no message that could be read, " + odd + " not understood" + found);
        if (intake.get().said() == 0) handover.remark("no message in it says anything");
        return new JsonFile.Outcome.Read(intake.get().result(format.flatMap(f -> f.version(frame))));
    }

    private void line(Lines.Line line) {
        String text = line.text().strip();
        if (text.isEmpty() || text.startsWith("#")) return;
        if (!line.whole()) {
            handover.remark(
                    "longer than " + Lines.LONGEST + " characters, left out: line", String.valueOf(line.number()));
            return;
        }
        Optional<JsonNode> node = parsed(text);
        if (node.isEmpty()) handover.remark("no readable JSON object, left out: line", String.valueOf(line.number()));
        else message(node.get(), line.number());
    }

    private static Optional<JsonNode> parsed(String text) {
        try (JsonParser json = JsonTrees.parser(new JsonMender(new StringReader(text)))) {
            if (json.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
            JsonTrees.Tree tree = JsonTrees.read(json);
            return tree.whole() ? Optional.of(tree.node()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // the caller names the line
        }
    }

    private void message(JsonNode node, long line) {
        if (keys.isEmpty()) node.propertyNames().forEach(name -> keys.add(Remarks.plain(name, 30)));
        if (keys.size() > 12) keys = new ArrayList<>(keys.subList(0, 12));
        String kind = JsonFormat.text(node, "_type");
        if (kind.equals("header")) frame = Frame.of(frame.file(), node);
        else if (kind.equals("chatlab") || kind.equals("meta")) frame.put(kind, node); // some write the header in two lines
        if (kind.equals("header") || kind.equals("chatlab") || kind.equals("meta")) {
            header = true;
            return;
        }
        if (kind.equals("member")) return;
        if (format.isEmpty()) begin(node);
        if (intake.isEmpty()) {
            handover.remark("not understood: line", String.valueOf(line));
            return;
        }
        Reading reading = format.orElseThrow().read(frame, node);
        if (reading instanceof Reading.Odd) odd++;
        intake.get().take(reading);
    }

    private void begin(JsonNode node) {
        format = JsonFormats.of(frame, node);
        format.ifPresent(f -> {
            intake = Optional.of(new Intake(handover, name(f), folder));
            JsonFormats.check(f, frame, handover);
        });
    }

    private String name(JsonFormat f) {
        if (f instanceof ChatLab) {
            if (!header) handover.remark("the header line is missing, read all the same");
            return ChatLab.LINES;
        }
        return f instanceof QqChatExporter ? QqChatExporter.CHUNKED : f.name();
    }
}
