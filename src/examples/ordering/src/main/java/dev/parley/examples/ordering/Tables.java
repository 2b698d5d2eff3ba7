package dev.parley.examples.ordering;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Makes the sample's tables when it is deployed; it may do so again at any time. What a crash leaves is finished at the
 * next start. If another node makes them at the same moment, one of the two fails and finds them there when it tries
 * again.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Tables {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @PostConstruct
    void create() {
        try {
            for (String sql : statements()) {
                make(sql);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The tables of the ordering sample could not be made", e);
        }
    }

    private void make(String sql) throws SQLException {
        try {
            execute(sql);
        } catch (SQLException e) {
            execute(sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String[] statements() throws IOException {
        try (InputStream script = Tables.class.getResourceAsStream("/ordering.sql")) {
            if (script == null) {
                throw new IOException("ordering.sql is not in the jar");
            }
            Stream<String> lines = new String(script.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toArray(String[]::new);
        }
    }
}
