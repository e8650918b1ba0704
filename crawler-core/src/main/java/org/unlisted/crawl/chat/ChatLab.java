package org.unlisted.crawl.chat;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** ChatLab's neutral format, 0.0.x, as JSON and as JSON lines ({@code _type}: header, member, message). */
final class ChatLab implements JsonFormat {
    static final String LINES = "chatlab-jsonl";
    private static final int PICTURE = 1;
    private static final int SYSTEM = 80;

    @Override
    public String name() {
        return "chatlab";
    }

    @Override
    public boolean claims(Frame frame) {
        return frame.has("chatlab");
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return JsonFormat.text(message, "_type").equals("message")
                || (message.path("sender").isString() && message.has("timestamp") && message.path("type").isNumber()
                        && message.has("content"));
    }

    @Override
    public Optional<String> version(Frame frame) {
        return Optional.of(JsonFormat.text(frame.object("chatlab"), "version")).filter(v -> !v.isEmpty());
    }

    @Override
    public boolean knows(String version) {
        return version.startsWith("0.0.");
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        String id = JsonFormat.text(message, "platformMessageId");
        if (!message.has("timestamp") || !message.has("content"))
            return new Reading.Odd(id, "without timestamp or content");
        int type = message.path("type").asInt(0);
        if (type == SYSTEM) return new Reading.Silent();
        JsonNode meta = frame.object("meta");
        String platform = meta.path("platform").asString("chatlab").replaceAll("[^A-Za-z0-9]", "");
        Chat chat = new Chat(
                platform.isEmpty() || platform.length() > 20 ? "chatlab" : platform,
                JsonFormat.text(meta, "groupId"),
                meta.path("name").asString(frame.file()));
        String content = JsonFormat.text(message, "content");
        String media = JsonFormat.text(message, "mediaPath"); // WeFlow's addition; the content is "[图片]" then
        boolean beside = type == PICTURE && Pictures.isPicture(media) && !media.startsWith("http");
        boolean picture = type == PICTURE && (Pictures.isPicture(content) || content.startsWith("data:"));
        return new Reading.Said(Post.of(
                new Post.Origin(chat, id, Times.utc(message.path("timestamp"))),
                picture || beside ? "" : content,
                beside
                        ? Post.Attached.of(List.of(media))
                        : picture ? Post.Attached.of(List.of(content)) : Post.Attached.NONE));
    }
}
