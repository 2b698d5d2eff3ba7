package dev.parley.engine.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Provider;
import dev.parley.directory.DefinitionReader;
import dev.parley.directory.OperationEntry;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryTablesTest {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final JdbcDataSource database = new JdbcDataSource();
    private final StoredDirectory directory = new StoredDirectory();
    private Connection connection;
    private OperationTable table;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void migrate() throws SQLException {
        database.setURL("jdbc:h2:mem:directory;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        connection = database.getConnection();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        table = new OperationTable(connection);
        directory.operations = new NoMethods();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private OperationEntry entry(String name, String queue) throws SQLException {
        var definition = DefinitionReader.read(name, "{\"provider\": {\"queue\": \"%s\"}}".formatted(queue), false);
        return new OperationEntry(
                name, table.nextVersion(), definition, Instant.parse("2026-01-02T03:04:05.678Z"), "olga");
    }

    @Test
    void keepsWhatIsEntered() throws SQLException {
        OperationEntry entry = entry("a", "q");
        assertThat(table.insert(entry)).isTrue();
        assertThat(table.insert(entry("a", "r"))).isFalse();
        assertThat(table.lock("a")).isEqualTo(entry);
        assertThat(table.all()).containsExactly(entry);
    }

    @Test
    void findsWhatIsThereNow() throws SQLException {
        table.insert(entry("a", "q"));
        assertThat(queueOf("a")).isEqualTo("q");
        table.update(entry("a", "r"));
        assertThat(queueOf("a")).isEqualTo("r");
        table.delete("a");
        assertThat(directory.find(List.of("a", "b"), connection)).isEmpty();
        table.insert(entry("a", "s"));
        assertThat(queueOf("a")).isEqualTo("s");
    }

    @Test
    void passesProvidersOverAndNeverShorterThanBefore() throws SQLException {
        table.insert(entry("a", "q"));
        ProviderTable providers = new ProviderTable(connection);
        Address q = Address.queue("q");
        providers.passOver(Set.of(q), FAR);
        providers.passOver(Set.of(q, Address.queue("other")), FAR.minusSeconds(1));
        assertThat(listing("a").provision().providers().get(0).passedOverUntil())
                .isEqualTo(FAR);
        providers.passOver(Set.of(q), FAR.plusSeconds(1));
        assertThat(providers.passedOver(Set.of(q), FAR)).containsEntry(q, FAR.plusSeconds(1));
        assertThat(providers.passedOver(Set.of(q), FAR.plusSeconds(1))).isEmpty();
    }

    @Test
    void asksWhoHoldsAGrantOfThePool() throws SQLException {
        enterPool("a", "couriers");
        enterPool("b", "nobody");
        grant("3", "couriers", "HELD", "queue:provider.paul");
        grant("1", "couriers", "ASKED", "mailbox:petra");
        grant("2", "couriers", "HELD", "mailbox:petra");
        grant("4", "couriers", "HELD", null);
        grant("5", "couriers", "WAITING", "queue:provider.w");
        grant("6", "couriers", "RELINQUISHED", "queue:provider.r");
        grant("7", "others", "HELD", "queue:provider.o");

        assertThat(providers("a")).containsExactly(Address.mailbox("petra"), Address.queue("provider.paul"));
        assertThat(providers("b")).isEmpty();

        try (var update = connection.prepareStatement("update parley_grant set state = 'RELEASED' where id = '3'")) {
            update.executeUpdate();
        }
        assertThat(providers("a")).containsExactly(Address.mailbox("petra"));
    }

    @Test
    void asksAHundredOfAPoolAtMost() throws SQLException {
        for (int pool = 100; pool < 160; pool++) {
            enterPool("o" + pool, "p" + pool);
            grant("g" + pool, "p" + pool, "HELD", "queue:provider.one");
        }
        for (int i = 1000; i < 1200; i++) {
            grant("g" + i, "p100", "HELD", "queue:provider." + i);
        }

        assertThat(providers("o100"))
                .hasSize(100)
                .startsWith(Address.queue("provider.one"), Address.queue("provider.1000"))
                .endsWith(Address.queue("provider.1098"));
        assertThat(directory.find(names(), connection).values()).hasSize(60).allSatisfy(listing -> assertThat(
                        listing.provision().providers())
                .isNotEmpty());
    }

    private static List<String> names() {
        return IntStream.range(100, 160).mapToObj(i -> "o" + i).toList();
    }

    private void enterPool(String name, String pool) throws SQLException {
        var definition = DefinitionReader.read(name, "{\"provider\": {\"pool\": \"%s\"}}".formatted(pool), false);
        table.insert(new OperationEntry(
                name, table.nextVersion(), definition, Instant.parse("2026-01-02T03:04:05Z"), "olga"));
    }

    private void grant(String id, String pool, String state, String pingTo) throws SQLException {
        try (var insert = connection.prepareStatement("insert into parley_grant"
                + " (id, pool, holder, ping_to, state, place_at, token, asked_at, ping_attempt, rounds, due_at)"
                + " values (?, ?, 'user:x', ?, ?, current_timestamp, 1, current_timestamp, 0, 0, current_timestamp)")) {
            insert.setString(1, id);
            insert.setString(2, pool);
            insert.setString(3, pingTo);
            insert.setString(4, state);
            insert.executeUpdate();
        }
    }

    private List<Address> providers(String name) throws SQLException {
        return listing(name).provision().providers().stream()
                .map(Provider::address)
                .toList();
    }

    private OperationResolution listing(String name) throws SQLException {
        return directory.find(List.of(name), connection).get(name);
    }

    private String queueOf(String name) throws SQLException {
        return listing(name).provision().providers().get(0).address().name();
    }

    private static final class NoMethods implements Operations {
        @Override
        public Optional<ServedOperation> find(String name) {
            return Optional.empty();
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }
}
