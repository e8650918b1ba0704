package org.unlisted.console.desk;

import static java.util.Objects.requireNonNull;

import org.unlisted.takedown.channel.ChannelCatalogue;
import org.unlisted.takedown.evidence.Packer;
import org.unlisted.takedown.notice.NoticeWriter;
import org.unlisted.takedown.notice.Notifier;

/**
 * What papers are written with.
 *
 * @param packer   who packs, and with what program
 * @param notifier who gives notice
 * @param notices  the wording
 * @param channels whom to write to
 */
public record Stationery(Packer packer, Notifier notifier, NoticeWriter notices, ChannelCatalogue channels) {
    public Stationery {
        requireNonNull(packer, "packer");
        requireNonNull(notifier, "notifier");
        requireNonNull(notices, "notices");
        requireNonNull(channels, "channels");
    }
}
