package dev.parley.engine.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conversation.Provider;
import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.Definition;
import dev.parley.directory.DefinitionReader;
import dev.parley.directory.MethodResolution;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.Operations;
import dev.parley.directory.RegisteredOperation;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.jdbc.ReturningWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryTablesTest {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final JdbcDataSource database = new JdbcDataSource();
    private final Map<String, List<Address>> registered = new HashMap<>();
    private final StoredDirectory directory = new StoredDirectory() {
        @Override
        <T> T read(ReturningWork<T> work) {
            queries++;
            try {
                return work.execute(connection);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    };
    private final Map<Object, Object> resources = new HashMap<>();
    private int queries;
    private Connection connection;
    private OperationTable table;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void migrate() throws SQLException {
        database.setURL("jdbc:h2:mem:directory;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        connection = database.getConnection();
        MigratedH2.prepare(database);
        table = new OperationTable(connection);
        directory.operations = new NoMethods();
        directory.registrations = references -> registered;
        directory.clock = Clock.systemUTC();
        directory.transactions = transaction();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private WrittenDefinition<Definition> entry(String name, String queue) throws SQLException {
        var definition = DefinitionReader.read(name, "{\"provider\": {\"queue\": \"%s\"}}".formatted(queue), false);
        return new WrittenDefinition<>(
                name, table.rows().nextVersion(), "", definition, Instant.parse("2026-01-02T03:04:05.678Z"), "olga");
    }

    @Test
    void patternsServeWhatNobodyElseDoes() throws SQLException {
        table.rows().insert(entry("quote", "q"));
        OperationResolution process =
                new RegisteredOperation(entry("place-order", "p")).listing(null, Map.of(), Map.of());
        Set<String> asked = new TreeSet<>();
        directory.servedBy(names -> {
            asked.addAll(names);
            return Map.of("place-order", process);
        });

        assertThat(directory.find(Set.of("quote", "place-order", "nothing"))).containsOnlyKeys("quote", "place-order");
        assertThat(asked).containsExactly("nothing", "place-order");
    }

    @Test
    void patternsServeWhatIsEnteredUnderAnotherName() throws SQLException {
        OperationResolution process =
                new RegisteredOperation(entry("place-order", "p")).listing(null, Map.of(), Map.of());
        var definition = DefinitionReader.read("order", "{\"provider\": {\"process\": \"place-order\"}}", false);
        var entered = new WrittenDefinition<>("order", table.rows().nextVersion(), "", definition, FAR, "olga");
        table.rows().insert(entered);
        assertThat(directory.find(Set.of("order"))).as("it is not there yet").isEmpty();

        directory.servedBy(names -> names.contains("place-order") ? Map.of("place-order", process) : Map.of());

        assertThat(directory.find("order")).contains(process);
        assertThat(directory.find(Set.of("order", "place-order"))).containsOnlyKeys("order", "place-order");
    }

    private TransactionSynchronizationRegistry transaction() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getTransactionKey" -> "a transaction";
                    case "getResource" -> resources.get(given[0]);
                    case "putResource" -> resources.put(given[0], given[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void looksEachUpOnceInAUnitOfWork() throws SQLException {
        table.rows().insert(entry("a", "q"));
        Lookups.once(directory.transactions);
        Lookups.once(directory.transactions);
        assertThat(directory.find(List.of("a", "b"))).containsOnlyKeys("a");
        int before = queries;

        assertThat(directory.find("b")).isEmpty();
        assertThat(queueOf("a")).isEqualTo("q");
        assertThat(queries).isEqualTo(before);
        assertThat(directory.find(List.of("a", "c"))).containsOnlyKeys("a");
        assertThat(queries).as("the one that was not known").isEqualTo(before + 1);

        resources.clear();
        directory.find("a");
        assertThat(queries).as("in the next one").isGreaterThan(before + 1);
    }

    @Test
    void keepsWhatIsEntered() throws SQLException {
        WrittenDefinition<Definition> entry = entry("a", "q");
        assertThat(table.rows().insert(entry)).isTrue();
        assertThat(table.rows().insert(entry("a", "r"))).isFalse();
        assertThat(table.rows().lock("a")).isEqualTo(entry);
        assertThat(table.all()).containsExactly(entry);
    }

    @Test
    void findsWhatIsThereNow() throws SQLException {
        table.rows().insert(entry("a", "q"));
        assertThat(queueOf("a")).isEqualTo("q");
        table.rows().update(entry("a", "r"));
        assertThat(queueOf("a")).isEqualTo("r");
        table.rows().delete("a");
        assertThat(directory.find(List.of("a", "b"))).isEmpty();
        table.rows().insert(entry("a", "s"));
        assertThat(queueOf("a")).isEqualTo("s");
    }

    @Test
    void passesProvidersOverAndNeverShorterThanBefore() throws SQLException {
        table.rows().insert(entry("a", "q"));
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
    void asksWhoeverHasRegistered() throws SQLException {
        var definition = DefinitionReader.read("a", "{\"provider\": {\"pool\": \"couriers\"}}", false);
        table.rows()
                .insert(new WrittenDefinition<>(
                        "a",
                        table.rows().nextVersion(),
                        "",
                        definition,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        "olga"));
        assertThat(listing("a").provision().providers()).isEmpty();
        registered.put("couriers", List.of(Address.mailbox("petra"), Address.queue("provider.paul")));
        assertThat(listing("a").provision().providers())
                .extracting(Provider::address)
                .containsExactly(Address.mailbox("petra"), Address.queue("provider.paul"));
    }

    private void enter(String name, String provider) throws SQLException {
        Definition definition = DefinitionReader.read(name, "{\"provider\": " + provider + "}", false);
        table.rows()
                .insert(new WrittenDefinition<>(
                        name, table.rows().nextVersion(), "", definition, Instant.EPOCH, "olga"));
    }

    @Test
    void theNameOfAProviderIsForItsOwner() throws SQLException {
        enter("quote", "[{\"mailbox\": \"quotes\", \"owner\": \"bob\"}, {\"mailbox\": \"more\"}]");
        enter("courier", "{\"pool\": \"couriers\", \"owner\": \"bob\"}");
        EnteredNames names = new EnteredNames(connection);
        Caller bob = new Caller("bob", false);
        Caller carol = new Caller("carol", false);

        assertThat(names.reserved("mailbox:quotes", bob)).isNull();
        assertThat(names.reserved("pool:couriers", bob)).isNull();
        for (String reference : List.of("mailbox:quotes", "mailbox:more", "pool:couriers")) {
            assertThat(names.reserved(reference, carol)).as(reference).isNotNull();
            assertThat(names.reserved(reference, new Caller("olga", true))).isNull();
            assertThat(names.stillEntered(reference, bob).detail())
                    .as("which operation it is, only operators see")
                    .startsWith("An operation has " + reference);
            assertThat(names.stillEntered(reference, new Caller("olga", true)).detail())
                    .startsWith("Operation '");
        }
        assertThat(names.reserved("mailbox:more", bob)).isNotNull();
        for (String reference : List.of("mailbox:couriers", "pool:quotes", "mailbox:quote", "mailbox:bob")) {
            assertThat(names.reserved(reference, carol)).as(reference).isNull();
            assertThat(names.stillEntered(reference, bob)).as(reference).isNull();
        }
    }

    @Test
    void aQueueIsWhoseItWasEnteredAs() throws SQLException {
        enter("quote", "[{\"queue\": \"provider.quotes\", \"owner\": \"paul\"}, {\"queue\": \"provider.more\"}]");
        EnteredNames names = new EnteredNames(connection);

        assertThat(names.owner("queue:provider.quotes")).isEqualTo("paul");
        assertThat(names.owner("queue:provider.more")).isNull();
        assertThat(names.owner("queue:provider.none")).isNull();
    }

    private OperationResolution listing(String name) throws SQLException {
        return directory.find(List.of(name)).get(name);
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

    @Test
    void nothingIsEnteredThatIsCalledLikeAProcess() {
        StoredEntries entries = new StoredEntries();
        entries.definedBy(
                names -> names.contains("place-order") ? Map.of("place-order", new MethodResolution(null)) : Map.of());
        Caller olga = new Caller("olga", true);
        assertThat(catchThrowableOfType(Refusal.class, () -> entries.enter("place-order", "{}", version -> true, olga))
                        .problem()
                        .name())
                .isEqualTo("name-taken");
    }
}
