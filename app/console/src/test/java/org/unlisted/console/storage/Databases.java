package org.unlisted.console.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The databases that every storage test runs on. */
public enum Databases {
    H2 {
        @Override
        public String url(Path dir) {
            return "jdbc:h2:file:" + dir.resolve("unlisted") + ";AUTO_SERVER=TRUE";
        }
    },
    POSTGRESQL {
        @Override
        public String url(Path dir) throws IOException {
            return Server.fresh();
        }
    };

    /** A database of its own for one test. */
    public abstract String url(Path dir) throws IOException;

    /** Those that can be had on this system: the PostgreSQL that is on the class path is for Linux on amd64. */
    public static List<Databases> available() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                && System.getProperty("os.arch").equals("amd64");
        return Arrays.stream(values()).filter(d -> d == H2 || linux).toList();
    }

    /** One server for all tests: it takes three seconds to start. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }

        static String fresh() throws IOException {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IOException(e);
            }
            return POSTGRES.getJdbcUrl("postgres", name);
        }
    }
}
