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
 * The bytes inside a vault's files and snapshots, before encryption: version, model, id, embeddings, photos, portrait.
 */
final class ReferenceFormat {

    private static final int VERSION = 2;

    /** Before photos were kept and masked copies made. */
    private static final int FIRST = 1;

    private ReferenceFormat() {}

    static byte[] write(ReferenceSet set) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            writeSet(out, set);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @param file named when the bytes make no sense */
    static ReferenceSet read(byte[] plain, Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            int version = in.readInt();
            if (version == FIRST) return readFirst(in);
            checkVersion(version);
            return readSet(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(file + ": not references: " + e.getMessage(), e);
        }
    }

    /** Of sets that were made ready for a search. */
    static byte[] writeAll(List<ReferenceSet> sets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeInt(sets.size());
            for (ReferenceSet set : sets) writeSet(out, set);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    static List<ReferenceSet> readAll(byte[] plain, Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            checkVersion(in.readInt());
            int count = in.readInt();
            List<ReferenceSet> sets = new ArrayList<>();
            for (int i = 0; i < count; i++) sets.add(readSet(in));
            return List.copyOf(sets);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(file + ": not a snapshot of references: " + e.getMessage(), e);
        }
    }

    private static void writeSet(DataOutputStream out, ReferenceSet set) throws IOException {
        out.writeUTF(set.model());
        out.writeUTF(set.enroleeId().value());
        writeEmbeddings(out, set.bareOfEachPhoto());
        writeEmbeddings(out, set.maskedCopies());
        out.writeInt(set.photos().size());
        for (ReferenceSet.Photo photo : set.photos()) writeBytes(out, photo.jpeg());
        writeBytes(out, set.portrait());
    }

    private static ReferenceSet readSet(DataInputStream in) throws IOException {
        String model = in.readUTF();
        EnroleeId id = new EnroleeId(in.readUTF());
        List<Embedding> bare = readEmbeddings(in);
        List<Embedding> masked = readEmbeddings(in);
        int count = in.readInt();
        List<ReferenceSet.Photo> photos = new ArrayList<>();
        for (int i = 0; i < count; i++) photos.add(new ReferenceSet.Photo(readBytes(in)));
        return new ReferenceSet(id, model, bare, masked, photos, readBytes(in));
    }

    private static void writeEmbeddings(DataOutputStream out, List<Embedding> embeddings) throws IOException {
        out.writeInt(embeddings.size());
        for (Embedding embedding : embeddings) embedding.writeTo(out);
    }

    private static List<Embedding> readEmbeddings(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < count; i++) embeddings.add(Embedding.readFrom(in));
        return embeddings;
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) throw new IOException("a part of " + length + " bytes");
        return in.readNBytes(length);
    }

    /** Vectors and a portrait only: nothing to make references of another model from. */
    private static ReferenceSet readFirst(DataInputStream in) throws IOException {
        String model = in.readUTF();
        EnroleeId id = new EnroleeId(in.readUTF());
        List<Embedding> bare = readEmbeddings(in);
        return new ReferenceSet(id, model + " (format 1)", bare, bare, List.of(), readBytes(in));
    }

    private static void checkVersion(int version) throws IOException {
        if (version != VERSION) throw new IOException("format version " + version + ", this program reads " + VERSION);
    }
}
