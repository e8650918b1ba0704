package org.unlisted.crawl.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.listing.Listing;

/**
 * Reads chat exports that somebody hands in, whatever program wrote them and however large they are: Telegram Desktop
 * ({@code result.json}), DiscordChatExporter (JSON, CSV), QQChatExporter (JSON, chunked JSONL), QQ's own text record,
 * QQNT_Export, chatlog (JSON, CSV), WeFlow, EchoTrace, MemoTrace (CSV), ChatLab (JSON, JSONL), a Goofish monitor's
 * lines and AIL's chat feeders. What is not one of these is refused by name. Thread-safe.
 */
public final class ChatExports {
    private static final Logger LOG = LoggerFactory.getLogger(ChatExports.class);

    /**
     * Reads an export.
     *
     * @param export a file, or a folder or zip with one or more of them; in these a file that cannot be read is named
     *               and the others are read
     * @param wanted what to keep, judged by the words alone (title, text, price): the others are dropped while reading,
     *               their pictures are not looked for, so that a large export does not have to fit into memory and
     *               bystanders' talk is not kept; asked by several threads at once, of words said again only once
     * @param sink   takes what is wanted, in the order of the export, on the caller's thread; pictures out of a
     *               zip can be read as long as it has the message
     */
    public ChatImport read(Path export, Predicate<Listing> wanted, MessageSink sink) {
        String name = String.valueOf(export.toAbsolutePath().getFileName());
        Intake.Handover handover = new Intake.Handover(name, wanted, sink, new Remarks());
        if (!Files.exists(export)) return new ChatImport.Refused("no such file: " + name);
        if (!Files.isDirectory(export) && !Files.isRegularFile(export))
            return new ChatImport.Refused(name + " is neither a file nor a folder");
        List<ReadFile> read = new ArrayList<>();
        try {
            if (Files.isDirectory(export)) read.addAll(folder(export.toAbsolutePath(), "", handover));
            else if (isZip(export)) read.addAll(zip(export.toAbsolutePath(), "", handover));
            else {
                switch (one(export.toAbsolutePath(), handover)) {
                    case JsonFile.Outcome.Refused(String why) -> {
                        return new ChatImport.Refused(name + " " + why);
                    }
                    case JsonFile.Outcome.Read(ReadFile file) -> read.add(file);
                    case JsonFile.Outcome.Chunks(Frame manifest, Optional<String> broken) ->
                            read.addAll(chunks(manifest, broken, export.toAbsolutePath(), handover));
                }
            }
        } catch (IOException e) {
            String why = e.getClass().getSimpleName();
            if (read.isEmpty()) return new ChatImport.Refused("cannot read " + name + ": " + why);
            handover.remark("cannot be read to its end: " + why);
        }
        List<String> skipped = handover.remarks().lines();
        if (read.isEmpty()) return new ChatImport.Refused(nothing(name, skipped));
        ChatImport.Read result = new ChatImport.Read(read, skipped);
        LOG.info("event=chats-read files={} messages={} skipped={}", read.size(), result.messages(), skipped.size());
        return result;
    }

    private static String nothing(String name, List<String> skipped) {
        if (skipped.isEmpty()) return name + " has no chat export in it";
        String first = String.join("; ", skipped.subList(0, Math.min(5, skipped.size())));
        return first + (skipped.size() > 5 ? "; and more" : "");
    }

    private static boolean isZip(Path file) throws IOException {
        return Refusals.isZip(String.valueOf(file.getFileName()), TextSource.head(file));
    }

    /** @param prefix of the names of its files */
    private static List<ReadFile> zip(Path file, String prefix, Intake.Handover handover) throws IOException {
        try (ZipExport zip = ZipExport.open(file)) {
            return folder(zip.root(), prefix, handover);
        } catch (ZipException e) {
            handover.remark("is a zip that cannot be opened here (" + e.getMessage() + "): unpack it and give the folder");
            return List.of();
        }
    }

    private static List<ReadFile> folder(Path root, String prefix, Intake.Handover handover) throws IOException {
        List<ReadFile> read = new ArrayList<>();
        Beside beside = new Beside(root);
        for (Path file : new Candidates(root).list(handover)) {
            Intake.Handover own = handover.of(prefix + root.relativize(file));
            try {
                if (!ZipExport.isInside(file) && isZip(file)) {
                    read.addAll(zip(file, own.file() + "/", own));
                    continue;
                }
                switch (one(file, own)) {
                    case JsonFile.Outcome.Refused(String why) -> beside.refused(file, why, own.file());
                    case JsonFile.Outcome.Read(ReadFile done) -> {
                        read.add(done);
                        beside.read(file);
                    }
                    case JsonFile.Outcome.Chunks(Frame manifest, Optional<String> broken) -> {
                        read.addAll(chunks(manifest, broken, file, own));
                        beside.read(file);
                    }
                }
            } catch (IOException e) { // one item of a job
                own.remark("cannot be read: " + e.getClass().getSimpleName());
            }
        }
        beside.remark(handover);
        return read;
    }

    private static JsonFile.Outcome one(Path file, Intake.Handover handover) throws IOException {
        if (ZipExport.isBomb(file)) return new JsonFile.Outcome.Refused("is packed so small that it can be no chat");
        byte[] head = TextSource.head(file);
        String name = String.valueOf(file.getFileName());
        Optional<String> refused = Refusals.of(name, head);
        if (refused.isPresent()) return new JsonFile.Outcome.Refused(refused.get());
        ExportFolder folder = new ExportFolder(Optional.ofNullable(file.getParent()).orElse(file.resolveSibling("")));
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return switch (Kind.of(name, head)) {
            case JSON -> new JsonFile(handover, folder, stem).read(file);
            case JSON_LINES -> new LineFile(handover, folder, new Frame(stem)).read(file);
            case CSV -> new CsvFile(handover, folder, stem).read(file);
            case QQ_TXT -> new QqTxt(handover, folder, stem).read(file);
            case UNKNOWN -> new JsonFile.Outcome.Refused("is no chat export that is known: of text files only QQ's own"
                    + " record (消息记录) is read; export the chat again as JSON");
        };
    }

    private static List<ReadFile> chunks(Frame manifest, Optional<String> broken, Path file, Intake.Handover handover)
            throws IOException {
        broken.ifPresent(handover::remark);
        Path folder = Optional.ofNullable(file.getParent()).orElse(file.resolveSibling(""));
        List<ReadFile> read = new ArrayList<>();
        List<Path> chunks = new Manifest(manifest, folder).chunks(handover);
        if (chunks.isEmpty()) handover.remark("names chunks, none of which is there: the folder chunks belongs beside it");
        for (Path chunk : chunks) {
            Path prefix = Path.of(handover.file()).resolveSibling(folder.relativize(chunk).toString());
            Intake.Handover own = handover.of(prefix.toString());
            switch (new LineFile(own, new ExportFolder(folder), manifest).read(chunk)) {
                case JsonFile.Outcome.Refused(String why) -> own.remark(why);
                case JsonFile.Outcome.Read(ReadFile done) -> read.add(done);
                case JsonFile.Outcome.Chunks _ -> own.remark("is a manifest, where a chunk belongs");
            }
        }
        return read;
    }
}
