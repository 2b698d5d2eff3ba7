package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.CommitInDoubt;
import dev.parley.engine.commit.Opening;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final Connections connections = new Connections();
    private Connection beside;
    private String failing = "";

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void open() throws SQLException {
        database.setURL("jdbc:h2:mem:connections");
        beside = database.getConnection();
        try (Statement statement = beside.createStatement()) {
            statement.execute("create table t (n int)");
        }
        connections.database = proxy(DataSource.class, database);
        connections.opening = new Opening();
    }

    @AfterEach
    void close() throws SQLException {
        beside.close();
    }

    @Test
    void commitsWhatIsDoneAlone() throws SQLException {
        String done = connections.alone(connection -> {
            insert(connection);
            assertThat(rows()).isZero();
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void takesBackWhatFails() throws SQLException {
        assertThatThrownBy(() -> connections.alone(connection -> {
                    insert(connection);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> connections.alone(connection -> {
                    insert(connection);
                    throw new SQLException("no");
                }))
                .isInstanceOf(Connections.Failed.class);
        assertThat(rows()).isZero();
    }

    @Test
    void saysThatACommitIsInDoubt() {
        failing = "commit";
        assertThatThrownBy(() -> connections.alone(connection -> insert(connection)))
                .isInstanceOf(CommitInDoubt.class)
                .hasRootCauseMessage("commit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void doesAgainWhatMetAnother(String state) throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        connections.alone(connection -> {
            insert(connection);
            if (attempts.incrementAndGet() < Collision.ATTEMPTS) {
                throw new SQLException("chosen", state);
            }
            return true;
        });
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void givesUpWhatMeetsAnotherEachTime() throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> connections.alone(connection -> {
                    attempts.incrementAndGet();
                    throw new SQLException("chosen", "40P01");
                }))
                .isInstanceOf(Connections.Failed.class);
        assertThat(attempts).hasValue(Collision.ATTEMPTS);
        assertThat(rows()).isZero();
    }

    private static int insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("insert into t values (1)");
        }
    }

    private int rows() throws SQLException {
        try (Statement statement = beside.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from t")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Fails at a method of that name. */
    private <T> T proxy(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals(failing)) {
                throw new SQLException(failing);
            }
            try {
                Object result = method.invoke(real, given);
                return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
