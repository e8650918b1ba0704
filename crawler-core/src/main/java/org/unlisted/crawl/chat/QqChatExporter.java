package org.unlisted.crawl.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * JSON of QQChatExporter, versions 4 and 5, and the lines of its chunks. Version 4 has {@code messageId},
 * {@code isRecalled}, {@code isSystemMessage}; version 5 may leave out {@code id} and has {@code seq}.
 */
final class QqChatExporter implements JsonFormat {
    /** As deep as the exporter itself shows them. */
    private static final int DEEPEST_FORWARD = 5;

    static final String CHUNKED = "qq-chat-exporter-chunked";

    @Override
    public String name() {
        return "qq-chat-exporter";
    }

    @Override
    public boolean claims(Frame frame) {
        return frame.has("chatInfo");
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return message.path("content").isObject() && message.has("timestamp")
                && (message.path("sender").isObject() || message.has("messageId"));
    }

    @Override
    public Optional<String> version(Frame frame) {
        return Optional.of(JsonFormat.text(frame.object("metadata"), "version")).filter(v -> !v.isEmpty());
    }

    /** 0.1 is what the rewritten exporter calls itself; its fields are those of 5. */
    @Override
    public boolean knows(String version) {
        return version.matches("[45]\\..*|0\\.1\\..*");
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        String id = Stream.of("id", "messageId", "seq")
                .map(field -> JsonFormat.text(message, field))
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
        JsonNode content = message.path("content");
        if (!content.isObject()) return new Reading.Odd(id, "without content");
        boolean system = message.path("system").asBoolean(false) || message.path("isSystemMessage").asBoolean(false)
                || JsonFormat.text(message, "type").equals("system");
        if (system) return new Reading.Silent();
        JsonNode info = frame.object("chatInfo");
        String peer = info.path("peerUin").asString(JsonFormat.text(info, "peerUid"));
        Chat chat = new Chat("qq", peer, info.path("name").asString(frame.file()));
        var sentAt = Times.of(message.path("timestamp"), Times.CHINA);
        return new Reading.Said(Post.of(
                new Post.Origin(chat, id, sentAt.isPresent() ? sentAt : Times.of(message.path("time"), Times.CHINA)),
                Quotes.without(JsonFormat.text(content, "text"), quoted(content)) + passedOn(content, 0),
                Post.Attached.of(pictures(content))));
    }

    private static String quoted(JsonNode content) {
        return content.path("elements").valueStream()
                .filter(e -> JsonFormat.text(e, "type").equals("reply"))
                .map(e -> JsonFormat.text(e.path("data"), "content"))
                .findFirst()
                .orElse("");
    }

    /** The words of the messages that are forwarded in one, each on a line; forwarded ones may forward others. */
    private static String passedOn(JsonNode content, int depth) {
        if (depth > DEEPEST_FORWARD) return "";
        return content.path("elements").valueStream()
                .filter(e -> JsonFormat.text(e, "type").equals("forward"))
                .flatMap(e -> e.path("data").path("messages").valueStream())
                .map(m -> m.path("content").isObject() ? m.path("content") : m)
                .map(c -> "\n" + JsonFormat.text(c, "text") + passedOn(c, depth + 1))
                .collect(Collectors.joining());
    }

    /** A file of the export where there is one, else where the picture lay on QQ's servers. */
    private static List<String> pictures(JsonNode content) {
        return content.path("resources").valueStream()
                .filter(r -> JsonFormat.text(r, "type").equals("image"))
                .map(r -> JsonFormat.text(r, JsonFormat.text(r, "localPath").isBlank() ? "url" : "localPath"))
                .toList();
    }
}
