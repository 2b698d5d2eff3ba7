package dev.parley.engine.jdbc;

import dev.parley.engine.config.Delivery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The look at a database before the server is started: whether it is there, lets Parley in, and is as it needs it. */
public final class DatabaseCommand {

    private static final Logger LOG = System.getLogger(DatabaseCommand.class.getName());

    private static final int SECONDS_TO_ANSWER = 10;

    private DatabaseCommand() {}

    /**
     * Logs what is wrong, a line for each; the password is in the environment, where it is seen by nobody else.
     *
     * @param arguments the JDBC URL, the user, {@code xa} or {@code outbox}
     */
    public static void main(String[] arguments) {
        Delivery delivery = Delivery.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        String password = Objects.requireNonNullElse(System.getenv("PARLEY_DATABASE_PASSWORD"), "");
        DriverManager.setLoginTimeout(SECONDS_TO_ANSWER);
        findings(arguments[0], arguments[1], password, delivery).forEach(finding -> LOG.log(Level.WARNING, finding));
    }

    static List<String> findings(String url, String user, String password, Delivery delivery) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            Preflight preflight = Preflight.of(Dialect.of(connection), delivery, connection);
            List<String> findings = new ArrayList<>(preflight.errors());
            findings.addAll(preflight.warningsOfDatabase());
            return findings;
        } catch (SQLException e) {
            return List.of(AwaitedDatabase.sentence(e));
        }
    }
}
