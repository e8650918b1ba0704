package org.unlisted.console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.console.home.Home;

class DatabaseTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void isBroughtUpToDateOnceAndOpensAgain(Databases kind) throws Exception {
        String url = kind.url(dir);
        for (int i = 0; i < 2; i++) {
            try (Database database = Database.open(url)) {
                assertThat(count(database, "\"flyway_schema_history\" WHERE \"version\" IS NOT NULL")).isEqualTo(4);
                assertThat(count(database, "cases")).isZero();
                assertThat(count(database, "qrtz_triggers")).isZero();
                assertThat(database.isServer()).isEqualTo(kind == Databases.POSTGRESQL);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void holdsNoColumnForPicturesButQuartzOwn(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            assertThat(database.jdbc()
                            .sql("""
                                    SELECT lower(table_name) || '.' || lower(column_name)
                                    FROM information_schema.columns
                                    WHERE lower(table_schema) = 'public'
                                    AND (lower(data_type) LIKE '%binary%'
                                        OR lower(data_type) IN ('bytea', 'array', 'oid'))""")
                            .query(String.class)
                            .list())
                    .allMatch(column -> column.startsWith("qrtz_"));
        }
    }

    @Test
    void keepsTheHomesDatabaseInItsFolder() throws Exception {
        Home home = Home.open(dir.resolve("home"));
        try (Database database = Database.open(home, Map.of())) {
            assertThat(database.isServer()).isFalse();
            assertThat(home.database().resolve("unlisted.mv.db")).isRegularFile();
        }
    }

    @Test
    void servesASecondProcessOnTheLoopbackInterfaceOnly() throws Exception {
        Home home = Home.open(dir.resolve("home"));
        try (Database database = Database.open(home, Map.of())) {
            assertThat(database.isServer()).isFalse();
            String lock = Files.readString(home.database().resolve("unlisted.lock.db"));
            assertThat(lock).containsPattern("server=(127\\.0\\.0\\.1|localhost)\\\\?:[0-9]+");
        }
    }

    @Test
    void namesTheFileThatIsNotADatabase() throws Exception {
        Home home = Home.open(dir.resolve("home"));
        Path file = home.database().resolve("unlisted.mv.db");
        Files.writeString(file, "no database at all ".repeat(1000));
        assertThatThrownBy(() -> Database.open(home, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot open " + file);
    }

    @Test
    void namesTheVariableButNotThePasswordOfAServerThatDoesNotAnswer() throws Exception {
        Home home = Home.open(dir.resolve("home"));
        Map<String, String> environment = Map.of(
                "UNLISTED_DB", "jdbc:postgresql://127.0.0.1:1/unlisted?user=u&password=hunter2&connectTimeout=2");
        assertThatThrownBy(() -> Database.open(home, environment))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot open the database of UNLISTED_DB")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Database.open(home, Map.of("UNLISTED_DB", "jdbc:oracle:thin:hunter2")))
                .isInstanceOf(IOException.class)
                .hasMessage("the database of UNLISTED_DB is neither H2 nor PostgreSQL");
    }

    @Test
    void undoesAllOfATransactionThatFails() throws Exception {
        try (Database database = Database.open(Databases.H2.url(dir))) {
            assertThatThrownBy(() -> database.inTransaction(() -> {
                        database.jdbc()
                                .sql("INSERT INTO sweeps (id, plan, started_at, skipped) VALUES ('a', '', now(), '')")
                                .update();
                        throw new IllegalStateException("half-way");
                    }))
                    .hasMessage("half-way");
            assertThat(count(database, "sweeps")).isZero();
        }
    }

    private static long count(Database database, String table) {
        return database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
