package org.unlisted.crawl.chat;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All JSON formats, and which of them a message has. */
final class JsonFormats {
    /** The more peculiar a format's fields, the earlier it is asked. */
    private static final List<JsonFormat> ALL = List.of(
            new AilFeeder(),
            new Goofish(),
            new ChatLab(),
            new DiscordJson(),
            new QqChatExporter(),
            new WeFlow("weflow", true),
            new WeFlow("echotrace", false),
            new Chatlog(),
            new QqntExport(),
            new TelegramDesktop());

    private JsonFormats() {}

    /** The format of a message by its own fields, else by what stands around it. */
    static Optional<JsonFormat> of(Frame frame, JsonNode message) {
        Optional<JsonFormat> byFields =
                ALL.stream().filter(f -> f.fits(frame, message)).findFirst();
        return byFields.isPresent() ? byFields : ALL.stream().filter(f -> f.claims(frame)).findFirst();
    }

    /** Puts in a word where the version is one that nobody has looked at. */
    static void check(JsonFormat format, Frame frame, Intake.Handover handover) {
        format.version(frame).filter(v -> !format.knows(v)).ifPresent(v -> handover.remark(
                format.name() + " version " + Remarks.plain(v, 40) + " not known; read by the fields of a known one"));
    }
}
