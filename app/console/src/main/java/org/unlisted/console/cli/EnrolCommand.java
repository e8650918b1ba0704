package org.unlisted.console.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.unlisted.console.people.Applicant;
import org.unlisted.console.people.Consent;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.EnrolmentOutcome;
import org.unlisted.face.enrol.NamedPhoto;
import org.unlisted.face.gallery.EnroleeId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enrols a person who asked for it, with a record of their consent. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = "Enrols a person who asked for it. Photos become references; the face in them is kept, encrypted, for later models.")
final class EnrolCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "a pseudonym: a-z 0-9 -")
    private String id = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PHOTO", description = "one face in each")
    private List<Path> photos = new ArrayList<>();

    @Option(names = "--name", required = true, description = "how they want to be called")
    private String name = "";

    @Option(names = "--language", required = true, description = "to write to them in: zh-CN, vi, en, ...")
    private String language = "";

    @Option(names = "--consent-version", required = true, description = "version of the text they agreed to")
    private String consentVersion = "";

    @Option(names = "--proof", required = true, description = "how it was made sure that the face is theirs, in words")
    private String proof = "";

    @Override
    public Integer call() throws Exception {
        List<NamedPhoto> named = new ArrayList<>();
        for (Path photo : photos) named.add(new NamedPhoto(String.valueOf(photo.getFileName()), Files.readAllBytes(photo)));
        Consent consent =
                new Consent(consentVersion, language, Instant.now(), proof, EnumSet.allOf(Consent.Scope.class));
        try (Installation installation = Installation.open();
                EnrolmentDesk desk = EnrolmentDesk.open(
                        installation.app().modelCards(), installation.app().models(), installation.references())) {
            return switch (installation
                    .people()
                    .enrol(new Applicant(new EnroleeId(id), name, language, consent), desk, named)) {
                case EnrolmentOutcome.Enrolled _ -> {
                    System.out.println("Enrolled " + id + " with " + named.size() + " references.");
                    yield ExitCode.DONE;
                }
                case EnrolmentOutcome.Refused(List<String> reasons) -> {
                    reasons.forEach(reason -> System.err.println("unlisted: " + reason));
                    yield ExitCode.FAILED;
                }
            };
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
