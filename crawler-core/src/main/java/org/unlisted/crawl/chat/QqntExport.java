package org.unlisted.crawl.chat;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * JSON of QQNT_Export: a list at the root, {@code contents} of pairs of text and kind; the chat's name is the file's.
 * A quote is a pair whose text begins with "[被引用的消息]". Its pictures lie in QQ's own cache, not in the export.
 */
final class QqntExport implements JsonFormat {
    private static final String QUOTED = "[被引用的消息]";
    private static final Set<String> NOTES = Set.of("notice", "提示", "8");

    @Override
    public String name() {
        return "qqnt-export";
    }

    @Override
    public boolean claims(Frame frame) {
        return false;
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return message.path("contents").isArray() && message.has("time")
                && (message.has("sender") || message.has("sender_qq") || message.has("direction"));
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        JsonNode contents = message.path("contents");
        if (!contents.isArray()) return new Reading.Odd("", "without contents");
        String text = contents.valueStream()
                .filter(JsonNode::isArray)
                .filter(pair -> !NOTES.contains(pair.path(1).asString("")))
                .map(pair -> pair.path(0).asString(""))
                .filter(t -> !t.startsWith(QUOTED))
                .collect(Collectors.joining());
        if (text.isBlank()) return new Reading.Silent();
        return new Reading.Said(Post.of(
                new Post.Origin(new Chat("qq", "", frame.file()), "", Times.of(message.path("time"), Times.CHINA)),
                text,
                Post.Attached.NONE));
    }
}
