package dev.parley.engine.metrics;

import dev.parley.engine.jdbc.Dialect;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The number of transactions of the database that wait for somebody to say how they end: those that did so at the look
 * before, too. What is prepared just now is not in doubt.
 */
@ApplicationScoped
class TransactionsInDoubt implements Measured {

    private Set<String> before = Set.of();

    @Override
    public synchronized List<Measurement> measure(Connection connection) throws SQLException {
        Set<String> now = new HashSet<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(Dialect.of(connection).transactionsInDoubt())) {
            while (row.next()) {
                now.add(row.getString(1));
            }
        }
        long still = now.stream().filter(before::contains).count();
        before = Set.copyOf(now);
        return List.of(Measurement.of("parley.in.doubt", still));
    }
}
