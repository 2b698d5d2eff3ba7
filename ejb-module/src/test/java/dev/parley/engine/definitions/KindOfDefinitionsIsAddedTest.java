package dev.parley.engine.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.definition.DefinitionKind;
import dev.parley.definition.Definitions;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written.Change;
import dev.parley.definition.WrittenDefinition;
import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Page;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kind of definitions that there was none of before: all that it takes is {@link Motto}. */
class KindOfDefinitionsIsAddedTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Caller ANN = new Caller("ann", false);
    private static final Caller PAUL = new Caller("paul", false);
    private static final Caller OLGA = new Caller("olga", true);
    private static final Precondition ANY = version -> true;

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection connection;

    /** What is to be said. */
    private static final class Motto implements DefinitionKind<String, WrittenDefinition<String>> {

        @Override
        public String noun() {
            return "motto";
        }

        @Override
        public String read(String name, String text) {
            return text;
        }

        @Override
        public String text(String definition) {
            return definition;
        }

        @Override
        public WrittenDefinition<String> defined(
                String name, long version, String owner, String definition, Instant updatedAt, String updatedBy) {
            return new WrittenDefinition<>(name, version, owner, definition, updatedAt, updatedBy);
        }

        @Override
        public Problem unknown(String name) {
            return CommonProblem.PARAMETER_INVALID.because("There is no motto '" + name + "'.");
        }

        @Override
        public boolean isUnchanged(WrittenDefinition<String> there, String given) {
            return there.definition().equals(given);
        }

        @Override
        public Problem tooMany(int most) {
            return CommonProblem.PARAMETER_INVALID.because("There are " + most + ".");
        }
    }

    private final Definitions<WrittenDefinition<String>> mottos = mottos(new Motto());

    private Definitions<WrittenDefinition<String>> mottos(Motto kind) {
        DefinitionTable<String, WrittenDefinition<String>> table = DefinitionTable.of("motto", kind);
        return new StoredDefinitions<>(new DefinitionStore<>(
                new Here(), kind, each -> new DefinitionRows<>(table, RowReading.alone(), each), each -> NOW, 3));
    }

    private final class Here extends Connections {

        @Override
        public <T> T inNew(Work<T> work) {
            return here(work);
        }

        @Override
        public <T> T here(Work<T> work) {
            try {
                return work.with(connection);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @BeforeEach
    void create() throws SQLException {
        database.setURL("jdbc:h2:mem:mottos;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        connection = database.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("create sequence motto_version");
            statement.execute("create table motto (name varchar(100) primary key, version bigint not null,"
                    + " owner varchar(255) not null, definition varchar(1048576) not null,"
                    + " updated_at timestamp(6) with time zone not null, updated_by varchar(255) not null)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void isCreatedUpdatedAndLeftAsItIs() {
        var created = mottos.define("a", "one", version -> version == null, ANN);
        assertThat(created.change()).isEqualTo(Change.CREATED);
        assertThat(created.value())
                .isEqualTo(new WrittenDefinition<>("a", created.value().version(), "ann", "one", NOW, "ann"));
        var same = mottos.define("a", "one", ANY, OLGA);
        assertThat(same.change()).isEqualTo(Change.UNCHANGED);
        assertThat(same.value()).isEqualTo(created.value());
        var updated = mottos.define("a", "two", ANY, OLGA);
        assertThat(updated.change()).isEqualTo(Change.UPDATED);
        assertThat(updated.value().owner()).isEqualTo("ann");
        assertThat(updated.value().updatedBy()).isEqualTo("olga");
        assertThat(updated.value().version()).isGreaterThan(created.value().version());
        assertThat(mottos.get("a", PAUL)).isEqualTo(updated.value());
    }

    @Test
    void isKeptByPreconditionsWithWhatIsThere() {
        assertThat(problem(() -> mottos.define("a", "one", version -> version != null, ANN))
                        .detail())
                .startsWith("There is no such motto, which If-Match");
        long version = mottos.define("a", "one", ANY, ANN).value().version();
        assertThat(problem(() -> mottos.delete("a", each -> false, ANN)).detail())
                .startsWith("The motto has the ETag \"" + version + "\", which If-Match");
    }

    @Test
    void isItsOwnersAndTheOperators() {
        mottos.define("a", "one", ANY, ANN);
        assertThat(problem(() -> mottos.define("a", "two", ANY, PAUL)).detail()).contains("no motto 'a'");
        assertThat(problem(() -> mottos.delete("a", ANY, PAUL)).detail()).contains("no motto 'a'");
        mottos.delete("a", ANY, OLGA);
        assertThat(problem(() -> mottos.get("a", ANN)).detail()).contains("no motto 'a'");
        assertThat(problem(() -> mottos.delete("a", ANY, ANN)).detail()).contains("no motto 'a'");
    }

    @Test
    void isListedInPages() {
        for (String name : new String[] {"c", "a", "b"}) {
            mottos.define(name, name, ANY, ANN);
        }
        Page<WrittenDefinition<String>> first = mottos.list(null, 2, PAUL);
        assertThat(first.items()).extracting(WrittenDefinition::name).containsExactly("a", "b");
        Page<WrittenDefinition<String>> last = mottos.list(first.next(), 2, PAUL);
        assertThat(last.items()).extracting(WrittenDefinition::name).containsExactly("c");
        assertThat(last.next()).isNull();
        assertThatThrownBy(() -> mottos.list("a b", 2, PAUL)).isInstanceOf(Refusal.class);
    }

    @Test
    void thereAreNoMoreOfOneOwnerThanAllowedAndNoneWithOddNames() {
        for (String name : new String[] {"a", "b", "c"}) {
            mottos.define(name, name, ANY, ANN);
        }
        assertThat(problem(() -> mottos.define("d", "d", ANY, ANN)).detail()).isEqualTo("There are 3.");
        assertThat(mottos.define("d", "d", ANY, PAUL).created()).isTrue();
        assertThat(problem(() -> mottos.define("..", "d", ANY, PAUL)).detail()).contains("no motto '..'");
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).problem();
    }
}
