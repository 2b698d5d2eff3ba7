package dev.parley.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that can be killed and started again on the same files and the same port. It ends with this Java
 * process.
 */
final class PostgreSqlProcess {

    static final String USER = "parley";
    private static final String CONNECTIONS = "200";

    /** It recovers when it was killed, and the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path data;
    private int port;
    private @Nullable EmbeddedPostgres running;

    private PostgreSqlProcess(Path data) {
        this.data = data;
    }

    /** Starts one that is empty. */
    static PostgreSqlProcess startFresh(String name) {
        Path data = ServerNames.work().resolve(name);
        try {
            BaseDirectory.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PostgreSqlProcess process = new PostgreSqlProcess(data);
        process.start();
        process.execute("create role " + USER + " login");
        return process;
    }

    /** Starts on what is there, and returns when it answers. */
    void start() {
        start(CONNECTIONS);
    }

    /**
     * The same, as it is by default. What has been prepared since its last checkpoint it could not replay so: it is
     * started, and stopped in order, before.
     */
    void startWithoutPreparedTransactions() {
        start();
        stop();
        start("0");
    }

    private void stop() {
        try {
            Objects.requireNonNull(running).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String preparedTransactions) {
        try {
            running = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            ServerNames.work().resolve("postgresql").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", CONNECTIONS)
                    .setServerConfig("max_prepared_transactions", preparedTransactions)
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(PATIENCE)
                    .start();
            port = running.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /** Ends it and all of its workers at once (SIGKILL), wherever they are. */
    void kill() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        try {
            running().close(); // only its lock: nothing is left to stop
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it and all of its workers. */
    void signal(Signal signal) {
        signal.sendTo(all());
    }

    private List<ProcessHandle> all() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        try (Stream<ProcessHandle> workers = postmaster.children()) {
            return Stream.concat(Stream.of(postmaster), workers).toList();
        }
    }

    int port() {
        return port;
    }

    void execute(String sql) {
        try (Connection connection = running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Executes a script in one of its databases, as its owner. */
    void execute(String script, String database) {
        try (Connection connection = running().getDatabase(USER, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException("The script fails on " + database, e);
        }
    }

    private EmbeddedPostgres running() {
        if (running == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return running;
    }

    private long pid() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
