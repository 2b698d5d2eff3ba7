package dev.parley.engine.journal;

import dev.parley.engine.jdbc.Connections;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The marks that conversations are found by as they stand. They are written once, before the commit: what has come and
 * gone within a transaction is never written.
 */
@ApplicationScoped
class Marks {

    private static final String INSERT = "insert into parley_attribute (conversation_id, name, content)"
            + " select cast(? as varchar(100)), cast(? as varchar(100)), '' on conflict do nothing";
    private static final String DELETE = "delete from parley_attribute where conversation_id = ? and name = ?";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Connections connections;

    private record Change(Set<String> before, Set<String> after) {}

    /**
     * A conversation has other marks, from the commit of the current transaction on.
     *
     * @param before those that it has had
     * @param after those that it has now
     */
    void changed(String conversationId, Set<String> before, Set<String> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        changes()
                .noted
                .merge(
                        conversationId,
                        new Change(before, after),
                        (first, last) -> new Change(first.before(), last.after()));
    }

    private Changes changes() {
        Changes there = (Changes) transactions.getResource(Changes.class);
        if (there != null) {
            return there;
        }
        Changes made = new Changes();
        transactions.putResource(Changes.class, made);
        transactions.registerInterposedSynchronization(made);
        return made;
    }

    private final class Changes implements Synchronization {

        private final Map<String, Change> noted = new LinkedHashMap<>();

        @Override
        public void beforeCompletion() {
            if (noted.values().stream().anyMatch(change -> !change.before().equals(change.after()))) {
                connections.here(connection -> {
                    write(connection, DELETE, true);
                    write(connection, INSERT, false);
                    return true;
                });
            }
        }

        private void write(Connection connection, String sql, boolean gone) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Map.Entry<String, Change> each : noted.entrySet()) {
                    Set<String> from =
                            gone ? each.getValue().before() : each.getValue().after();
                    Set<String> without =
                            gone ? each.getValue().after() : each.getValue().before();
                    for (String mark : from) {
                        if (!without.contains(mark)) {
                            statement.setString(1, each.getKey());
                            statement.setString(2, mark);
                            statement.addBatch();
                        }
                    }
                }
                statement.executeBatch();
            }
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
