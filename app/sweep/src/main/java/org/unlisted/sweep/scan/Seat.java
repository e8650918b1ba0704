package org.unlisted.sweep.scan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.unlisted.sweep.bundle.BundleItem;

/** The place of one worker: where one has died another is started when it is needed. One thread at a time. */
final class Seat {
    /** A worker that dies before it has seen a picture will not be better the next time. */
    private static final int ATTEMPTS = 2;

    private final WorkerLaunch launch;
    private final WorkerOrder order;
    private volatile Optional<Worker> worker = Optional.empty();
    private Optional<WorkerAnswer.Opened> opened = Optional.empty();
    private volatile long peakRssMb;

    Seat(WorkerLaunch launch, WorkerOrder order) {
        this.launch = launch;
        this.order = order;
    }

    Worker worker() throws IOException, Worker.Died {
        if (worker.isEmpty()) worker = Optional.of(Worker.start(launch, order));
        return worker.get();
    }

    /**
     * Loads models and gallery, unless they are.
     *
     * @throws IOException if they cannot be loaded, whoever tries
     */
    WorkerAnswer.Opened open() throws IOException {
        for (int attempt = 1; opened.isEmpty(); attempt++) {
            try {
                if (worker().ask(WorkerWire.Question.OPEN, List.of()).getFirst() instanceof WorkerAnswer.Opened o)
                    opened = Optional.of(o);
            } catch (Worker.Died e) {
                vacate();
                if (attempt == ATTEMPTS)
                    throw new IOException("a worker does not start: " + e.how() + "; its log is " + launch.log());
            }
        }
        return opened.get();
    }

    List<Look> look(List<BundleItem> items) throws IOException, Worker.Died {
        open();
        Worker looking = worker();
        List<WorkerAnswer> answers = looking.ask(WorkerWire.Question.LOOK, items);
        peakRssMb = Math.max(peakRssMb, Memory.peakRssMb(looking.handle().pid()));
        return answers.stream().map(Seat::done).toList();
    }

    private static Look done(WorkerAnswer answer) {
        return switch (answer) {
            case WorkerAnswer.Looked(var finding) -> new Look.Done(finding);
            case WorkerAnswer.Opened _, WorkerAnswer.Counted _, WorkerAnswer.Failed _ ->
                throw new IllegalStateException("an answer to another question");
        };
    }

    /** Ends the worker, if there is one. */
    void vacate() {
        worker.ifPresent(Worker::close);
        worker = Optional.empty();
        opened = Optional.empty();
    }

    long peakRssMb() {
        return peakRssMb;
    }
}
