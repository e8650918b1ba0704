package org.unlisted.console.storage;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.unlisted.crawl.signal.Severity;

/** The memory of offers: one row a listing, by its URL. Thread-safe. */
public final class JdbcListings {
    private static final String COLUMNS =
            "plan, source, listing_url, page_url, kind, severity, first_seen, last_seen, last_status, next_due";
    private final Database database;

    public JdbcListings(Database database) {
        this.database = requireNonNull(database, "database");
    }

    /**
     * Where an offer stands.
     *
     * @param plan   file of the plan; empty where the sweep's plan was made for it alone: then the one it was first seen
     *               by stays its plan
     * @param source of that plan
     * @param page   to be fetched to see it
     */
    public record Place(Optional<Path> plan, String source, URI listing, URI page) {
        public Place {
            requireNonNull(plan, "plan");
            requireNonNull(source, "source");
            requireNonNull(listing, "listing");
            requireNonNull(page, "page");
        }
    }

    /** An offer was there. */
    public void seen(Place place, String kind, Severity severity, Instant at) {
        database.inTransaction(() -> {
            int updated = database.jdbc()
                    .sql("""
                            UPDATE listings SET last_seen = greatest(last_seen, :at), last_status = 'live', kind = :kind,
                                severity = :severity WHERE listing_sha256 = :listing""")
                    .param("listing", JdbcCaseStore.sha256(place.listing()))
                    .param("kind", kind)
                    .param("severity", severity.name())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
            if (updated == 0) insert(place, kind, severity, at);
            else if (place.plan().isPresent()) move(place, place.plan().get());
        });
    }

    private void insert(Place place, String kind, Severity severity, Instant at) {
        database.jdbc()
                .sql("INSERT INTO listings (listing_sha256, page_sha256, " + COLUMNS + """
                        ) VALUES (:sha256, :pageSha256, :plan, :source, :listing, :page, :kind, :severity, :at, :at, 'live',
                            NULL)""")
                .param("sha256", JdbcCaseStore.sha256(place.listing()))
                .param("pageSha256", JdbcCaseStore.sha256(place.page()))
                .param("plan", place.plan().map(Path::toString).orElse(""))
                .param("source", place.source())
                .param("listing", place.listing().toString())
                .param("page", place.page().toString())
                .param("kind", kind)
                .param("severity", severity.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void move(Place place, Path plan) {
        database.jdbc()
                .sql("""
                        UPDATE listings SET plan = :plan, source = :source, page_url = :page, page_sha256 = :pageSha256
                        WHERE listing_sha256 = :sha256""")
                .param("sha256", JdbcCaseStore.sha256(place.listing()))
                .param("plan", plan.toString())
                .param("source", place.source())
                .param("page", place.page().toString())
                .param("pageSha256", JdbcCaseStore.sha256(place.page()))
                .update();
    }

    /**
     * The site said that there is no such page: its listings are gone until one is seen again.
     *
     * @param url of a page or of a listing
     * @return how many listings that concerns
     */
    public int gone(URI url) {
        return status(url, StoredListing.Status.GONE);
    }

    /** As {@link #gone}, where the answer, or its lack, does not tell whether the page is still there. */
    public int unknown(URI url) {
        return status(url, StoredListing.Status.UNKNOWN);
    }

    private int status(URI url, StoredListing.Status status) {
        return database.jdbc()
                .sql("UPDATE listings SET last_status = :status WHERE page_sha256 = :url OR listing_sha256 = :url")
                .param("status", status.word())
                .param("url", JdbcCaseStore.sha256(url))
                .update();
    }

    public Optional<StoredListing> find(URI listing) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM listings WHERE listing_sha256 = :sha256")
                .param("sha256", JdbcCaseStore.sha256(listing))
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * Offers that are not known to be gone, the one seen last first.
     *
     * @param since not seen after that: left out
     * @param limit at most so many
     */
    public List<StoredListing> live(Instant since, int limit) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + """
                         FROM listings WHERE last_status <> 'gone' AND last_seen >= :since
                        ORDER BY last_seen DESC, listing_sha256 LIMIT :limit""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * Its cases want it asked for then, as long as one of them is open.
     *
     * @throws NoSuchElementException if no such listing was seen
     */
    public void dueAt(URI listing, Instant at) {
        int updated = database.jdbc()
                .sql("UPDATE listings SET next_due = :at WHERE listing_sha256 = :sha256")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("sha256", JdbcCaseStore.sha256(listing))
                .update();
        if (updated == 0) throw new NoSuchElementException("no listing " + listing);
    }

    /**
     * Listings to be asked for by now, the longest overdue first; those that were gone too, for they may be back. None whose
     * cases were all dismissed, or went with the people they were about.
     */
    public List<StoredListing> due(Instant now) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + """
                         FROM listings WHERE next_due <= :now
                            AND listing_sha256 IN (SELECT listing_sha256 FROM cases WHERE state <> 'dismissed')
                        ORDER BY next_due, listing_sha256""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> read(row))
                .list();
    }

    private static StoredListing read(ResultSet row) throws SQLException {
        return new StoredListing(
                Path.of(row.getString("plan")),
                row.getString("source"),
                URI.create(row.getString("listing_url")),
                URI.create(row.getString("page_url")),
                row.getString("kind"),
                Severity.valueOf(row.getString("severity")),
                instant(row, "first_seen").orElseThrow(),
                instant(row, "last_seen").orElseThrow(),
                StoredListing.Status.valueOf(row.getString("last_status").toUpperCase(Locale.ROOT)),
                instant(row, "next_due"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
