package org.unlisted.console.storage;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.CaseStore;
import tools.jackson.databind.json.JsonMapper;

/** Cases as JSON, with the columns that are searched beside it. Thread-safe. */
public final class JdbcCaseStore implements CaseStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Database database;

    public JdbcCaseStore(Database database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public Optional<Case> find(CaseId id) {
        return database.jdbc()
                .sql("SELECT content FROM cases WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(JdbcCaseStore::read);
    }

    @Override
    public Optional<Case> find(String subject, URI listing) {
        return database.jdbc()
                .sql("SELECT content FROM cases WHERE subject = :subject AND listing_sha256 = :listing")
                .param("subject", subject)
                .param("listing", sha256(listing))
                .query(String.class)
                .optional()
                .map(JdbcCaseStore::read);
    }

    @Override
    public List<Case> list() {
        return database.jdbc()
                .sql("SELECT content FROM cases ORDER BY opened_at, id")
                .query(String.class)
                .list()
                .stream()
                .map(JdbcCaseStore::read)
                .toList();
    }

    @Override
    public void save(Case changed) {
        String content = JSON.writeValueAsString(changed);
        database.inTransaction(() -> {
            int updated = database.jdbc()
                    .sql("UPDATE cases SET state = :state, content = :content WHERE id = :id")
                    .param("id", changed.id().value())
                    .param("state", changed.state().word())
                    .param("content", content)
                    .update();
            if (updated == 0) insert(changed, content);
        });
    }

    private void insert(Case fresh, String content) {
        database.jdbc()
                .sql("""
                        INSERT INTO cases (id, subject, listing_url, listing_sha256, state, opened_at, content)
                        VALUES (:id, :subject, :url, :sha256, :state, :opened, :content)""")
                .param("id", fresh.id().value())
                .param("subject", fresh.subject())
                .param("url", fresh.listing().url().toString())
                .param("sha256", sha256(fresh.listing().url()))
                .param("state", fresh.state().word())
                .param("opened", fresh.openedAt().atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
    }

    private static Case read(String content) {
        return JSON.readValue(content, Case.class);
    }

    static String sha256(URI url) {
        try {
            byte[] text = url.toString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
