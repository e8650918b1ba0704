package org.unlisted.crawl.chat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message record that QQ itself writes as text: "消息记录（此消息记录为文本格式…", then for each chat "消息对象:NAME", then
 * {@code 2026-10-01 9:05:00 nick(QQ)} or {@code nick<mail>} and the lines of the message. The time is the writer's own
 * and has no zone. Pictures are not in it. Not thread-safe.
 */
final class QqTxt {
    static final String NAME = "qq-txt";
    private static final Pattern HEADER = Pattern.compile(
            "^(\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2}:\\d{2}) (.{0,200}?)(?:\\((\\d{4,20})\\)|<([^>]{1,200})>)?\\s*$");
    private static final String CHAT = "消息对象:";
    private static final String GROUP = "消息分组:";

    private final Intake.Handover handover;
    private final Intake intake;
    private final String stem;
    private Chat chat;
    private Optional<Instant> sentAt = Optional.empty();
    private boolean inMessage;
    private boolean system;
    private boolean afterRule;
    private final StringBuilder text = new StringBuilder();

    QqTxt(Intake.Handover handover, ExportFolder folder, String stem) {
        this.handover = handover;
        this.intake = new Intake(handover, NAME, folder);
        this.stem = stem;
        this.chat = new Chat("qq", "", stem);
    }

    static boolean fits(String head) {
        return head.startsWith("消息记录") || head.contains("\n" + CHAT) || head.startsWith(CHAT);
    }

    JsonFile.Outcome read(Path file) throws IOException {
        Charset charset = TextSource.ofText(TextSource.head(file));
        try (Lines lines = new Lines(TextSource.open(file, charset, handover))) {
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) line(line.get());
        }
        end();
        intake.finish();
        if (intake.read() == 0)
            return new JsonFile.Outcome.Refused("has no message: no line begins like 2026-10-01 9:05:00 nick(QQ)");
        if (intake.said() == 0) handover.remark("no message in it says anything");
        return new JsonFile.Outcome.Read(intake.result(Optional.empty()));
    }

    private void line(Lines.Line line) {
        String words = line.text();
        // A message may quote these words: they count between two rules only.
        boolean rule = words.startsWith("=====");
        if (afterRule && words.startsWith(CHAT)) {
            end();
            String name = words.substring(CHAT.length()).strip();
            chat = new Chat("qq", "", name.isEmpty() ? stem : Remarks.plain(name, 200));
        } else if (!(afterRule && words.startsWith(GROUP)) && !rule) message(words);
        if (!words.isBlank()) afterRule = rule || (!inMessage && words.startsWith("消息记录"));
        if (!line.whole())
            handover.remark("longer than " + Lines.LONGEST + " characters, cut: line", String.valueOf(line.number()));
    }

    private void message(String words) {
        Matcher header = words.length() > 500 ? HEADER.matcher("") : HEADER.matcher(words);
        if (header.matches()) {
            end();
            inMessage = true;
            sentAt = Times.of(header.group(1), Times.CHINA);
            String number = String.valueOf(header.group(3));
            system = number.equals("10000") || number.equals("1000000");
        } else if (inMessage && text.length() <= Sieve.LONGEST_TEXT) {
            text.append(words, 0, Math.min(words.length(), 2 * Sieve.LONGEST_TEXT)).append('\n');
        }
    }

    private void end() {
        if (inMessage) {
            intake.take(system
                    ? new Reading.Silent()
                    : new Reading.Said(Post.of(
                            new Post.Origin(chat, "", sentAt), Quotes.without(text.toString()), Post.Attached.NONE)));
        }
        text.setLength(0);
        inMessage = false;
    }
}
