package org.unlisted.console.people;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unlisted.console.storage.Database;
import org.unlisted.face.gallery.EnroleeId;

/** The table of people. A row outlives a withdrawal with nothing but the id and the two dates. Thread-safe. */
final class JdbcPeople {
    private final Database database;
    private final PersonSeal seal;

    JdbcPeople(Database database, PersonSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Adds a person, or one who comes back. */
    void add(Person person) {
        database.inTransaction(() -> {
            delete(person.id());
            database.jdbc()
                    .sql("INSERT INTO people (id, sealed, enrolled_at) VALUES (:id, :sealed, :at)")
                    .param("id", person.id().value())
                    .param("sealed", seal.seal(person))
                    .param("at", person.enrolledAt().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    void delete(EnroleeId id) {
        int deleted = database.jdbc()
                .sql("DELETE FROM people WHERE id = :id")
                .param("id", id.value())
                .update();
        if (deleted > 0) database.erased();
    }

    /** Empties the row. Returns whether there was something in it. */
    boolean empty(EnroleeId id, Instant at) {
        int updated = database.jdbc()
                .sql("UPDATE people SET sealed = NULL, withdrawn_at = :at WHERE id = :id AND sealed IS NOT NULL")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        database.erased();
        return updated > 0;
    }

    Optional<Person> find(EnroleeId id) throws IOException {
        return open(database.jdbc()
                        .sql("SELECT id, sealed, enrolled_at FROM people WHERE id = :id AND sealed IS NOT NULL")
                        .param("id", id.value())
                        .query((row, _) -> read(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Everybody who did not withdraw, by id. */
    List<Person> list() throws IOException {
        return open(database.jdbc()
                .sql("SELECT id, sealed, enrolled_at FROM people WHERE sealed IS NOT NULL ORDER BY id")
                .query((row, _) -> read(row))
                .list());
    }

    private List<Person> open(List<Row> rows) throws IOException {
        List<Person> people = new ArrayList<>();
        for (Row row : rows) people.add(seal.open(row.id(), row.sealed(), row.enrolledAt()));
        return List.copyOf(people);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new EnroleeId(row.getString("id")),
                row.getString("sealed"),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant());
    }

    private record Row(EnroleeId id, String sealed, Instant enrolledAt) {}
}
