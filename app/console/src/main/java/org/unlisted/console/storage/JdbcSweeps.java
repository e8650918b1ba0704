package org.unlisted.console.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.unlisted.sweep.protocol.EventLine;
import org.unlisted.sweep.protocol.SweepEvent;

/** The sweeps that were run, and how they ended. Times are kept to the microsecond. Thread-safe. */
public final class JdbcSweeps {
    private final Database database;

    public JdbcSweeps(Database database) {
        this.database = requireNonNull(database, "database");
    }

    /**
     * @param plan the plan file
     */
    public void started(String sweepId, Path plan, Instant at) {
        SweepRun run = new SweepRun(sweepId, plan, at, Optional.empty(), List.of());
        database.jdbc()
                .sql("INSERT INTO sweeps (id, plan, started_at, skipped) VALUES (:id, :plan, :at, '')")
                .param("id", run.id())
                .param("plan", run.plan().toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * @throws NoSuchElementException if no such sweep was started
     */
    public void finished(String sweepId, SweepRun.Ending ending, List<SweepEvent.Skipped> skipped) {
        int updated = database.jdbc()
                .sql("UPDATE sweeps SET finished_at = :at, outcome = :outcome, skipped = :skipped WHERE id = :id")
                .param("id", sweepId)
                .param("at", ending.at().atOffset(ZoneOffset.UTC))
                .param("outcome", EventLine.of(ending.outcome()))
                .param("skipped", String.join("\n", skipped.stream().map(EventLine::of).toList()))
                .update();
        if (updated == 0) throw new NoSuchElementException("no sweep " + sweepId);
    }

    /** All of them, oldest first. */
    public List<SweepRun> list() {
        return database.jdbc()
                .sql("SELECT id, plan, started_at, finished_at, outcome, skipped FROM sweeps ORDER BY started_at, id")
                .query((row, _) -> read(row))
                .list();
    }

    private static SweepRun read(ResultSet row) throws SQLException {
        OffsetDateTime end = row.getObject("finished_at", OffsetDateTime.class);
        return new SweepRun(
                row.getString("id"),
                Path.of(row.getString("plan")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                end == null
                        ? Optional.empty()
                        : Optional.of(new SweepRun.Ending(end.toInstant(), EventLine.event(row.getString("outcome")))),
                row.getString("skipped")
                        .lines()
                        .map(line -> (SweepEvent.Skipped) EventLine.event(line))
                        .toList());
    }
}
