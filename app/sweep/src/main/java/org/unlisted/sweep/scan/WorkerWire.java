package org.unlisted.sweep.scan;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unlisted.sweep.bundle.BundleItem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a scan and its workers say to each other. To the worker: one order, then questions with files, binary. From the
 * worker: one line of JSON for each file, after the whole question was read, so that neither waits for the other.
 */
public final class WorkerWire {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_ORDER = 1 << 20;

    private WorkerWire() {}

    /** What is asked about files. */
    public enum Question {
        /** Load models and gallery; asked without files, before the first LOOK. */
        OPEN,
        /** Is it a picture that shows something? */
        COUNT,
        /** Who enrolled is in it? */
        LOOK
    }

    /** A question as it was read. */
    public record Asked(Question question, List<BundleItem> items) {
        public Asked {
            items = List.copyOf(items);
        }
    }

    static void write(DataOutputStream out, WorkerOrder order) throws IOException {
        byte[] json = JSON.writeValueAsBytes(order);
        out.writeInt(json.length);
        out.write(json);
        out.flush();
    }

    static void write(DataOutputStream out, Question question, List<BundleItem> items) throws IOException {
        out.writeUTF(question.name());
        out.writeInt(items.size());
        for (BundleItem item : items) {
            out.writeUTF(item.bundle());
            out.writeUTF(item.name());
            out.writeInt(item.bytes().length);
            out.write(item.bytes());
        }
        out.flush();
    }

    /** For the worker: its order. */
    public static WorkerOrder order(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_ORDER) throw new IOException("no order: this program is started by unlisted");
        byte[] json = in.readNBytes(length);
        try {
            return JSON.readValue(json, WorkerOrder.class);
        } catch (JacksonException e) { // the message would repeat a key
            throw new IOException("not an order for a worker");
        }
    }

    /** For the worker: the next question; empty when there are no more. */
    public static Optional<Asked> question(DataInputStream in) throws IOException {
        try {
            Question question = Question.valueOf(in.readUTF());
            int count = in.readInt();
            List<BundleItem> items = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                String bundle = in.readUTF();
                String name = in.readUTF();
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                items.add(new BundleItem(bundle, name, bytes));
            }
            return Optional.of(new Asked(question, items));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** For the worker: one line, without its end. */
    public static String line(WorkerAnswer answer) {
        return JSON.writerFor(WorkerAnswer.class).writeValueAsString(answer);
    }

    static WorkerAnswer answer(String line) throws IOException {
        try {
            return JSON.readValue(line, WorkerAnswer.class);
        } catch (JacksonException e) {
            throw new IOException("a worker said what is no answer: " + e.getOriginalMessage());
        }
    }
}
