package org.unlisted.takedown.evidence;

import static java.util.Objects.requireNonNull;

import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;

/**
 * What a packet is made of.
 *
 * @param confirmed  a confirmed case: nothing is packed for leaving before a person decided
 * @param capture    WARC 1.1, gzip, one member a record: the listing's page and its pictures with a match
 * @param screenshot PNG: the listing rendered, every face but the enrolee's covered
 */
public record PacketRequest(Case confirmed, Part.Held capture, Part screenshot) {

    public PacketRequest {
        requireNonNull(confirmed, "confirmed");
        requireNonNull(capture, "capture");
        requireNonNull(screenshot, "screenshot");
        if (!(confirmed.state() instanceof CaseState.Confirmed))
            throw new IllegalArgumentException(
                    "case " + confirmed.id() + " is " + confirmed.state().word() + ", not confirmed");
    }
}
