package org.unlisted.takedown.notice;

import static java.util.Objects.requireNonNull;

import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.channel.Channel;

/**
 * A first request to act, ready for a person to read, approve and hand over.
 *
 * @param language BCP 47 of the text: zh-CN, en or vi
 * @param subject  one line
 * @param text     plain, ends with a line feed
 */
public record Notice(CaseId caseId, String language, Channel channel, String subject, String text) {

    public Notice {
        requireNonNull(caseId, "caseId");
        requireNonNull(language, "language");
        requireNonNull(channel, "channel");
        if (subject.isBlank() || subject.contains("\n")) throw new IllegalArgumentException("not a subject line");
        if (text.isBlank()) throw new IllegalArgumentException("an empty notice");
    }

    /** For example {@code C-2026-7K3M9Q2X.zh-CN.txt}. */
    public String fileName() {
        return caseId + "." + language + ".txt";
    }

    /** What goes into that file: the subject, an empty line, the text. */
    public String fileContent() {
        return subject + "\n\n" + text;
    }
}
