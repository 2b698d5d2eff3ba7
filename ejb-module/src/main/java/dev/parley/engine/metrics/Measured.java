package dev.parley.engine.metrics;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Something in the database that is looked up now and then: each pattern says what is of interest in its own tables.
 */
public interface Measured {

    /** The numbers as they stand, with few reads however much there is. */
    List<Measurement> measure(Connection connection) throws SQLException;
}
