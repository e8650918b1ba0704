package org.unlisted.crawl.chat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** JSON of chatlog's HTTP interface (WeChat): a list of messages, each of which names its chat. */
final class Chatlog implements JsonFormat {
    private static final int TEXT = 1;
    private static final int PICTURE = 3;
    private static final int SHARE = 49;

    @Override
    public String name() {
        return "chatlog";
    }

    @Override
    public boolean claims(Frame frame) {
        return false;
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return message.has("talker") && message.has("time") && message.has("type");
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        String id = JsonFormat.text(message, "seq");
        if (!message.has("talker") || !message.path("type").isNumber())
            return new Reading.Odd(id, "without talker or type");
        int type = message.path("type").asInt(0);
        if (type != TEXT && type != PICTURE && type != SHARE) return new Reading.Silent();
        String talker = JsonFormat.text(message, "talker");
        Chat chat = new Chat("wechat", talker, message.path("talkerName").asString(talker));
        String content = JsonFormat.text(message, "content");
        return new Reading.Said(Post.of(
                new Post.Origin(chat, id, Times.of(message.path("time"), Times.CHINA)),
                type == PICTURE ? "" : type == SHARE && content.isBlank() ? shared(message.path("contents")) : WeChat.text(content),
                type == PICTURE ? Post.Attached.of(pictures(message.path("contents"))) : Post.Attached.NONE));
    }

    /** A link's title, or the messages that are passed on in one; an answer has its own words elsewhere. */
    private static String shared(JsonNode contents) {
        List<String> passedOn = contents.path("recordInfo").path("DataList").path("DataItems").valueStream()
                .map(item -> JsonFormat.text(item, "DataDesc"))
                .toList();
        Stream<String> words = passedOn.isEmpty() ? Stream.of(JsonFormat.text(contents, "desc")) : passedOn.stream();
        return Stream.concat(Stream.of(JsonFormat.text(contents, "title")), words)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> pictures(JsonNode contents) {
        return Stream.of("path", "url", "file")
                .map(field -> JsonFormat.text(contents, field))
                .filter(name -> !name.isBlank())
                .limit(1)
                .toList();
    }
}
