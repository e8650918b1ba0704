package org.unlisted.crawl.chat;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * JSON of WeFlow and of EchoTrace, which is the same without {@code weflow} at its root. The kind of a message is a
 * Chinese word; {@code localType} is not to be trusted.
 */
final class WeFlow implements JsonFormat {
    private final String name;
    private final boolean says;

    /** @param says whether there is {@code weflow} at the root */
    WeFlow(String name, boolean says) {
        this.name = name;
        this.says = says;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean claims(Frame frame) {
        return frame.has("session") && frame.has("weflow") == says;
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return message.has("createTime") && (message.has("senderUsername") || message.has("localId"))
                && frame.has("weflow") == says;
    }

    @Override
    public Optional<String> version(Frame frame) {
        return Optional.of(JsonFormat.text(frame.object("weflow"), "version")).filter(v -> !v.isEmpty());
    }

    @Override
    public boolean knows(String version) {
        return version.startsWith("1.");
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        String id = JsonFormat.text(message, "localId");
        if (!message.has("createTime") || !message.has("content"))
            return new Reading.Odd(id, "without time or content");
        String kind = JsonFormat.text(message, "type");
        if (kind.equals("系统消息")) return new Reading.Silent();
        JsonNode session = frame.object("session");
        String chatId = JsonFormat.text(session, "wxid");
        String shown = session.path("displayName").asString(JsonFormat.text(session, "nickname"));
        Chat chat = new Chat("wechat", chatId, shown.isEmpty() ? frame.file() : shown);
        String content = JsonFormat.text(message, "content");
        boolean picture = kind.equals("图片消息") && Pictures.isPicture(content);
        return new Reading.Said(Post.of(
                new Post.Origin(chat, id, Times.of(message.path("createTime"), Times.CHINA)),
                picture ? "" : WeChat.text(content),
                picture ? Post.Attached.of(List.of(content)) : Post.Attached.NONE));
    }
}
