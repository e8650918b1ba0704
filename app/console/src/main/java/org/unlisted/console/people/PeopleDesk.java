package org.unlisted.console.people;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.console.home.Home;
import org.unlisted.console.storage.Database;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.EnrolmentOutcome;
import org.unlisted.face.enrol.NamedPhoto;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;

/**
 * Where people are enrolled and withdraw. Nobody has references without a consent record: it is written first and
 * emptied last. Thread-safe.
 */
public final class PeopleDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleDesk.class);
    private final JdbcPeople people;
    private final ReferenceVault references;
    private final Clock clock;

    public PeopleDesk(Home home, Database database, ReferenceVault references, Clock clock) {
        this.people = new JdbcPeople(database, new PersonSeal(home.key("people")));
        this.references = requireNonNull(references, "references");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Enrols a person, or keeps nothing of them if the photos are refused. Of the photos the
     * face is kept, encrypted, so that a later model can look at it.
     *
     * @param desk     of this desk's own references; asked for here because only enrolment needs the models, which take
     *                 seconds to load
     * @throws IllegalStateException if that id is enrolled; who wants new photos withdraws first
     */
    public synchronized EnrolmentOutcome enrol(Applicant applicant, EnrolmentDesk desk, List<NamedPhoto> photos)
            throws IOException {
        EnroleeId id = applicant.id();
        if (people.find(id).isPresent()) throw new IllegalStateException(id + " is enrolled");
        // the database keeps microseconds
        people.add(new Person(applicant, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        boolean enrolled = false;
        try {
            EnrolmentOutcome outcome = desk.enrol(id, photos);
            enrolled = switch (outcome) {
                case EnrolmentOutcome.Enrolled _ -> true;
                case EnrolmentOutcome.Refused _ -> false;
            };
            LOG.info("event=enrolment enrolee={} photos={} enrolled={}", id, photos.size(), enrolled);
            return outcome;
        } finally {
            if (!enrolled) people.delete(id);
        }
    }

    /**
     * Erases references, photos and record.
     *
     * @throws NoSuchElementException if nothing is known of that id
     */
    public synchronized Withdrawal withdraw(EnroleeId id) throws IOException {
        boolean hadReferences = references.erase(id);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean hadRecord = people.empty(id, at);
        if (!hadReferences && !hadRecord) throw new NoSuchElementException("nobody is enrolled as " + id);
        LOG.info("event=withdrawal enrolee={} references={} record={}", id, hadReferences, hadRecord);
        return new Withdrawal(id, at, hadReferences, hadRecord);
    }

    /** Everybody enrolled, by id. */
    public List<Person> people() throws IOException {
        return people.list();
    }

    public Optional<Person> find(EnroleeId id) throws IOException {
        return people.find(id);
    }
}
