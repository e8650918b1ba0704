package org.unlisted.takedown.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Whether the capture can be read to its end and its records match the digests they carry (WARC 1.1, ISO 28500:2017).
 * Not thread-safe.
 */
final class WarcCheck {
    static final String PATH = "data/capture.warc.gz";
    private static final long MAX_UNPACKED = 1L << 30; // 1 GiB of records, however well they are packed
    private final List<String> faults = new ArrayList<>();
    private final Set<String> payloads = new TreeSet<>();
    private int records;
    private int digests;
    private long unpacked;

    private WarcCheck() {}

    static WarcCheck of(PacketZip packet) {
        var check = new WarcCheck();
        try (InputStream in = packet.stream(PATH);
                var reader = new WarcReader(in)) {
            check.read(reader);
        } catch (IOException e) {
            check.faults.add(PATH + " cannot be read after record " + check.records + ": " + e.getMessage() + ".");
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            // jwarc parses some headers lazily and throws these for damaged ones
            check.faults.add(PATH + " is damaged at record " + check.records + ": " + e.getMessage() + ".");
        }
        return check;
    }

    Verification.Step step() {
        return Verification.Step.of(
                "capture", faults, PATH + " is readable: " + records + " records, " + digests + " digests correct.");
    }

    /** SHA-256 of the payload of every record that has one. */
    Set<String> payloads() {
        return Set.copyOf(payloads);
    }

    private void read(WarcReader reader) throws IOException {
        reader.calculateBlockDigest();
        for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
            records++;
            check(next.get());
        }
        if (reader.compression() != WarcCompression.GZIP) faults.add(PATH + " is not compressed with gzip.");
        if (digests == 0) faults.add(PATH + " carries no digests.");
    }

    private void check(WarcRecord record) throws IOException {
        if (record instanceof WarcTargetRecord target) checkPayload(target);
        drain(record.body(), List.of());
        if (record.blockDigest().isPresent())
            compare("block", record.blockDigest().get(), record.calculatedBlockDigest().map(WarcDigest::bytes));
    }

    private void checkPayload(WarcTargetRecord record) throws IOException {
        var payload = record.payload();
        if (payload.isEmpty()) return;
        var sha256 = Sha256.digest();
        Optional<WarcDigest> claimed = record.payloadDigest();
        if (claimed.isEmpty()) {
            drain(payload.get().body(), List.of(sha256));
        } else {
            MessageDigest same = digester(claimed.get());
            drain(payload.get().body(), List.of(sha256, same));
            compare("payload", claimed.get(), Optional.of(same.digest()));
        }
        payloads.add(HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest digester(WarcDigest claimed) throws IOException {
        try {
            return claimed.getDigester();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("a digest of the unknown kind \"" + claimed.algorithm() + "\"", e);
        }
    }

    private void compare(String what, WarcDigest claimed, Optional<byte[]> found) {
        if (found.isPresent() && Arrays.equals(claimed.bytes(), found.get())) digests++;
        else faults.add(PATH + ": the " + what + " of record " + records + " does not match its digest.");
    }

    private void drain(MessageBody body, List<MessageDigest> into) throws IOException {
        var buffer = ByteBuffer.allocate(1 << 16);
        while (body.read(buffer) >= 0) {
            buffer.flip();
            unpacked += buffer.remaining();
            if (unpacked > MAX_UNPACKED) throw new IOException("it unpacks to more than " + MAX_UNPACKED + " bytes");
            for (MessageDigest digest : into) digest.update(buffer.duplicate());
            buffer.clear();
        }
    }
}
