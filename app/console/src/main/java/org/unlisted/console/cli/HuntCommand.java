package org.unlisted.console.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.crawl.hunt.HuntRules;
import org.unlisted.crawl.hunt.HuntWindow;
import org.unlisted.crawl.hunt.RetroHunt;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.tracker.TrackerException;
import org.unlisted.crawl.tracker.Trackers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads stored pages by today's rules, or fetches known offers again for somebody who enrolled after they were seen. */
@Command(
        name = "hunt",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the stored pages of finished sweeps again and lists what sells faces or a tracker hits; fetches nothing.",
            "With --enrolee: fetches the offers that are still live, the ones seen last first, and matches their pictures with this person."
        },
        footer = {
            "",
            "New is what no sweep took for an offer so far; with --lexicon, what the installed lexicon does not take for one.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 something could not be read or asked for (named on standard error)."
        })
final class HuntCommand implements Callable<Integer> {
    @Option(names = "--lexicon", paramLabel = "DIR", description = "read by this lexicon; default config/lexicon")
    private Optional<Path> lexicon = Optional.empty();

    @Option(names = "--trackers", paramLabel = "DIR", description = "with these trackers; default config/trackers")
    private Optional<Path> trackers = Optional.empty();

    @Option(names = "--captures", paramLabel = "DIR", description = "folder of SOURCE/*.warc.gz; default UNLISTED_HOME/captures")
    private Optional<Path> captures = Optional.empty();

    @Option(names = "--since", paramLabel = "90d|DATE", description = "nothing older; default: all that is kept")
    private Optional<String> since = Optional.empty();

    @Option(names = "--source", paramLabel = "ID", description = "only of this source")
    private Optional<String> source = Optional.empty();

    @Option(names = "--new-only", description = "list new offers only")
    private boolean newOnly;

    @Option(names = "--enrolee", paramLabel = "ID", description = "fetch known offers again, for this person")
    private Optional<String> enrolee = Optional.empty();

    @Option(names = "--budget", paramLabel = "PAGES", description = "with --enrolee: pages at most; default ${DEFAULT-VALUE}")
    private int budget = 500;

    @Option(names = "--per-source", paramLabel = "PAGES", description = "with --enrolee: of one source at most; default: no limit")
    private int perSource = Integer.MAX_VALUE;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        Instant earliest = since.isPresent()
                ? HuntSince.of(since.get(), Clock.systemUTC().instant())
                : Instant.EPOCH;
        if (enrolee.isPresent()) {
            if (lexicon.isPresent() || trackers.isPresent() || captures.isPresent() || newOnly)
                throw new UsageException("--enrolee fetches by the installed rules: leave the other options out");
            return new HuntAgain(enrolee.get(), earliest, source, output).run(budget, perSource);
        }
        return read(earliest);
    }

    private int read(Instant earliest) throws Exception {
        AppFolder app = AppFolder.ofLauncher();
        folder(lexicon);
        folder(trackers);
        folder(captures);
        // The memory is opened only where it is asked: with another lexicon, the installed one tells what is known.
        if (lexicon.isPresent()) {
            HuntRules.Known known = HuntRules.Known.to(OfferReader.load(app.lexicon()));
            return read(app, captures.isPresent() ? captures.get() : home().resolve("captures"), known, earliest);
        }
        try (Installation installation = Installation.open()) {
            JdbcListings listings = new JdbcListings(installation.database());
            Path folder = captures.orElse(installation.home().directory().resolve("captures"));
            return read(app, folder, listing -> listings.find(listing.url()).isPresent(), earliest);
        }
    }

    private int read(AppFolder app, Path folder, HuntRules.Known known, Instant earliest) throws Exception {
        List<String> sources = RetroHunt.sources(folder);
        if (source.isPresent() && !sources.contains(source.get()))
            throw new UsageException("no captures of source '" + source.get() + "' in " + folder + "; there are: "
                    + (sources.isEmpty() ? "none" : String.join(", ", sources)));
        PrintStream out = System.out;
        try (Trackers loaded = Trackers.load(trackers.orElse(app.trackers()));
                HuntPrinter printer = new HuntPrinter(output.json(), newOnly, out)) {
            HuntRules rules = new HuntRules(
                    ListingExtractor.load(app.sites()),
                    OfferReader.load(lexicon.orElse(app.lexicon())),
                    loaded::match,
                    known);
            return printer.end(new RetroHunt(folder, new HuntWindow(earliest, source)).read(rules, printer));
        } catch (TrackerException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Path home() {
        return Path.of(System.getenv().getOrDefault("UNLISTED_HOME", "data"));
    }

    private static void folder(Optional<Path> named) throws UsageException {
        if (named.isPresent() && !Files.isDirectory(named.get())) throw new UsageException(named.get() + " is no folder");
    }
}
