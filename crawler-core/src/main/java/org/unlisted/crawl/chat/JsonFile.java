package org.unlisted.crawl.chat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Walks one JSON document, or several in a row, to its messages and reads one after another. Which exporter wrote it
 * is decided at the first message, from its fields and from what stood before: the heads of such files may be
 * megabytes of avatars and statistics, so a look at the first kilobytes does not tell. Not thread-safe.
 */
final class JsonFile {
    /** Names of lists of messages; each exporter has one of them. */
    private static final Set<String> LISTS = Set.of("messages", "items", "records", "data");

    /** Where Telegram Desktop puts chats: /messages, /chats/list/messages, /left_chats/list/messages. */
    private static final Set<String> TELEGRAM_LISTS = Set.of("chats", "left_chats");

    /** Objects in objects around messages. */
    private static final int DEEPEST = 6;

    private final Intake.Handover handover;
    private final ExportFolder folder;
    private final String stem;
    private Optional<Intake> intake = Optional.empty();
    private Optional<JsonFormat> format = Optional.empty();
    private Optional<String> version = Optional.empty();
    private List<String> keys = new ArrayList<>();
    private Optional<Frame> chunked = Optional.empty();
    private long odd;
    private long emptyLists;

    JsonFile(Intake.Handover handover, ExportFolder folder, String stem) {
        this.handover = handover;
        this.folder = folder;
        this.stem = stem;
    }

    Outcome read(Path file) throws IOException {
        byte[] head = TextSource.head(file);
        Optional<String> broken = Optional.empty();
        try (JsonMender mender = new JsonMender(TextSource.open(file, TextSource.ofJson(head), handover))) {
            broken = walk(mender);
            if (mender.cutStrings() > 0)
                handover.remark(
                        mender.cutStrings() + " texts longer than " + JsonMender.LONGEST_STRING + " characters, cut");
            if (mender.cutContainers() > 0)
                handover.remark(
                        mender.cutContainers() + " values deeper than " + JsonMender.DEEPEST + " levels, left out");
        }
        intake.ifPresent(Intake::finish);
        return outcome(broken);
    }

    /** Why it ended before its end. */
    private Optional<String> walk(Reader mended) {
        try (JsonParser json = JsonTrees.parser(mended)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) root(json);
                else if (token == JsonToken.START_ARRAY) messages(json, new Frame(stem));
                else return Optional.of("is not readable JSON: neither an object nor a list at its root");
            }
            return Optional.empty();
        } catch (JacksonException e) {
            String why = String.valueOf(e.getOriginalMessage()).replaceFirst(" \\(start marker at .*", "");
            return Optional.of("broke off at line " + Math.max(1, e.getLocation().getLineNr()) + ": " + why);
        }
    }

    private Outcome outcome(Optional<String> broken) {
        if (chunked.isPresent()) return new Outcome.Chunks(chunked.get(), broken);
        List<String> first = keys.subList(0, Math.min(12, keys.size()));
        String found = keys.isEmpty() ? "" : "; found keys " + String.join(", ", first);
        if (intake.isEmpty() || intake.get().read() == 0) {
            if (broken.isPresent() && odd == 0)
                return new Outcome.Refused(broken.get() + (keys.isEmpty() ? "" : " (before its first message)") + found);
            if (emptyLists > 0 && odd == 0) return new Outcome.Refused("has no message: its list of messages is empty" + found);
            return new Outcome.Refused("is no chat export that is known"
                    + (odd > 0 ? ", " + odd + " items not understood" : "") + found + "; expected messages or chats, as docs/chat-exports.md lists them");
        }
        if (intake.get().said() == 0 && odd >= intake.get().read())
            return new Outcome.Refused("has no message that could be read, " + odd + " not understood" + found
                    + "; expected the fields of " + format.map(JsonFormat::name).orElse(""));
        if (intake.get().said() == 0) handover.remark("no message in it says anything");
        broken.ifPresent(handover::remark);
        return new Outcome.Read(intake.get().result(version));
    }

    private void root(JsonParser json) {
        Frame frame = new Frame(stem);
        walk(json, frame, 0, true);
        if (keys.isEmpty()) keys = frame.keys();
        if (frame.has("chunked")) chunked = Optional.of(frame);
        else if (frame.says("data") && frame.has("meta")) message(AilFeeder.joined(frame), frame);
    }

    /** @param known whether Telegram Desktop has messages here */
    private void walk(JsonParser json, Frame frame, int depth, boolean known) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            frame.key(field);
            if (depth == 0) keys = frame.keys();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                boolean taken = frame.take(field, json);
                if (taken) continue;
                boolean lists = depth == 0 && TELEGRAM_LISTS.contains(field);
                if (depth < DEEPEST) walk(json, new Frame(stem), depth + 1, lists);
                else json.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                if (LISTS.contains(field)) {
                    if (!known && field.equals("messages"))
                        handover.remark("messages at an unknown place, read all the same");
                    messages(json, frame);
                } else if (depth < DEEPEST) chats(json, depth, known);
                else json.skipChildren();
            } else frame.take(field, Optional.ofNullable(json.getValueAsString()).orElse(""), field.equals("data"));
        }
    }

    private void chats(JsonParser json, int depth, boolean known) {
        while (json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) walk(json, new Frame(stem), depth + 1, known);
            else json.skipChildren();
        }
    }

    private void messages(JsonParser json, Frame frame) {
        boolean any = false;
        while (json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
            any = true;
            JsonTrees.Tree tree = JsonTrees.read(json);
            if (!tree.whole())
                handover.remark(
                        "a message too large, read in part: line",
                        String.valueOf(json.currentLocation().getLineNr()));
            message(tree.node(), frame);
        }
        if (!any) emptyLists++;
        intake.ifPresent(Intake::finish); // albums do not go beyond a chat
    }

    private void message(JsonNode node, Frame frame) {
        if (format.isEmpty() && node.isObject()) {
            if (keys.isEmpty()) node.propertyNames().forEach(name -> keys.add(Remarks.plain(name, 30)));
            format = JsonFormats.of(frame, node);
            format.ifPresent(f -> {
                intake = Optional.of(new Intake(handover, f.name(), folder));
                version = f.version(frame);
                JsonFormats.check(f, frame, handover);
            });
        }
        Reading reading = format.isPresent() && node.isObject()
                ? format.get().read(frame, node)
                : new Reading.Odd(JsonFormat.text(node, "id"), "not understood");
        if (reading instanceof Reading.Odd) odd++;
        if (intake.isPresent()) intake.get().take(reading);
        else if (reading instanceof Reading.Odd(String id, String why)) handover.remark("message " + why, id);
    }

    /** What came of one file. */
    sealed interface Outcome {
        record Read(ReadFile file) implements Outcome {}

        /** A manifest: the messages lie in files beside it. */
        record Chunks(Frame manifest, Optional<String> broken) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }
}
