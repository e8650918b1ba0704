package org.unlisted.takedown.notice;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.channel.Channel;

/**
 * What a notice is made of.
 *
 * @param confirmed a confirmed case: no notice is written before a person decided
 * @param date      on the notice
 */
public record NoticeRequest(Case confirmed, Channel channel, Notifier notifier, SealedPacket packet, LocalDate date) {

    public NoticeRequest {
        requireNonNull(confirmed, "confirmed");
        requireNonNull(channel, "channel");
        requireNonNull(notifier, "notifier");
        requireNonNull(packet, "packet");
        requireNonNull(date, "date");
        if (!(confirmed.state() instanceof CaseState.Confirmed))
            throw new IllegalArgumentException(
                    "case " + confirmed.id() + " is " + confirmed.state().word() + ", not confirmed");
    }
}
