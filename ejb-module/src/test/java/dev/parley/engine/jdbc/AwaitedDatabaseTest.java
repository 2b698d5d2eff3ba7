package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class AwaitedDatabaseTest {

    @Test
    void nothingIsMissingWhereThereIsOne() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:awaited");

        assertThat(AwaitedDatabase.missing(database)).isNull();
    }

    @Test
    void whatTheDriverSaysIsSaidWithWhatToDo() {
        SQLException driver = new SQLException("password authentication\n failed", "28P01");
        SQLException pool = new SQLException("IJ031084", new IllegalStateException(driver));

        assertThat(AwaitedDatabase.sentence(pool))
                .contains("(password authentication failed)", "parley.database.password");
        assertThat(AwaitedDatabase.sentence(new SQLException("refused", "08001")))
                .contains("start it");
        assertThat(AwaitedDatabase.sentence(new SQLException())).contains("start it");
    }
}
