package dev.parley.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.commit.Result;
import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.message.Caller;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantWish;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.PoolDefinitionReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask for a grant. */
class HoldersTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Caller OWNER = new Caller("owner", false);
    private static final Caller OLGA = new Caller("olga", true);
    private static final Caller PAUL = new Caller("paul", false);
    private static final Caller PETRA = new Caller("petra", false);

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection connection;

    @BeforeEach
    void migrate() throws SQLException {
        database.setURL("jdbc:h2:mem:holders;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        connection = database.getConnection();
        MigratedH2.prepare(database);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void nobodyButWhoRunsThePoolUnlessItNamesThem() throws SQLException {
        define("");

        assertThat(ask(OWNER, null).refusal()).isNull();
        assertThat(ask(OLGA, null).refusal()).isNull();
        assertThat(ask(PETRA, null).refusal().name()).isEqualTo("holder-refused");
        assertThat(ask(null, null).refusal().name()).isEqualTo("holder-refused");
    }

    @Test
    void everybodyWhereThePoolSaysSo() throws SQLException {
        define(", \"holders\": [\"*\"]");

        assertThat(ask(PETRA, null).refusal()).isNull();
        assertThat(ask(null, null).refusal()).isNull();
    }

    @Test
    void whomThePoolNamesAndWhoRunsIt() throws SQLException {
        define(", \"holders\": [\"paul\"]");

        assertThat(ask(PAUL, null).as(Grant.class).status()).isEqualTo(Grant.Status.HELD);
        assertThat(ask(OWNER, null).refusal()).isNull();
        assertThat(ask(OLGA, null).refusal()).isNull();
        assertThat(ask(PETRA, null).refusal().name()).isEqualTo("holder-refused");
        assertThat(ask(PETRA, null).refusal().status()).isEqualTo(403);
    }

    @Test
    void nobodyWhoIsNotKnownWhereNamesCount() throws SQLException {
        define(", \"holders\": [\"paul\"]");

        assertThat(ask(null, null).refusal().name()).isEqualTo("holder-refused");
    }

    @Test
    void whoHoldsAGrantAlreadyIsAnsweredAgain() throws SQLException {
        define(", \"holders\": [\"paul\"]");
        Grant first = ask(PAUL, "key").as(Grant.class);
        redefine("{\"capacity\": 10, \"holders\": [\"petra\"]}");

        assertThat(ask(PAUL, "key").as(Grant.class).id()).isEqualTo(first.id());
        assertThat(ask(PAUL, "other").refusal().name()).isEqualTo("holder-refused");
    }

    @Test
    void aThousandNamesCanBeStored() throws SQLException {
        String names = String.join(
                "\",\"",
                java.util.Collections.nCopies(999, "").stream()
                        .map(empty -> UUID.randomUUID() + "\u00e4".repeat(200))
                        .toList());
        define(", \"holders\": [\"paul\",\"" + names + "\"]");

        assertThat(ask(PAUL, null).refusal()).isNull();
    }

    private void define(String members) throws SQLException {
        new PoolTable(connection, new ConcurrentHashMap<>())
                .rows()
                .insert(pool(1, "{\"capacity\": 10" + members + "}"));
    }

    private void redefine(String definition) throws SQLException {
        new PoolTable(connection, new ConcurrentHashMap<>()).rows().update(pool(2, definition));
    }

    private static Pool pool(long version, String definition) {
        PoolDefinition read = PoolDefinitionReader.read("couriers", definition);
        return new Pool("couriers", version, OWNER.name(), read, NOW, OWNER.name());
    }

    private Result<?> ask(Caller caller, String key) {
        var store = new JdbcGrantStore(connection, NOW, new ConcurrentHashMap<>());
        var batch = new GrantBatch(
                store, Duration.ofDays(1), () -> UUID.randomUUID().toString(), message -> {});
        String holder = caller == null ? "queue:reply.somebody" : "user:" + caller.name();
        GrantOrder ask = new GrantOrder.Ask("couriers", holder, caller, new GrantWish(null, Duration.ZERO), key);
        return batch.run(List.of(ask)).outcomes().get(0);
    }
}
