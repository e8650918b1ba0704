package org.unlisted.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.home.WorkFolder;
import org.unlisted.console.hunt.AgainPlan;
import org.unlisted.console.run.SweepSession;
import org.unlisted.console.schedule.PlanLock;
import org.unlisted.console.schedule.PlanName;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.console.storage.StoredListing;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.sweep.plan.PlanException;
import org.unlisted.sweep.plan.PlanReader;

/** Fetches the offers that are still live once more, by a plan made for it, and matches their pictures with one person alone. */
final class HuntAgain {
    /** Listings looked at for each page wanted: a thread or channel has many listings on one page. */
    private static final int LISTINGS_A_PAGE = 50;

    private final String enrolee;
    private final Instant since;
    private final Optional<String> source;
    private final OutputOptions output;

    HuntAgain(String enrolee, Instant since, Optional<String> source, OutputOptions output) {
        this.enrolee = enrolee;
        this.since = since;
        this.source = source;
        this.output = output;
    }

    /** The exit code. */
    int run(int budget, int perSource) throws Exception {
        if (budget < 1 || budget > 1_000_000) throw new UsageException("--budget: use 1 to 1000000");
        if (perSource < 1) throw new UsageException("--per-source: use 1 or more");
        Map<String, String> variables = Map.copyOf(System.getenv());
        Closing closing = new Closing();
        try (closing) {
            Path file;
            AgainPlan plan;
            try (Installation installation = Installation.open()) {
                check(installation);
                List<StoredListing> live = new JdbcListings(installation.database())
                        .live(since, (int) Math.min(Integer.MAX_VALUE, (long) budget * LISTINGS_A_PAGE)).stream()
                                .filter(l -> source.isEmpty() || source.get().equals(l.source()))
                                .toList();
                plan = AgainPlan.of(live, new AgainPlan.Budget(budget, perSource), variables);
                plan.left().forEach(HuntAgain::name);
                if (plan.pages() == 0) {
                    System.err.println("unlisted: no offer that is still live is remembered: nothing was fetched");
                    return plan.left().isEmpty() ? ExitCode.DONE : ExitCode.SKIPPED;
                }
                for (Path original : plan.plans()) closing.add(lock(installation, original));
                WorkFolder work = closing.add(installation.home().work("again-" + ProcessHandle.current().pid()));
                file = work.path().resolve("again.yaml");
                String name = PlanName.of(file); // nobody sweeps by it again
                Path addresses = installation.home().crawl(name);
                Path lock = installation.home().locks().resolve(name + ".lock");
                closing.add(() -> FileSystemUtils.deleteRecursively(addresses));
                closing.add(() -> Files.deleteIfExists(lock));
                plan.write(file, "again");
            }
            checked(file, variables);
            int code = new OneSweep(output, "hunt").run(SweepSession.Task.plan(file, variables).forOnly(new EnroleeId(enrolee)));
            return code == ExitCode.DONE && !plan.left().isEmpty() ? ExitCode.SKIPPED : code;
        }
    }

    private void check(Installation installation) throws IOException, UsageException {
        if (installation.people().find(new EnroleeId(enrolee)).isEmpty())
            throw new UsageException("nobody is enrolled as '" + enrolee + "': see `unlisted people`");
    }

    private static void name(AgainPlan.Left left) {
        System.err.println("unlisted: " + left.listing().listing() + ": source '" + left.listing().source()
                + "' is not, or no longer, in plan " + left.listing().plan() + "; left out");
    }

    /** Two sweeps of one host would ask it twice as fast as its plan says. */
    private static PlanLock lock(Installation installation, Path plan) throws IOException, UsageException {
        return PlanLock.tryAcquire(installation.home(), plan)
                .orElseThrow(() -> new UsageException(
                        "plan " + plan + " is being swept by another process: wait for its end"));
    }

    private static void checked(Path file, Map<String, String> variables) throws UsageException, IOException {
        try {
            PlanReader.read(file, variables, AppFolder.ofLauncher().sources());
        } catch (PlanException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Closes what was taken, the last first. */
    @SuppressWarnings("try") // what it closes may throw anything
    private static final class Closing implements AutoCloseable {
        private final Deque<AutoCloseable> taken = new ArrayDeque<>();

        <T extends AutoCloseable> T add(T one) {
            taken.push(one);
            return one;
        }

        @Override
        public void close() throws Exception {
            while (!taken.isEmpty()) taken.pop().close();
        }
    }
}
