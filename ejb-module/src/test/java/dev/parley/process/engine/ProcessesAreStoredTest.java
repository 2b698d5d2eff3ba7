package dev.parley.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conversation.Provision;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written.Change;
import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessVersion;
import dev.parley.process.definition.KnownOffers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes in tables of H2: what makes a version, and how long it is there. */
class ProcessesAreStoredTest {

    private static final Caller OLGA = new Caller("olga", true);
    private static final Caller ANN = new Caller("ann", false);
    private static final Precondition ANY = version -> true;
    private static final String PACK = "{\"steps\": [{\"name\": \"a\", \"operation\": \"pack\"}]}";
    private static final String SAME = "{\"steps\": [{\"operation\": \"pack\",  \"name\": \"a\"}], \"deadline\": null}";
    private static final String SHIP = "{\"steps\": [{\"name\": \"a\", \"operation\": \"ship\"}]}";

    private final JdbcDataSource database = new JdbcDataSource();
    private final StoredProcesses processes = new StoredProcesses();
    private final StoredVersions versions = new StoredVersions();
    private final KnownOffers offers = new KnownOffers().beans("pack", "ship");
    private final KnownDirectory directory = new KnownDirectory();
    private Connection connection;

    /** A directory with one operation, and the processes. */
    private final class KnownDirectory implements Directory {

        @Override
        public Map<String, OperationResolution> find(Collection<String> operations) {
            Map<String, OperationResolution> found = new HashMap<>(new ProcessOperations(versions).served(operations));
            if (operations.contains("pack")) {
                found.put("pack", new Packing());
            }
            return found;
        }

        @Override
        public void passOver(Set<Address> providers, Instant until) {
            throw new AssertionError("Nobody is asked");
        }
    }

    /** An operation that somebody serves. */
    private record Packing() implements OperationResolution {

        @Override
        public String name() {
            return "pack";
        }

        @Override
        public ServedOperation method() {
            return null;
        }

        @Override
        public Provision provision() {
            return null;
        }

        @Override
        public ServedOperation.Request read(String body) {
            throw new AssertionError("Nobody asks");
        }
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
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void migrate() throws SQLException {
        database.setURL("jdbc:h2:mem:processes;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        connection = database.getConnection();
        MigratedH2.prepare(database);
        execute("alter table parley_conversation add column pattern varchar(40) default 'exchange'");
        processes.connections = new Here();
        processes.offers = offers;
        processes.limits = ProcessLimits.DEFAULT;
        processes.directory = directory;
        processes.deployed = new DeployedProcesses();
        versions.connections = processes.connections;
        versions.limits = ProcessLimits.DEFAULT;
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String refused(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).problem().name();
    }

    @Test
    void contentMakesTheVersion() {
        var first = processes.define("order", PACK, version -> version == null, OLGA);
        assertThat(first.change()).isEqualTo(Change.CREATED);
        assertThat(first.value().version()).isEqualTo(1);
        var same = processes.define("order", SAME, ANY, OLGA);
        assertThat(same.change()).isEqualTo(Change.UNCHANGED);
        assertThat(same.value().version()).isEqualTo(1);
        assertThat(same.value().entry().version())
                .isEqualTo(first.value().entry().version());
        var second = processes.define("order", SHIP, ANY, OLGA);
        assertThat(second.change()).isEqualTo(Change.CREATED);
        assertThat(second.value().version()).isEqualTo(2);
        assertThat(processes.get("order", ANN).version()).isEqualTo(2);
    }

    @Test
    void whatWasThereBeforeIsThatVersionAgain() {
        long etag = processes.define("order", PACK, ANY, OLGA).value().entry().version();
        processes.define("order", SHIP, ANY, OLGA);
        var back = processes.define("order", PACK, ANY, OLGA);
        assertThat(back.change()).isEqualTo(Change.UPDATED);
        assertThat(back.value().version()).isEqualTo(1);
        assertThat(back.value().entry().version()).isNotEqualTo(etag);
        assertThat(versions.current(Set.of("order", "nothing")))
                .containsOnlyKeys("order")
                .hasEntrySatisfying(
                        "order", known -> assertThat(known.version()).isEqualTo(1));
    }

    @Test
    void whatIsReadCanBeWritten() {
        processes.define("order", PACK, ANY, OLGA);
        String shown = "{\"name\": \"order\", \"version\": 1, \"updatedAt\": \"x\", \"updatedBy\": \"y\", "
                + PACK.substring(1);
        assertThat(processes.define("order", shown, ANY, OLGA).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void versionsAreListedAndStayWhenTheProcessIsDeleted() {
        processes.define("order", PACK, ANY, OLGA);
        processes.define("order", SHIP, ANY, OLGA);
        var page = processes.versions("order", null, 1);
        assertThat(page.items()).extracting(ProcessVersion::number).containsExactly(1);
        assertThat(processes.versions("order", page.next(), 1).items())
                .extracting(ProcessVersion::number)
                .containsExactly(2);
        processes.delete("order", ANY, OLGA);
        assertThat(refused(() -> processes.get("order", ANN))).isEqualTo("process-unknown");
        assertThat(versions.current(Set.of("order"))).isEmpty();
        assertThat(versions.of("order", 2).definition().step("a")).isPresent();
        assertThat(processes.define("order", SHIP, ANY, OLGA).value().version()).isEqualTo(2);
    }

    @Test
    void oneWithInstancesThatGoOnIsNotDeleted() throws SQLException {
        processes.define("order", PACK, ANY, OLGA);
        execute("insert into parley_conversation (id, version, status, operation, exchange, sender, message_id,"
                + " correlation_id, acknowledge, attempts, journal_length, created_at, updated_at, expires_at, ended,"
                + " due_at, pattern) select 'c', 0, 'RUNNING', 'order', 'in-out', 's', 'm', 'm', false, 0, 1, now(),"
                + " now(), now(), false, now(), 'process'");
        assertThat(refused(() -> processes.delete("order", ANY, OLGA))).isEqualTo("process-in-use");
        execute("update parley_conversation set ended = true");
        processes.delete("order", ANY, OLGA);
    }

    @Test
    void onlyOperatorsDefineWhatCanWork() {
        assertThat(refused(() -> processes.define("order", PACK, ANY, ANN))).isEqualTo("operators-only");
        assertThat(refused(() -> processes.define("order", PACK.replace("pack", "gone"), ANY, OLGA)))
                .isEqualTo("body-invalid");
        assertThat(refused(() -> processes.versions("order", null, 1))).isEqualTo("process-unknown");
        processes.define("order", PACK, ANY, OLGA);
        assertThat(refused(() -> processes.version("order", 2))).isEqualTo("version-unknown");
        offers.without("pack");
        assertThat(processes.problems("order", ANN).errors()).hasSize(1);
    }

    @Test
    void aProcessIsCalledLikeNoOperation() {
        assertThat(refused(() -> processes.define("pack", SHIP, ANY, OLGA))).isEqualTo("name-taken");
        processes.define("order", SHIP, ANY, OLGA);
        processes.define("order", PACK, ANY, OLGA);
        processes.define("order.paid", PACK, ANY, OLGA);
        assertThat(new ProcessOperations(versions).defines("order")).isTrue();
        assertThat(new ProcessOperations(versions).defines("order.approved")).isFalse();
    }
}
