package org.unlisted.console.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unlisted.console.config.AppFolder;
import org.unlisted.crawl.offer.OfferReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the offer reader makes of texts. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Reads what texts offer: one JSON line a text, with label, kind, figures and reasons.",
        footer = {
            "",
            "Input: JSON lines {\"id\": …, \"text\": …}, if wanted with title, price_text and lang; anything else is one plain text.",
            "Exit codes: 0 done, 2 wrong usage, 3 some lines could not be read (named on standard error)."
        })
final class ReadCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "FILE", arity = "0..1", defaultValue = STANDARD_INPUT, description = "the texts; - is standard input")
    private String file = STANDARD_INPUT;

    @Option(names = "--lang", paramLabel = "TAG", description = "language of texts that name none: zh, en, vi, ru")
    private Optional<String> language = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private int skipped;

    @Override
    public Integer call() throws Exception {
        boolean standard = file.equals(STANDARD_INPUT);
        if (!standard && !Files.isRegularFile(Path.of(file))) throw new UsageException("no such file: " + file);
        OfferReader reader = OfferReader.load(AppFolder.ofLauncher().lexicon());
        try (InputStream in = standard ? System.in : Files.newInputStream(Path.of(file));
                PrintWriter out = standardOutput()) {
            String name = standard ? STANDARD_INPUT : String.valueOf(Path.of(file).getFileName());
            TextLines.read(in, name, item -> out.println(line(reader, item)), this::skip);
            if (out.checkError()) throw new IOException("standard output was closed before the last text");
        }
        return skipped == 0 ? ExitCode.DONE : ExitCode.SKIPPED;
    }

    private String line(OfferReader reader, TextLines.Item item) {
        ObjectNode line = JsonMapper.shared().createObjectNode().put("id", item.id());
        OfferJson.put(line, reader.read(item.title(), item.text(), item.priceText(), item.language().or(() -> language)));
        return line.toString();
    }

    private void skip(int number, String why) {
        skipped++;
        spec.commandLine().getErr().println("unlisted: line " + number + " " + why);
    }

    /** Buffered: System.out flushes at each line, and writes in the terminal's characters; JSON is UTF-8. */
    private static PrintWriter standardOutput() {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16));
    }
}
