package org.unlisted.crawl.chat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table row by row. Not thread-safe. */
final class CsvFile {
    private final Intake.Handover handover;
    private final ExportFolder folder;
    private final String stem;

    CsvFile(Intake.Handover handover, ExportFolder folder, String stem) {
        this.handover = handover;
        this.folder = folder;
        this.stem = stem;
    }

    JsonFile.Outcome read(Path file) throws IOException {
        Charset charset = TextSource.ofText(TextSource.head(file));
        try (Lines lines = new Lines(TextSource.open(file, charset, handover))) {
            CsvRecords records = new CsvRecords(lines);
            List<String> header =
                    records.next().map(CsvRecords.Row::fields).orElse(List.of()).stream().map(String::strip).toList();
            Optional<CsvFormat> format = CsvFormat.of(header);
            if (format.isEmpty())
                return new JsonFile.Outcome.Refused("is no table of messages that is known; found columns "
                        + Remarks.plain(String.join(", ", header), 200)
                        + "; expected those of DiscordChatExporter, chatlog or MemoTrace");
            return rows(records, header, format.get());
        }
    }

    private JsonFile.Outcome rows(CsvRecords records, List<String> header, CsvFormat format) throws IOException {
        Intake intake = new Intake(handover, format.label(), folder);
        long odd = 0;
        for (Optional<CsvRecords.Row> row = records.next(); row.isPresent(); row = records.next()) {
            List<String> fields = row.get().fields();
            if (fields.size() == 1 && fields.getFirst().isBlank()) continue;
            if (!row.get().whole())
                handover.remark(
                        "a quote is not closed or the row too long, read in part: line",
                        String.valueOf(row.get().line()));
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < Math.min(header.size(), fields.size()); i++) named.put(header.get(i), fields.get(i));
            Reading reading = format.read(named, stem);
            if (reading instanceof Reading.Odd) odd++;
            intake.take(reading);
        }
        intake.finish();
        if (intake.said() == 0 && intake.read() == odd)
            return new JsonFile.Outcome.Refused("has no message that could be read, " + odd + " rows not understood");
        if (intake.said() == 0) handover.remark("no message in it says anything");
        return new JsonFile.Outcome.Read(intake.result(Optional.empty()));
    }
}
