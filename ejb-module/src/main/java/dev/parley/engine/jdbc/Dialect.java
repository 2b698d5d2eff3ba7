package dev.parley.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The databases that Parley knows, and in what they differ. Their SQL is the same; nobody asks which one it is, but
 * what it can do.
 */
public enum Dialect {
    /** H2 in the process of the server, where a round trip costs nothing. */
    H2,

    /** PostgreSQL, most often on another machine. */
    POSTGRESQL;

    /** The dialect of a connection's database. */
    public static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : H2;
    }

    /**
     * The places of the migrations of the schema: what one database needs, and the other must not have, stands by
     * itself.
     */
    public List<String> migrations() {
        return this == H2 ? List.of("classpath:db/migration", "classpath:db/h2") : List.of("classpath:db/migration");
    }

    /**
     * True if several statements go there and back together, and one statement changes any number of rows: that saves
     * nothing where nothing has to go anywhere.
     */
    public boolean worksTogether() {
        return this == POSTGRESQL;
    }

    /**
     * True if rows are locked one by one as they are read along an index, and not all that there are before the first
     * is taken.
     */
    public boolean locksAlongIndex() {
        return this == POSTGRESQL;
    }

    /** True if transactions are prepared only as far as its configuration allows that, which may be not at all. */
    public boolean limitsPreparedTransactions() {
        return this == POSTGRESQL;
    }

    /** True if a transaction can say for itself how long it waits for locks; otherwise its connection can. */
    public boolean limitsWaitsOfTransactions() {
        return this == POSTGRESQL;
    }

    /** True if what is left of rows that are gone has to be cleared away. */
    public boolean leavesRowsBehind() {
        return this == POSTGRESQL;
    }

    /**
     * The number of transactions that are worth committing at once: H2 writes one after the other; PostgreSQL writes
     * for one while it works for another.
     */
    public int commitsAtOnce() {
        return this == POSTGRESQL ? 2 : 1;
    }

    /**
     * The query for the names of transactions that have been prepared and neither committed nor rolled back for a
     * minute; H2 does not know since when, and names all.
     */
    public String transactionsInDoubt() {
        return this == POSTGRESQL
                ? "select gid from pg_prepared_xacts where database = current_database()"
                        + " and prepared < now() - interval '1' minute"
                : "select transaction_name from information_schema.in_doubt";
    }
}
