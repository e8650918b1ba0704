package org.unlisted.console.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.console.desk.Evidence;
import org.unlisted.console.home.Home;
import org.unlisted.console.storage.Database;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.EnrolmentOutcome;
import org.unlisted.face.enrol.NamedPhoto;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;

class PeopleDeskTest {
    private static final EnroleeId P01 = new EnroleeId("p01");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String NAME = "Nguyễn Thị Mẫu";
    private static final Consent CONSENT = new Consent(
            "2026-11", "vi", NOW, "operator saw passport and person", Set.of(Consent.Scope.SEARCH_OFFERS));
    private static final Applicant AN = new Applicant(P01, NAME, "vi", CONSENT);

    @TempDir
    Path dir;

    private Home home;
    private Database database;
    private ReferenceVault vault;
    private PeopleDesk people;
    private EnrolmentDesk enrolment;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(dir.resolve("home"));
        database = Database.open(home);
        vault = new ReferenceVault(home.references(), home.key("references"));
        people = new PeopleDesk(home, database, vault, Clock.fixed(NOW, ZoneOffset.UTC));
        Path models = Path.of("../../face-index/target/models");
        enrolment = EnrolmentDesk.open(Path.of("../../config/models"), models, vault);
    }

    @AfterEach
    void close() {
        enrolment.close();
        database.close();
    }

    @Test
    void enrolsWithAConsentRecordAndKeepsNeitherPhotoNorPlainName() throws Exception {
        List<NamedPhoto> photos = photos();
        assertThat(people.enrol(AN, enrolment, photos)).isInstanceOf(EnrolmentOutcome.Enrolled.class);

        assertThat(people.people()).containsExactly(new Person(AN, NOW));
        assertThat(vault.enrolees()).containsExactly(P01);
        assertThat(vault.portrait(P01)).isPresent();
        database.close();
        for (Path file : everyFile()) {
            String bytes = Files.readString(file, ISO_8859_1);
            assertThat(bytes).doesNotContain(new String(NAME.getBytes(UTF_8), ISO_8859_1));
            for (NamedPhoto photo : photos)
                assertThat(bytes).doesNotContain(new String(photo.bytes(), 1000, 64, ISO_8859_1));
        }
    }

    @Test
    void keepsNothingOfSomebodyWhosePhotosAreRefused() throws Exception {
        EnrolmentOutcome outcome =
                people.enrol(AN, enrolment, List.of(new NamedPhoto("notes.txt", "no picture".getBytes(UTF_8))));
        assertThat(outcome).isInstanceOf(EnrolmentOutcome.Refused.class);
        assertThat(people.people()).isEmpty();
        assertThat(vault.enrolees()).isEmpty();
    }

    @Test
    void erasesEverythingOfWhoWithdraws() throws Exception {
        people.enrol(AN, enrolment, photos());
        String sealed = database.jdbc().sql("SELECT sealed FROM people").query(String.class).single();
        assertThat(people.withdraw(P01)).isEqualTo(new Withdrawal(P01, NOW, true, true));

        assertThat(people.people()).isEmpty();
        assertThat(people.find(P01)).isEmpty();
        assertThat(home.references()).isEmptyDirectory();
        assertThatThrownBy(() -> people.withdraw(P01))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("nobody is enrolled as p01");
        database.close();
        for (Path file : everyFile()) {
            // 24 bytes, less than a page: H2 compresses nothing and would show them wherever they stayed
            assertThat(Files.readString(file, ISO_8859_1))
                    .doesNotContain(sealed.substring(0, 24));
        }
    }

    @Test
    void letsThemComeBack() throws Exception {
        people.enrol(AN, enrolment, photos());
        assertThatThrownBy(() -> people.enrol(AN, enrolment, photos()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("p01 is enrolled");
        people.withdraw(P01);
        people.enrol(AN, enrolment, photos());
        assertThat(people.people()).hasSize(1);
    }

    @Test
    void doesNotOpenARecordUnderAnothersId() throws Exception {
        people.enrol(AN, enrolment, photos());
        database.jdbc().sql("UPDATE people SET id = 'p02'").update();
        assertThatThrownBy(() -> people.people())
                .isInstanceOf(IOException.class)
                .hasMessage("the record of p02 does not open: wrong key, or broken");
    }

    @Test
    void enrolsNobodyWhoDidNotAgreeToBeSearchedFor() {
        assertThatThrownBy(() -> new Consent("1", "vi", NOW, "passport", Set.of(Consent.Scope.SEND_NOTICES)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Consent("1", "vi", NOW, " ", Set.of(Consent.Scope.SEARCH_OFFERS)))
                .hasMessage("a consent says how proof of self was made");
    }

    @Test
    void printsNoNames() throws Exception {
        assertThat(new Person(AN, NOW).toString()).doesNotContain("Mẫu");
    }

    private static List<NamedPhoto> photos() throws IOException {
        List<NamedPhoto> photos = new ArrayList<>();
        for (int i = 1; i <= 3; i++)
            photos.add(new NamedPhoto(i + ".jpg", Evidence.sample("enrol/p01/" + i + ".jpg")));
        return photos;
    }

    private List<Path> everyFile() throws IOException {
        try (Stream<Path> files = Files.walk(home.directory())) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).anyMatch(f -> f.toString().endsWith(".mv.db"));
            return found;
        }
    }
}
