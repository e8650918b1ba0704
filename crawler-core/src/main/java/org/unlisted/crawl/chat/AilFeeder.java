package org.unlisted.crawl.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.unlisted.crawl.listing.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What AIL's chat feeders hand over: {@code meta}, and the text in {@code data}, gzipped in base64 or plain. */
final class AilFeeder implements JsonFormat {
    /** More is no message; gzip makes a thousandfold of little. */
    private static final int LARGEST = 1 << 20;

    @Override
    public String name() {
        return "ail-feeder";
    }

    @Override
    public boolean claims(Frame frame) {
        return false;
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return message.path("data").isString() && message.path("meta").isObject();
    }

    /** A file of one message is such an object itself. */
    static JsonNode joined(Frame frame) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.set("meta", frame.object("meta"));
        return message.put("data", frame.value("data")).put("source", frame.value("source"));
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        JsonNode meta = message.path("meta");
        String id = JsonFormat.text(meta, "id");
        if (!fits(frame, message)) return new Reading.Odd(id, "without meta or data");
        Optional<String> text = text(JsonFormat.text(message, "data"));
        if (text.isEmpty()) return new Reading.Odd(id, "whose data is no text");
        JsonNode chat = meta.path("chat");
        JsonNode sender = meta.path("sender");
        String source = JsonFormat.text(message, "source");
        String platform = source.contains("discord") ? "discord" : source.contains("matrix") ? "matrix" : "telegram";
        String handle = platform.equals("telegram") ? JsonFormat.text(chat, "username") : "";
        String senderId = JsonFormat.text(sender, "id");
        boolean channel = JsonFormat.text(sender, "type").equals("channel") && senderId.matches("\\d{1,20}");
        String name = chat.path("name").asString(frame.file());
        JsonNode date = meta.path("date");
        return new Reading.Said(new Post(
                new Post.Origin(
                        new Chat(platform, JsonFormat.text(chat, "id"), name, handle),
                        id,
                        Times.utc(date.isObject() ? date.path("timestamp") : date),
                        channel ? Optional.of(Seller.withHandle("channel" + senderId)) : Optional.empty(),
                        Optional.empty()),
                new Post.Words("", text.get(), Optional.empty()),
                Post.Attached.NONE,
                Optional.empty()));
    }

    private static Optional<String> text(String data) {
        byte[] packed;
        try {
            packed = Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            return Optional.of(data); // a feeder's own output, before it is packed
        }
        boolean gzip = packed.length > 2 && (packed[0] & 0xFF) == 0x1F && (packed[1] & 0xFF) == 0x8B;
        if (!gzip) return Optional.of(data); // a word that looks like base64
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            String text = new String(in.readNBytes(LARGEST), UTF_8);
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
