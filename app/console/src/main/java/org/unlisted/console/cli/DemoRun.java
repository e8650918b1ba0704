package org.unlisted.console.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.unlisted.console.demo.DemoReviewer;
import org.unlisted.console.demo.DemoScore;
import org.unlisted.console.demo.Expected;
import org.unlisted.console.desk.Papers;
import org.unlisted.console.metrics.WatchedSweep;
import org.unlisted.console.people.Applicant;
import org.unlisted.console.people.Consent;
import org.unlisted.console.report.SkippedCsv;
import org.unlisted.console.run.SweepSession;
import org.unlisted.console.run.SweepStory;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.EnrolmentOutcome;
import org.unlisted.face.enrol.NamedPhoto;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.Case;

/** The whole story on samples, step by step. Subjects of cases are the ids of sample people. */
final class DemoRun {
    private final Installation installation;
    private final Expected expected;
    private final URI origin;
    private final View view;
    private final SweepStory story = new SweepStory();
    private final List<Papers> papers = new ArrayList<>();

    DemoRun(Installation installation, Expected expected, URI origin, View view) {
        this.installation = installation;
        this.expected = expected;
        this.origin = origin;
        this.view = view;
    }

    SweepStory story() {
        return story;
    }

    List<Papers> papers() {
        return List.copyOf(papers);
    }

    void enrol() throws IOException {
        List<Expected.Enrol> people = expected.enrol();
        view.step("enrolling sample people", 0, people.size());
        try (EnrolmentDesk desk = EnrolmentDesk.open(
                installation.app().modelCards(), installation.app().models(), installation.references())) {
            for (int i = 0; i < people.size(); i++) {
                enrol(people.get(i), desk);
                view.step("enrolling sample people", i + 1, people.size());
            }
        }
    }

    private void enrol(Expected.Enrol person, EnrolmentDesk desk) throws IOException {
        List<NamedPhoto> photos = new ArrayList<>();
        for (String photo : person.photos())
            photos.add(new NamedPhoto(photo, Files.readAllBytes(installation.app().samples().resolve(photo))));
        Consent consent = new Consent(
                "sample-1",
                person.language(),
                Instant.now(),
                "sample person, rendered; nobody to ask",
                EnumSet.allOf(Consent.Scope.class));
        EnrolmentOutcome outcome = installation
                .people()
                .enrol(new Applicant(new EnroleeId(person.id()), person.name(), person.language(), consent), desk, photos);
        if (outcome instanceof EnrolmentOutcome.Refused(List<String> reasons))
            throw new IOException("sample person " + person.id() + " was refused: " + String.join("; ", reasons));
    }

    void sweep(Path plan, Path skippedFile) throws IOException {
        try (SkippedCsv skipped = new SkippedCsv(_ -> skippedFile, InstantSource.system());
                WatchedSweep watched = installation.metrics().watch()) {
            Consumer<SweepEvent> shown = view::event;
            installation
                    .sweeps()
                    .run(
                            SweepSession.Task.plan(plan, Map.of("MARKET", origin.toString())),
                            story,
                            shown.andThen(skipped).andThen(watched));
        }
    }

    /**
     * What {@code expected.json} confirms is confirmed, the rest is dismissed; both in the demo reviewer's name. Cases that
     * rest on masked faces stay under review.
     */
    void review(Consumer<Papers> written) throws IOException {
        DemoReviewer reviewer = new DemoReviewer(expected, origin, UnaryOperator.identity());
        List<Case> confirmed = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Case known : story.cases()) {
            switch (reviewer.decide(known, Instant.now())) {
                case DemoReviewer.Decision.Confirm(var review) -> {
                    confirmed.add(known);
                    reasons.add(review.reason());
                }
                case DemoReviewer.Decision.Leave() -> { }
                case DemoReviewer.Decision.Dismiss(var review) -> story.put(
                        installation.desk().dismiss(known.id(), review.reviewer(), review.reason()));
            }
        }
        int total = confirmed.size();
        view.step("rendering captured pages", 0, total);
        installation.prepareScreenshots(confirmed);
        view.step("rendering captured pages", total, total);
        for (int i = 0; i < total; i++) {
            Papers done = installation.desk().confirm(confirmed.get(i).id(), DemoReviewer.NAME, reasons.get(i));
            papers.add(done);
            written.accept(done);
            story.put(done.confirmed());
            view.step("packing evidence, writing notices", i + 1, total);
        }
    }

    DemoScore score() {
        return DemoScore.of(
                expected,
                origin,
                UnaryOperator.identity(),
                story.cases(),
                story.skipped(),
                story.offers().stream().map(SweepEvent.OfferSeen::listing).toList());
    }
}
