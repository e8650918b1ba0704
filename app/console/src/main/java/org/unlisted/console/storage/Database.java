package org.unlisted.console.storage;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unlisted.console.home.Home;

/**
 * The database of a home: an H2 file, or the server that {@code UNLISTED_DB} names by a JDBC URL of PostgreSQL. Several
 * processes may have the same file open: the first serves the others on the loopback interface. Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String VARIABLE = "UNLISTED_DB";
    private static final int CONNECTIONS = 8;
    private final HikariDataSource pool;
    private final boolean h2;
    private final AtomicBoolean erased = new AtomicBoolean();

    static {
        // H2 would otherwise serve the file to other processes on every interface.
        if (System.getProperty("h2.bindAddress") == null) System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private Database(HikariDataSource pool, boolean h2) {
        this.pool = pool;
        this.h2 = h2;
    }

    /**
     * Opens the home's database and brings its tables up to date.
     *
     * @throws IOException if it cannot be opened; the message names the file or the variable, never a password
     */
    public static Database open(Home home) throws IOException {
        return open(home, System.getenv());
    }

    static Database open(Home home, Map<String, String> environment) throws IOException {
        String url = environment.getOrDefault(VARIABLE, "").strip();
        if (!url.isEmpty()) return open(url, "the database of " + VARIABLE);
        String file = home.database().resolve("unlisted").toString();
        if (file.contains(";")) throw new IOException("H2 allows no semicolon in a path: " + file);
        return open("jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE", file + ".mv.db");
    }

    /**
     * @param url JDBC, of H2 or PostgreSQL
     */
    public static Database open(String url) throws IOException {
        return open(url, "the database");
    }

    private static Database open(String url, String name) throws IOException {
        requireNonNull(url, "url");
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:"))
            throw new IOException(name + " is neither H2 nor PostgreSQL");
        HikariConfig config = new HikariConfig();
        config.setPoolName("unlisted");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        // H2 closes the file with its last connection: the pool never retires the one it holds.
        config.setMaxLifetime(0);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Database(pool, url.startsWith("jdbc:h2:"));
        } catch (PoolInitializationException | FlywayException e) {
            if (pool != null) pool.close();
            throw new IOException("cannot open " + name + ": " + rootMessage(e), e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + ": " + message;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Whether several consoles may share it. */
    public boolean isServer() {
        return !h2;
    }

    /** For queries; joins the transaction of {@link #inTransaction}. */
    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** Runs all of it or nothing. */
    public void inTransaction(Runnable work) {
        new TransactionTemplate(new JdbcTransactionManager(pool)).executeWithoutResult(_ -> work.run());
    }

    /** To be called when a row was emptied for good: H2 then rewrites its file on closing, without the old pages. */
    public void erased() {
        erased.set(true);
    }

    @Override
    public void close() {
        if (h2 && erased.get() && !pool.isClosed()) compact();
        pool.close();
    }

    private void compact() {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            // closing the connection to a database that has just shut down as told
            if (e.getErrorCode() == ErrorCode.DATABASE_CALLED_AT_SHUTDOWN) return;
            LOG.warn("event=compaction-failed state={}", e.getSQLState(), e);
        }
    }
}
