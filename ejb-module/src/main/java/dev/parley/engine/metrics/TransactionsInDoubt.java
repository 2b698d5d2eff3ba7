package dev.parley.engine.metrics;

import dev.parley.engine.jdbc.Dialect;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The number of transactions of the database that wait for somebody to say how they end. */
@ApplicationScoped
class TransactionsInDoubt implements Measured {

    @Override
    public List<Measurement> measure(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(Dialect.of(connection).countOfTransactionsInDoubt())) {
            return row.next() ? List.of(Measurement.of("parley.in.doubt", row.getLong(1))) : List.of();
        }
    }
}
