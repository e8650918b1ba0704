package org.unlisted.sweep.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.match.PictureFinding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a bundle was looked at: a line a batch, written down to the disk when all that its pictures said has been
 * filed. A process that goes on where another was killed begins with it. It names files by keyed hashes and holds counts,
 * no name, no picture, no person; it is erased when the scan is done. One thread at a time.
 */
public final class ScanJournal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MAC = "HmacSHA256";
    /** Bytes of a key: enough that no two files of a bundle share one. */
    private static final int KEY_BYTES = 16;

    private final Path file;
    private final FileChannel channel;
    private final Mac mac;
    private final Map<String, Entry> done = new HashMap<>();
    private final Set<String> cases = new TreeSet<>();

    /** One file, when it was looked at. */
    record Entry(String key, int images, int faces, int candidates, List<PictureFinding.Refusal> refused) {
        Entry {
            requireNonNull(key, "key");
            refused = List.copyOf(refused);
        }
    }

    private record Line(List<Entry> items, List<String> cases) {}

    private ScanJournal(Path file, FileChannel channel, byte[] key) {
        this.file = file;
        this.channel = channel;
        try {
            this.mac = Mac.getInstance(MAC);
            this.mac.init(new SecretKeySpec(key, MAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HMAC-SHA-256", e);
        }
    }

    /**
     * Opens the journal of a scan that was broken off, or begins one.
     *
     * @param key 32 bytes, always the same for the same file
     * @return empty if another process has it
     */
    public static Optional<ScanJournal> tryOpen(Path file, byte[] key) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                ScanJournal journal = new ScanJournal(file, channel, key);
                journal.read();
                return Optional.of(journal);
            }
        } catch (OverlappingFileLockException e) {
            // this very process has it
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    private void read() throws IOException {
        String text = Files.readString(file, ISO_8859_1);
        int end = 0;
        for (int next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', end)) {
            try {
                Line line = JSON.readValue(text.substring(end, next).getBytes(ISO_8859_1), Line.class);
                line.items().forEach(e -> done.put(e.key(), e));
                cases.addAll(line.cases());
            } catch (JacksonException e) {
                break; // damaged: what follows is done again
            }
            end = next + 1;
        }
        channel.truncate(end); // a line that was being written when the process was killed
        channel.position(end);
    }

    String key(BundleItem item) {
        mac.update(item.bundle().getBytes(UTF_8));
        mac.update((byte) 0);
        mac.update(item.name().getBytes(UTF_8));
        mac.update((byte) 0);
        return HexFormat.of().formatHex(mac.doFinal(item.bytes()), 0, KEY_BYTES);
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(done.get(key));
    }

    /** Whether a process was broken off before. */
    public boolean resumed() {
        return !done.isEmpty();
    }

    /** Numbers of the cases filed so far, sorted. */
    Set<String> cases() {
        return Set.copyOf(cases);
    }

    void append(List<Entry> items, Set<String> filed) throws IOException {
        byte[] line = (JSON.writeValueAsString(new Line(items, List.copyOf(filed))) + "\n").getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) channel.write(bytes);
        channel.force(false);
        items.forEach(e -> done.put(e.key(), e));
        cases.addAll(filed);
    }

    /** The scan is done: nothing of it is left to go on with. */
    public void erase() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
