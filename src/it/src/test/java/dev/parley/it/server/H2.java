package dev.parley.it.server;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.h2.tools.RunScript;

/** In a file in the server's base directory, and gone with it. */
final class H2 implements Database {

    @Override
    public String serverConfig() {
        return ServerNames.SERVER_CONFIG;
    }

    @Override
    public String outboxServerConfig() {
        return "standalone-full-h2-outbox.xml";
    }

    @Override
    public Map<String, String> makeFor(String server) {
        return Map.of();
    }

    @Override
    public void run(String script, Path directory, Map<String, String> properties, String password) {
        String url = "jdbc:h2:file:" + directory.resolve("data/parley/parley")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url, PostgreSqlProcess.USER, password)) {
            RunScript.execute(connection, new StringReader(script));
        } catch (SQLException e) {
            throw new IllegalStateException("The script fails on " + url, e);
        }
    }

    @Override
    public String countInDoubt() {
        return "select count(*) from information_schema.in_doubt";
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("H2 lives and dies with the server");
    }

    @Override
    public void start() {
        throw new UnsupportedOperationException("H2 lives and dies with the server");
    }

    @Override
    public void admit(boolean user) {
        throw new UnsupportedOperationException("H2 lives and dies with the server");
    }

    @Override
    public void startAsItComes() {
        throw new UnsupportedOperationException("H2 lives and dies with the server");
    }

    @Override
    public void signal(Signal signal) {
        throw new UnsupportedOperationException("H2 lives and dies with the server");
    }
}
