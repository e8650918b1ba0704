package org.unlisted.sweep.scan;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.match.HandedInPictures;
import org.unlisted.sweep.match.ReadablePicture;
import org.unlisted.takedown.evidence.EvidenceVault;

/** The process of a worker. It ends when its standard input ends. */
public final class WorkerMain {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMain.class);
    private static final int BUFFER = 1 << 16;

    private final WorkerOrder order;
    private final PrintStream out;
    private Optional<HandedInPictures> pictures = Optional.empty();

    private WorkerMain(WorkerOrder order, PrintStream out) {
        this.order = order;
        this.out = out;
    }

    /** No arguments: an order has keys, and command lines are public. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err); // libraries that print must not spoil the protocol
        // Its answers would reach nobody; in the middle of a picture it cannot hear that its input has ended.
        Thread.ofPlatform().daemon().name("parent watch").start(WorkerMain::endWithParent);
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, BUFFER));
        new WorkerMain(WorkerWire.order(in), out).answer(in);
        System.exit(0); // native threads of the models may still run
    }

    private static void endWithParent() {
        Optional<ProcessHandle> scan = ProcessHandle.current().parent();
        if (scan.isEmpty()) return;
        scan.get().onExit().join();
        Runtime.getRuntime().halt(1);
    }

    private void answer(DataInputStream in) throws IOException {
        while (true) {
            Optional<WorkerWire.Asked> asked = WorkerWire.question(in);
            if (asked.isEmpty()) return;
            try {
                answer(asked.get());
            } catch (IOException e) {
                LOG.error("event=worker-failed cause={}", e.toString());
                say(new WorkerAnswer.Failed(String.valueOf(e.getMessage())));
            }
        }
    }

    private void answer(WorkerWire.Asked asked) throws IOException {
        switch (asked.question()) {
            case OPEN -> {
                HandedInPictures opened = opened();
                say(new WorkerAnswer.Opened(opened.enrolees(), opened.references()));
            }
            case COUNT -> {
                for (BundleItem item : asked.items())
                    say(new WorkerAnswer.Counted(ReadablePicture.of(item.bytes())));
            }
            case LOOK -> {
                for (BundleItem item : asked.items())
                    say(new WorkerAnswer.Looked(opened().look(item.bundle(), item.name(), item.bytes())));
            }
        }
    }

    private HandedInPictures opened() throws IOException {
        if (pictures.isEmpty())
            pictures = Optional.of(HandedInPictures.open(
                    order.modelCards(),
                    order.models(),
                    order.snapshot(),
                    order.snapshotKey().bytes(),
                    new EvidenceVault(order.evidence(), order.evidenceKey().bytes()),
                    order.handedInAt()));
        return pictures.get();
    }

    private void say(WorkerAnswer answer) {
        out.println(WorkerWire.line(answer));
        out.flush();
    }
}
