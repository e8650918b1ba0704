package org.unlisted.console.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DuplicateKeyException;

/**
 * The audit log of scans. It is added to and read, never changed. Each row's seal is an HMAC of the row and of the seal
 * before it: whoever alters, swaps or takes out a row without the home's key is found out. That rows are missing at the
 * end cannot be seen. Thread-safe.
 */
public final class JdbcScanLog {
    private static final String MAC = "HmacSHA256";
    private static final int ATTEMPTS = 10;
    private static final String COLUMNS =
            "number, scan, at, step, operator, reason, few, listing, files, images, faces, candidates, cases, skipped, seal";

    private final Database database;
    private final SecretKeySpec key;

    private record Row(long number, ScanLogEntry entry, String seal) {}

    /**
     * @param key 32 bytes, the home's for this purpose
     */
    public JdbcScanLog(Database database, byte[] key) {
        this.database = requireNonNull(database, "database");
        this.key = new SecretKeySpec(key, MAC);
    }

    /** Adds an entry. */
    public void append(ScanLogEntry entry) {
        for (int attempt = 1; ; attempt++) {
            try {
                database.inTransaction(() -> insert(entry));
                return;
            } catch (DuplicateKeyException e) { // another process was quicker
                if (attempt == ATTEMPTS) throw e;
            }
        }
    }

    private void insert(ScanLogEntry entry) {
        Optional<Row> last = database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM scan_log ORDER BY number DESC LIMIT 1")
                .query((row, _) -> read(row))
                .optional();
        long number = last.map(Row::number).orElse(0L) + 1;
        ScanLogEntry.Counts counts = entry.counts();
        database.jdbc()
                .sql("INSERT INTO scan_log (" + COLUMNS + ") VALUES (:number, :scan, :at, :step, :operator, :reason, :few,"
                        + " :listing, :files, :images, :faces, :candidates, :cases, :skipped, :seal)")
                .param("number", number)
                .param("scan", entry.scan())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("step", entry.step().name().toLowerCase(Locale.ROOT))
                .param("operator", entry.operator())
                .param("reason", entry.reason())
                .param("few", entry.fewConfirmed())
                .param("listing", entry.listing())
                .param("files", counts.files())
                .param("images", counts.images())
                .param("faces", counts.faces())
                .param("candidates", counts.candidates())
                .param("cases", counts.cases())
                .param("skipped", counts.skipped())
                .param("seal", seal(number, entry, last.map(Row::seal).orElse("")))
                .update();
    }

    /**
     * All of it, oldest first.
     *
     * @throws IllegalStateException if a row was changed, added or taken out by somebody else
     */
    public List<ScanLogEntry> list() {
        List<Row> rows = database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM scan_log ORDER BY number")
                .query((row, _) -> read(row))
                .list();
        String before = "";
        long expected = 1;
        for (Row row : rows) {
            if (row.number() != expected || !row.seal().equals(seal(row.number(), row.entry(), before)))
                throw new IllegalStateException("the scan log was tampered with: entry " + expected + " does not hold");
            before = row.seal();
            expected++;
        }
        return rows.stream().map(Row::entry).toList();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("number"),
                new ScanLogEntry(
                        row.getString("scan"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        ScanLogEntry.Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
                        row.getString("operator"),
                        row.getString("reason"),
                        row.getBoolean("few"),
                        row.getString("listing"),
                        new ScanLogEntry.Counts(
                                row.getInt("files"),
                                row.getInt("images"),
                                row.getInt("faces"),
                                row.getInt("candidates"),
                                row.getInt("cases"),
                                row.getInt("skipped"))),
                row.getString("seal"));
    }

    /** Every value with its length in front: no two rows read the same. */
    private String seal(long number, ScanLogEntry entry, String before) {
        StringBuilder text = new StringBuilder();
        for (Object value : List.of(
                before,
                number,
                entry.scan(),
                entry.at(),
                entry.step(),
                entry.operator(),
                entry.reason(),
                entry.fewConfirmed(),
                entry.listing(),
                entry.counts()))
            text.append(value.toString().length()).append(':').append(value);
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HMAC-SHA-256", e);
        }
    }
}
