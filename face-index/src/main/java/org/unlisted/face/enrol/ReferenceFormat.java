package org.unlisted.face.enrol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.EnroleeId;

/**
 * The bytes inside a vault's files and snapshots, before encryption: version, model, id, embeddings, portrait.
 */
final class ReferenceFormat {

    private static final int VERSION = 1;

    private ReferenceFormat() {}

    static byte[] write(ReferenceSet set) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            writeSet(out, set, set.portrait());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @param file named when the bytes make no sense */
    static ReferenceSet read(byte[] plain, Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            checkVersion(in);
            return readSet(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(file + ": not references: " + e.getMessage(), e);
        }
    }

    /** Without portraits. */
    static byte[] writeAll(List<ReferenceSet> sets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeInt(sets.size());
            for (ReferenceSet set : sets) writeSet(out, set, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    static List<ReferenceSet> readAll(byte[] plain, Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            checkVersion(in);
            int count = in.readInt();
            List<ReferenceSet> sets = new ArrayList<>();
            for (int i = 0; i < count; i++) sets.add(readSet(in));
            return List.copyOf(sets);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(file + ": not a snapshot of references: " + e.getMessage(), e);
        }
    }

    private static void writeSet(DataOutputStream out, ReferenceSet set, byte[] portrait) throws IOException {
        out.writeUTF(set.model());
        out.writeUTF(set.enroleeId().value());
        out.writeInt(set.size());
        for (Embedding embedding : set.embeddings()) embedding.writeTo(out);
        out.writeInt(portrait.length);
        out.write(portrait);
    }

    private static ReferenceSet readSet(DataInputStream in) throws IOException {
        String model = in.readUTF();
        EnroleeId id = new EnroleeId(in.readUTF());
        int count = in.readInt();
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < count; i++) embeddings.add(Embedding.readFrom(in));
        byte[] portrait = in.readNBytes(in.readInt());
        return new ReferenceSet(id, model, embeddings, portrait);
    }

    private static void checkVersion(DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) throw new IOException("format version " + version + ", this program reads " + VERSION);
    }
}
