package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that says it is one to PostgreSQL, or to H2, and writes down what it is sent. */
class PipelineTest {

    private final List<String> sent = new ArrayList<>();
    private final Deque<Integer> counts = new ArrayDeque<>();
    private String product = "PostgreSQL";

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Connection connection() {
        DatabaseMetaData about = stub(DatabaseMetaData.class, (proxy, method, arguments) -> product);
        return stub(
                Connection.class,
                (proxy, method, arguments) ->
                        method.getName().equals("getMetaData") ? about : statement((String) arguments[0]));
    }

    private PreparedStatement statement(String sql) {
        TreeMap<Integer, Object> values = new TreeMap<>();
        return stub(PreparedStatement.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "setLong" -> values.put((Integer) arguments[0], arguments[1]);
            case "execute" -> sent.add(sql + " " + values);
            case "executeUpdate" -> {
                sent.add(sql + " " + values);
                yield count();
            }
            case "getUpdateCount" -> count();
            case "getMoreResults" -> true;
            case "getResultSet" -> rows();
            default -> null;
        });
    }

    private int count() {
        return counts.isEmpty() ? 1 : counts.remove();
    }

    private static ResultSet rows() {
        return stub(
                ResultSet.class, (proxy, method, arguments) -> method.getName().equals("getLong") ? 7L : null);
    }

    private static Pipeline.Filling number(long value) {
        return (statement, first) -> {
            statement.setLong(first, value);
            return first + 1;
        };
    }

    private static void change(Pipeline pipeline, String sql, long value) throws SQLException {
        pipeline.change(sql, number(value));
    }

    @Test
    void changesGoToPostgreSqlWithTheNextQuestion() throws SQLException {
        var pipeline = new Pipeline(connection());
        change(pipeline, "insert ?", 1);
        change(pipeline, "delete ?", 2);
        assertThat(sent).isEmpty();

        long answer = pipeline.ask("select ?", number(3), rows -> rows.getLong(1));

        assertThat(answer).isEqualTo(7);
        assertThat(sent).containsExactly("insert ?; delete ?; select ? {1=1, 2=2, 3=3}");
    }

    @Test
    void changesGoOnce() throws SQLException {
        var pipeline = new Pipeline(connection());
        change(pipeline, "insert ?", 1);
        pipeline.ask("select ?", number(2), rows -> rows.getLong(1));
        pipeline.ask("select ?", number(3), rows -> rows.getLong(1));
        change(pipeline, "delete ?", 4);
        pipeline.flush();
        pipeline.flush();
        assertThat(sent).containsExactly("insert ?; select ? {1=1, 2=2}", "select ? {1=3}", "delete ? {1=4}");
    }

    @Test
    void manyChangesGoInParts() throws SQLException {
        var pipeline = new Pipeline(connection());
        for (int i = 0; i < 9; i++) {
            change(pipeline, "x ?", i);
        }
        assertThat(sent).containsExactly("x ?" + "; x ?".repeat(7) + " {1=0, 2=1, 3=2, 4=3, 5=4, 6=5, 7=6, 8=7}");
        pipeline.flush();
        assertThat(sent).hasSize(2).last().isEqualTo("x ? {1=8}");
    }

    @Test
    void h2GetsEachChangeAtOnce() throws SQLException {
        product = "H2";
        var pipeline = new Pipeline(connection());
        change(pipeline, "insert ?", 1);
        change(pipeline, "delete ?", 2);
        assertThat(sent).containsExactly("insert ? {1=1}", "delete ? {1=2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "H2"})
    void eachChangeIsToldHowManyRowsItChanged(String database) throws SQLException {
        product = database;
        counts.addAll(List.of(5, 6));
        var pipeline = new Pipeline(connection());
        List<Integer> seen = new ArrayList<>();
        pipeline.change("a ?", number(1), seen::add);
        pipeline.change("b ?", number(2), seen::add);
        pipeline.flush();
        assertThat(seen).containsExactly(5, 6);
    }

    @Test
    void aChangeMayRefuseWhatItFinds() throws SQLException {
        var pipeline = new Pipeline(connection());
        pipeline.change("a ?", number(1), changed -> {
            throw new SQLException(changed + " rows");
        });
        assertThatThrownBy(() -> pipeline.ask("select ?", number(2), rows -> 1))
                .isInstanceOf(SQLException.class)
                .hasMessage("1 rows");
    }
}
