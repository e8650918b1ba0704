package org.unlisted.sweep.scan;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.match.ReadablePicture;
import org.unlisted.sweep.protocol.SweepEvent.WorkerDied;

/**
 * The worker processes of a scan. One that dies costs its batch a second attempt by another; the second time its
 * pictures are given one by one, so that one that kills workers loses itself alone. Thread-safe: as many threads may
 * ask at once as there are workers.
 */
final class Crew implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    /** In one run: where more die, it is the machine and not the pictures. What is done is kept for the next run. */
    static final int MOST_DEATHS = 200;

    private final WorkerLaunch launch;
    private final Consumer<WorkerDied> deaths;
    private final List<Seat> seats = new ArrayList<>();
    private final BlockingQueue<Seat> free;
    private final AtomicInteger died = new AtomicInteger();
    private volatile boolean closed;

    Crew(WorkerLaunch launch, WorkerOrder order, int workers, Consumer<WorkerDied> deaths) {
        this.launch = requireNonNull(launch, "launch");
        requireNonNull(order, "order");
        this.deaths = requireNonNull(deaths, "deaths");
        for (int i = 0; i < workers; i++) seats.add(new Seat(launch, order));
        free = new ArrayBlockingQueue<>(workers, false, seats);
    }

    /** Loads models and gallery in one worker, to learn that they can be loaded. */
    WorkerAnswer.Opened open() throws IOException {
        Seat seat = take();
        try {
            return seat.open();
        } finally {
            free.add(seat);
        }
    }

    /** The picture in a file, if it shows something. One that kills a worker shows nothing. */
    Optional<ReadablePicture> readable(BundleItem item) throws IOException {
        Seat seat = take();
        try {
            return seat.worker().ask(WorkerWire.Question.COUNT, List.of(item)).getFirst()
                            instanceof WorkerAnswer.Counted(Optional<ReadablePicture> picture)
                    ? picture
                    : Optional.empty();
        } catch (Worker.Died e) {
            seat.vacate();
            count(e);
            return Optional.empty();
        } finally {
            free.add(seat);
        }
    }

    /**
     * Looks for the enrolled in a batch.
     *
     * @param batch its number, from 1
     * @return one look for each item
     * @throws IOException if nothing of this scan can work
     */
    List<Look> look(int batch, List<BundleItem> items) throws IOException {
        Seat seat = take();
        try {
            for (WorkerDied.Next next : List.of(WorkerDied.Next.AGAIN, WorkerDied.Next.ONE_BY_ONE)) {
                try {
                    return seat.look(items);
                } catch (Worker.Died e) {
                    died(seat, batch, items.size(), e, items.size() == 1 && next == WorkerDied.Next.ONE_BY_ONE
                            ? WorkerDied.Next.LEFT_OUT
                            : next);
                    if (items.size() == 1 && next == WorkerDied.Next.ONE_BY_ONE) return List.of(new Look.Lost(e.how()));
                }
            }
            return oneByOne(seat, batch, items);
        } finally {
            free.add(seat);
        }
    }

    private List<Look> oneByOne(Seat seat, int batch, List<BundleItem> items) throws IOException {
        List<Look> looks = new ArrayList<>();
        for (BundleItem item : items) {
            try {
                looks.addAll(seat.look(List.of(item)));
            } catch (Worker.Died e) {
                died(seat, batch, 1, e, WorkerDied.Next.LEFT_OUT);
                looks.add(new Look.Lost(e.how()));
            }
        }
        return looks;
    }

    private void died(Seat seat, int batch, int pictures, Worker.Died e, WorkerDied.Next next) throws IOException {
        seat.vacate();
        if (closed) throw new IOException("the scan was ended");
        deaths.accept(new WorkerDied(batch, pictures, e.how(), next));
        LOG.warn("event=worker-died batch={} pictures={} how=\"{}\" next={}", batch, pictures, e.how(), next);
        count(e);
    }

    private void count(Worker.Died e) throws IOException {
        if (died.incrementAndGet() > MOST_DEATHS)
            throw new IOException("more than " + MOST_DEATHS + " workers died, the last " + e.how() + "; their log is "
                    + launch.log() + "; run the same command again to go on");
    }

    private Seat take() throws IOException {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Highest resident sets of the workers added up, MB. */
    long peakRssMb() {
        return seats.stream().mapToLong(Seat::peakRssMb).sum();
    }

    /** Ends the workers, in the middle of their work if need be. */
    @Override
    public void close() {
        closed = true;
        seats.forEach(Seat::vacate);
    }
}
