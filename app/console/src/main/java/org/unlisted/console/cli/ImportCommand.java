package org.unlisted.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unlisted.console.config.AppFolder;
import org.unlisted.crawl.chat.ChatExports;
import org.unlisted.crawl.chat.ChatImport;
import org.unlisted.crawl.chat.ChatMessage;
import org.unlisted.crawl.chat.MessageSink;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.offer.OfferLabel;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.crawl.tracker.Trackers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a chat export: one JSON line a hit, and a last one with counts. Of other messages nothing is written. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a chat export (Telegram, Discord, QQ, WeChat, ChatLab, Goofish monitor, AIL feeder) and prints what"
                    + " in it sells, seeks or fakes faces: one JSON line each, the last one is \"done\".",
            "Nothing is fetched and nothing is stored: to look for the enrolled in an export's pictures, name it in a"
                    + " plan (type chat-export) and sweep."
        })
final class ImportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(paramLabel = "EXPORT", description = "the export: a file, or a folder or zip of one or more")
    private Path export = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "also write the lines to DIR/offers.jsonl")
    private Optional<Path> out = Optional.empty();

    private long hits;

    @Override
    public Integer call() throws IOException {
        AppFolder app = AppFolder.ofLauncher();
        OfferReader reader = OfferReader.load(app.lexicon());
        try (PrintStream file = copy();
                Trackers trackers = Trackers.load(app.trackers())) {
            return read(new Rules(reader, trackers), line -> {
                System.out.println(line);
                file.println(line);
            });
        }
    }

    private PrintStream copy() throws IOException {
        if (out.isEmpty()) return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Files.createDirectories(out.get());
        return new PrintStream(
                Files.newOutputStream(out.get().resolve("offers.jsonl")), false, StandardCharsets.UTF_8);
    }

    private interface Printer {
        void print(String line);
    }

    /** What makes a message a hit: an offer of any kind, or a tracker of an organisation. */
    private record Rules(OfferReader reader, Trackers trackers) {
        boolean hit(Listing listing) {
            return reader.read(listing).stream().anyMatch(o -> o.label() != OfferLabel.NEGATIVE)
                    || !trackers.match(listing).isEmpty();
        }
    }

    private int read(Rules rules, Printer printer) throws IOException {
        ChatImport result;
        try (ImportProgress progress = ImportProgress.ofTerminal()) {
            result = new ChatExports().read(export, rules::hit, new Sink(rules, printer, progress));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return switch (result) {
            case ChatImport.Refused(String reason) -> {
                System.err.println("unlisted: " + reason);
                printer.print(done(0, 0, List.of(reason)));
                yield ExitCode.FAILED;
            }
            case ChatImport.Read read -> {
                printer.print(done(read.messages(), hits, read.skipped()));
                yield read.skipped().isEmpty() ? ExitCode.DONE : ExitCode.SKIPPED;
            }
        };
    }

    private final class Sink implements MessageSink {
        private final Rules rules;
        private final Printer printer;
        private final ImportProgress progress;

        Sink(Rules rules, Printer printer, ImportProgress progress) {
            this.rules = rules;
            this.printer = printer;
            this.progress = progress;
        }

        @Override
        public void message(ChatMessage message) {
            hits++;
            printer.print(line(message, rules).toString());
            // Who reads no further wants no more of it: an export may take a quarter of an hour.
            if (System.out.checkError())
                throw new UncheckedIOException(new IOException("standard output was closed before the last message"));
        }

        @Override
        public void progress(String file, long read, long total) {
            progress.show(file, read, total);
        }
    }

    /** {@code pictures} is how many the message shows; {@code images} how many it says to sell. */
    private static ObjectNode line(ChatMessage message, Rules rules) {
        ObjectNode line = JSON.createObjectNode();
        line.put("file", message.file())
                .put("format", message.format())
                .put("id", message.listing().itemId().orElse(""))
                .put("chat", Masker.mask(message.chat()))
                .put("sent_at", message.sentAt().map(Object::toString).orElse(null))
                .put("url", message.listing().url().toString())
                .put("pictures", message.listing().images().size());
        OfferJson.put(line, rules.reader().read(message.listing()));
        ArrayNode hits = line.putArray("trackers");
        rules.trackers().match(message.listing()).forEach(h -> hits.add(h.trackerId()));
        return line;
    }

    private static String done(long messages, long hits, List<String> skipped) {
        ObjectNode line = JSON.createObjectNode();
        line.put("event", "done").put("messages", messages).put("hits", hits).put("dropped", messages - hits);
        ArrayNode all = line.putArray("skipped");
        skipped.forEach(all::add);
        return line.toString();
    }
}
