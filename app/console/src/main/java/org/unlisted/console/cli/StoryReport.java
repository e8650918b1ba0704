package org.unlisted.console.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.console.demo.DemoScore;
import org.unlisted.console.desk.Papers;
import org.unlisted.console.report.Picture;
import org.unlisted.console.report.Report;
import org.unlisted.console.report.ReportCase;
import org.unlisted.console.report.ReportWriter;
import org.unlisted.console.report.SkippedCsv;
import org.unlisted.console.run.SweepStory;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.evidence.Redaction;
import org.unlisted.takedown.sighting.Sighting;

/** Gathers what a report shows: the story of a sweep, and pictures of its cases in which everybody else is covered. */
final class StoryReport {
    private static final Logger LOG = LoggerFactory.getLogger(StoryReport.class);
    private static final int CROP = 200; // px
    private static final int WIDTH = 640; // px

    private final Installation installation;
    private final SweepStory story;
    private final Path file;
    private final Locale language;
    private final Map<CaseId, Papers> papers = new HashMap<>();

    StoryReport(Installation installation, SweepStory story, Path file, Locale language) {
        this.installation = requireNonNull(installation, "installation");
        this.story = requireNonNull(story, "story");
        this.file = requireNonNull(file, "file").toAbsolutePath();
        this.language = requireNonNull(language, "language");
    }

    Path file() {
        return file;
    }

    private Path folder() {
        return requireNonNull(file.getParent(), "a report lies in a folder");
    }

    /** Before the sweep, so that a folder that cannot be written is said first and not last. */
    void makeFolder() throws IOException {
        Files.createDirectories(folder());
    }

    void add(Papers written) {
        papers.put(written.confirmed().id(), written);
    }

    /** Writes the report of what is known now. */
    void write(Optional<DemoScore> score) throws IOException {
        List<ReportCase> cases = new ArrayList<>();
        for (Case known : story.cases()) cases.add(reported(known));
        makeFolder();
        new ReportWriter(language)
                .write(
                        new Report(
                                story.started().orElse(new SweepEvent.Started("-", "-", 0, 0, 0)),
                                story.counts(),
                                story.offers(),
                                cases,
                                story.tracked(),
                                story.skipped(),
                                skippedFile(),
                                score,
                                failure(),
                                Installation.VERSION,
                                Instant.now()),
                        file);
    }

    private Optional<String> skippedFile() {
        return Optional.of(SkippedCsv.beside(file)).filter(Files::exists).map(this::relative);
    }

    private Optional<String> failure() {
        if (LastWord.spoken()) return Optional.of("ended early, by Ctrl-C");
        return story.ended() ? story.failure() : Optional.of("the sweep was ended before it was done");
    }

    private ReportCase reported(Case known) throws IOException {
        Optional<Papers> written = Optional.ofNullable(papers.get(known.id()));
        Optional<Picture> crop = Optional.empty();
        Optional<Picture> covered = Optional.empty();
        if (decided(known.state())) {
            Sighting strongest = ReportCase.strongest(known);
            try {
                byte[] image = installation.records().body(strongest.image().evidence()).bytes();
                crop = Optional.of(new Picture(new Redaction().face(image, strongest.image(), CROP)));
                covered = Optional.of(new Picture(new Redaction().covered(image, strongest.image(), WIDTH)));
            } catch (IOException e) { // one item of a report
                LOG.warn("event=picture-missing case={} cause={}", known.id(), e.toString());
            }
        }
        return new ReportCase(
                known,
                crop,
                decided(known.state())
                        ? installation.references().portrait(new EnroleeId(known.subject())).map(Picture::new)
                        : Optional.empty(),
                covered,
                written.map(p -> relative(p.packet())),
                written.map(p -> relative(p.notice())));
    }

    /** A candidate may be a stranger, and a report outlives a dismissal: before a person has said yes, no picture. */
    private static boolean decided(CaseState state) {
        return switch (state) {
            case CaseState.Confirmed _, CaseState.Noticed _ -> true;
            case CaseState.UnderReview _, CaseState.Dismissed _ -> false;
        };
    }

    private String relative(Path target) {
        return folder()
                .relativize(target.toAbsolutePath())
                .toString()
                .replace('\\', '/');
    }
}
