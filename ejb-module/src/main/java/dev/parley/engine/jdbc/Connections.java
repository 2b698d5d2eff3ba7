package dev.parley.engine.jdbc;

import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.CommitInDoubt;
import dev.parley.engine.commit.Opening;
import dev.parley.engine.commit.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Work on tables with plain JDBC, for patterns that store more than entities can. */
@ApplicationScoped
public class Connections {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @Inject
    Transactions transactions;

    @Inject
    Opening opening;

    private volatile @Nullable Dialect dialect;

    /** Work with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** The result of the work, which leaves the connection open. */
        T with(Connection connection) throws SQLException;
    }

    /** The failure of the database; the transaction has to be rolled back. */
    public static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** The exception for what the driver threw. */
        public Failed(SQLException cause) {
            super(cause);
        }
    }

    /** The database's dialect. It is asked for once, when Parley starts. */
    public Dialect dialect() {
        Dialect known = dialect;
        if (known == null) {
            known = here(Dialect::of);
            dialect = known;
        }
        return known;
    }

    /**
     * Makes the database a part of the current transaction. What is enlisted first commits first: done before anything
     * is sent, a message is not there before what it is about. Whoever works with entities in the same transaction gets
     * the same connection, and no branch of their own.
     */
    public void join() {
        here(connection -> true); // having had a connection is enough
    }

    /**
     * Commits work in a transaction of its own, or rolls it back if it throws. It is done again if another one was in
     * its way.
     */
    public <T> T inNew(Work<T> work) {
        return Collision.resolved(() -> transactions.inNew(() -> here(work)));
    }

    /**
     * Commits work, or rolls it back if it throws, in a transaction that only the database takes part in: without the
     * transaction manager, which does as much for one resource as for several. Not within another transaction. It is
     * done again if another one was in its way.
     *
     * @throws CommitInDoubt if it may have been committed
     */
    public <T> T alone(Work<T> work) {
        return Collision.resolved(() -> here(connection -> committed(work, connection)));
    }

    private static <T> T committed(Work<T> work, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        T result;
        try {
            result = work.with(connection);
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
        commit(connection);
        return result;
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            rollBack(connection, e);
            throw new CommitInDoubt(e);
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Does work in the current transaction; without one each statement commits. */
    public <T> T here(Work<T> work) {
        String awaited = opening.awaited();
        if (awaited != null) {
            throw new Failed(new SQLTransientConnectionException(awaited));
        }
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }
}
