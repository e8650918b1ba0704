package org.unlisted.crawl.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.listing.Seller;
import tools.jackson.databind.JsonNode;

/**
 * {@code result.json} of Telegram Desktop ("Export chat history", JSON), of one chat or of a whole account. An album is
 * one message a picture, of which one has the words.
 */
final class TelegramDesktop implements JsonFormat {

    @Override
    public String name() {
        return "telegram-desktop";
    }

    @Override
    public boolean claims(Frame frame) {
        return frame.says("id") && frame.says("name");
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return message.has("id") && (message.has("date_unixtime") || message.has("date")) && message.has("type");
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        String id = JsonFormat.text(message, "id");
        if (!id.matches("-?\\d{1,18}")) return new Reading.Odd(id, "without a number");
        if (!message.path("type").asString("message").equals("message")) return new Reading.Silent();
        String chatId = frame.value("id").replaceAll("[^A-Za-z0-9_-]", "_");
        Chat chat = new Chat(
                "telegram", chatId.isEmpty() ? "unknown" : chatId, frame.value("name"), frame.value("username"));
        String from = JsonFormat.text(message, "from_id");
        // Only a channel is a public voice; who wrote in a group stays out of the listing.
        Optional<Seller> seller = Optional.of(from).filter(f -> f.matches("channel\\d{1,20}")).map(Seller::withHandle);
        return new Reading.Said(new Post(
                new Post.Origin(chat, id, sentAt(message), seller, Optional.empty()),
                new Post.Words("", text(message.path("text")), Optional.empty()),
                photo(message).map(name -> new Post.Attached(List.of(name), List.of())).orElse(Post.Attached.NONE),
                Optional.of(from)));
    }

    /** {@code date_unixtime} where there is one: {@code date} is local time without an offset, taken as UTC. */
    private static Optional<Instant> sentAt(JsonNode message) {
        Optional<Instant> exact = Times.utc(message.path("date_unixtime"));
        return exact.isPresent() ? exact : Times.utc(message.path("date"));
    }

    /** A string, or a mixture of strings and entities with a text each. */
    private static String text(JsonNode node) {
        if (!node.isArray()) return node.asString("");
        StringBuilder out = new StringBuilder();
        for (JsonNode part : node) out.append(part.isString() ? part.asString() : JsonFormat.text(part, "text"));
        return out.toString();
    }

    /** The path of the photo, or of a picture sent as a file; instead of one there may be a sentence in brackets. */
    private static Optional<String> photo(JsonNode message) {
        boolean picture = JsonFormat.text(message, "mime_type").startsWith("image/") && !message.has("sticker_emoji");
        String name = message.path("photo").asString(picture ? JsonFormat.text(message, "file") : "");
        boolean sentence =
                name.startsWith("(") || name.contains("exceeds maximum size") || name.contains("not included");
        return name.isBlank() || sentence ? Optional.empty() : Optional.of(name);
    }
}
