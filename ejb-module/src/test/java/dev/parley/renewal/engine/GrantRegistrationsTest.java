package dev.parley.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.message.Address;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has registered by holding a grant, in a real database. */
class GrantRegistrationsTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final GrantRegistrations registrations = new GrantRegistrations();
    private Connection connection;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void migrate() throws SQLException {
        database.setURL("jdbc:h2:mem:registrations;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        connection = database.getConnection();
        MigratedH2.prepare(database);
        registrations.transactions = new GrantTransactions() {
            @Override
            <T> T here(dev.parley.engine.jdbc.Connections.Work<T> work) {
                try {
                    return work.with(connection);
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void areThoseWhoHoldAGrantOfThePool() throws SQLException {
        grant("3", "couriers", "HELD", "queue:provider.paul");
        grant("1", "couriers", "ASKED", "mailbox:petra");
        grant("2", "couriers", "HELD", "mailbox:petra");
        grant("4", "couriers", "HELD", null);
        grant("5", "couriers", "WAITING", "queue:provider.w");
        grant("6", "couriers", "RELINQUISHED", "queue:provider.r");
        grant("7", "others", "HELD", "queue:provider.o");

        assertThat(registered("couriers")).containsExactly(Address.mailbox("petra"), Address.queue("provider.paul"));
        assertThat(registrations.registered(List.of("couriers", "nobody"))).containsOnlyKeys("couriers");

        try (var update = connection.prepareStatement("update parley_grant set state = 'RELEASED' where id = '3'")) {
            update.executeUpdate();
        }
        assertThat(registered("couriers")).containsExactly(Address.mailbox("petra"));
    }

    /** It was petra's, then paul's, then hers again; the mark is no part of what makes two addresses the same. */
    @Test
    void areAtTheMailboxThatWasNamedLast() throws SQLException {
        grant("1", "couriers", "HELD", "mailbox:offers#11");
        grant("2", "couriers", "HELD", "queue:provider.paul");
        grant("3", "couriers", "HELD", "mailbox:offers#33");
        grant("4", "couriers", "HELD", "mailbox:offers#11");

        assertThat(registered("couriers"))
                .extracting(Address::toStored)
                .containsExactly("mailbox:offers#11", "queue:provider.paul");
    }

    @Test
    void areAHundredOfAPoolAtMost() throws SQLException {
        for (int pool = 100; pool < 160; pool++) {
            grant("g" + pool, "p" + pool, "HELD", "queue:provider.one");
        }
        for (int i = 1000; i < 1200; i++) {
            grant("g" + i, "p100", "HELD", "queue:provider." + i);
        }

        assertThat(registered("p100"))
                .hasSize(100)
                .startsWith(Address.queue("provider.one"), Address.queue("provider.1000"))
                .endsWith(Address.queue("provider.1098"));
        List<String> pools = IntStream.range(100, 160).mapToObj(i -> "p" + i).toList();
        assertThat(registrations.registered(pools)).hasSize(60);
    }

    private List<Address> registered(String pool) {
        return registrations.registered(List.of(pool)).getOrDefault(pool, List.of());
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
}
