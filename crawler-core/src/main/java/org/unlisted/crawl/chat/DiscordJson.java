package org.unlisted.crawl.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** JSON of DiscordChatExporter: guild, channel, messages. Attachments are addresses that expire, or exported files. */
final class DiscordJson implements JsonFormat {
    /** What people write; the others are notes of the system (joins, pins, boosts). */
    private static final Set<String> WRITTEN =
            Set.of("", "Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "0", "19", "20", "23");

    @Override
    public String name() {
        return "discord-chat-exporter";
    }

    @Override
    public boolean claims(Frame frame) {
        return frame.has("guild") && frame.has("channel");
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return message.path("author").isObject() && message.path("timestamp").isString() && message.has("content");
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        String id = JsonFormat.text(message, "id");
        if (!message.has("content") && !message.has("attachments")) return new Reading.Odd(id, "without content");
        if (!WRITTEN.contains(JsonFormat.text(message, "type"))) return new Reading.Silent();
        JsonNode channel = frame.object("channel");
        String guild = frame.object("guild").path("name").asString("");
        String name = (guild.isEmpty() ? "" : guild + " / ") + JsonFormat.text(channel, "name");
        Chat chat = new Chat("discord", JsonFormat.text(channel, "id"), channel.isMissingNode() ? frame.file() : name);
        String content = JsonFormat.text(message, "content");
        JsonNode forwarded = message.path("forwardedMessage");
        // Who forwards without a word says what is forwarded; whom one answers ("reference") said their own.
        boolean passesOn = content.isBlank() && forwarded.isObject();
        List<String> names = new ArrayList<>(pictures(message));
        if (passesOn) names.addAll(pictures(forwarded));
        String text = passesOn ? JsonFormat.text(forwarded, "content") : content;
        // A person's card is the preview of a page that they link to; a bot's is what it says.
        if (text.isBlank() && message.path("author").path("isBot").asBoolean(false)) {
            text = message.path("embeds").valueStream().map(DiscordJson::card).collect(Collectors.joining("\n\n"));
            message.path("embeds").forEach(card -> names.addAll(cardPictures(card)));
        }
        return new Reading.Said(Post.of(
                new Post.Origin(chat, id, Times.utc(message.path("timestamp"))), text, Post.Attached.of(names)));
    }

    private static List<String> pictures(JsonNode message) {
        return message.path("attachments").valueStream()
                .filter(a -> Pictures.isPicture(a.path("fileName").asString(JsonFormat.text(a, "url"))))
                .map(a -> JsonFormat.text(a, "url"))
                .toList();
    }

    private static String card(JsonNode card) {
        Stream<String> fields = card.path("fields").valueStream()
                .map(f -> JsonFormat.text(f, "name") + ": " + JsonFormat.text(f, "value"));
        Stream<String> around = Stream.of(JsonFormat.text(card, "title"), JsonFormat.text(card, "description"));
        String footer = JsonFormat.text(card.path("footer"), "text");
        return Stream.of(around, fields, Stream.of(footer))
                .flatMap(Function.identity())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** Newer exports list all pictures of a card, of which {@code image} is the first. */
    private static List<String> cardPictures(JsonNode card) {
        return Stream.concat(Stream.of(card.path("image")), card.path("images").valueStream())
                .map(image -> JsonFormat.text(image, "url"))
                .filter(url -> !url.isBlank())
                .distinct()
                .toList();
    }
}
