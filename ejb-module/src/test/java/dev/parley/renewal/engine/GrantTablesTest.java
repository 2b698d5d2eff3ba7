package dev.parley.renewal.engine;

import static dev.parley.renewal.engine.GrantDatabase.asking;
import static dev.parley.renewal.engine.GrantDatabase.releasing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Address;
import dev.parley.renewal.Grant;
import dev.parley.renewal.Grant.Ending;
import dev.parley.renewal.Grant.Status;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.GrantStore.Stored;
import dev.parley.renewal.Ping;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pools and grants in a real database. */
class GrantTablesTest {

    private final GrantDatabase database = new GrantDatabase();
    private final Instant now = database.now();

    @BeforeEach
    void define() {
        database.define("seats", "{\"capacity\": 10}");
    }

    private Grant waiting(String id, int seconds) {
        return Grant.waiting(
                id, "seats", "user:alice", Address.queue("reply.alice"), now.plusSeconds(seconds), now.plusSeconds(60));
    }

    private static Grant held(Grant grant, Ping ping, Instant due) {
        return new Grant(
                grant.id(),
                grant.pool(),
                grant.holder(),
                null,
                Status.HELD,
                "seats/1",
                1,
                grant.askedAt(),
                grant.askedAt(),
                grant.askedAt(),
                ping,
                "answered",
                3,
                due,
                null);
    }

    private Grant put(Grant grant, String key) {
        database.inTransaction(connection -> {
            database.store(connection).insert(List.of(new Stored(grant, grant.askedAt(), key)));
            return true;
        });
        return grant;
    }

    private List<String> ids(List<Grant> grants) {
        return grants.stream().map(Grant::id).toList();
    }

    private List<String> claimedWaiting(int most) {
        return database.inTransaction(
                connection -> ids(database.store(connection).claimWaiting("seats", most)));
    }

    @Test
    void readsWhatItWrote() {
        Grant held = held(waiting("a", 0), new Ping("a.s", 2, now.plusSeconds(3)), now.plusSeconds(3));
        Grant over = new Grant(
                "b",
                "seats",
                "user:bob",
                null,
                Status.RELINQUISHED,
                "seats/2",
                2,
                now,
                now,
                now,
                null,
                null,
                0,
                now,
                Ending.NOT_RENEWED);
        for (Grant grant : List.of(waiting("c", 0), held, over)) {
            assertThat(database.grant(put(grant, null).id())).isEqualTo(grant);
        }
        database.inTransaction(connection -> {
            database.store(connection).update(List.of(new Stored(held(held, null, now), now, null)));
            return true;
        });
        assertThat(database.grant("a")).isEqualTo(held(held, null, now));
        assertThat(database.grant("d")).isNull();
    }

    @Test
    void claimsWhoWaitsLongestAndLeavesOutWhatOthersHave() throws SQLException {
        put(waiting("a", 3), null);
        put(waiting("b", 1), null);
        put(waiting("c", 2), null);
        put(held(waiting("d", 0), null, now), null);
        assertThat(claimedWaiting(2)).containsExactly("b", "c");
        try (Connection other = database.begin()) {
            assertThat(ids(database.store(other).claimWaiting("seats", 1))).containsExactly("b");
            assertThat(claimedWaiting(3)).containsExactly("c", "a");
            assertThat(claimedWaiting(1)).as("the first is somebody else's").isEmpty();
            other.rollback();
        }
        assertThat(claimedWaiting(3)).containsExactly("b", "c", "a");
    }

    @Test
    void claimsWhatIsDueOnce() throws SQLException {
        put(held(waiting("a", 0), null, now.plusMillis(1)), null);
        put(held(waiting("b", 0), null, now), null);
        put(held(waiting("c", 0), null, now.minusSeconds(1)), null);
        try (Connection first = database.begin();
                Connection second = database.begin()) {
            assertThat(ids(database.store(first).claimDue(now, 1))).containsExactly("c");
            assertThat(ids(database.store(second).claimDue(now, 5))).containsExactly("b");
            first.rollback();
            second.rollback();
        }
        Optional<Instant> next = database.inTransaction(connection -> new GrantTable(connection).nextDue());
        assertThat(next).contains(now.minusSeconds(1));
    }

    @Test
    void whatCameDueJustNowDoesNotWaitBehindABurst() {
        for (int i = 0; i < 10; i++) {
            put(held(waiting("old-" + i, 0), null, now.minusSeconds(60 - i)), null);
        }
        put(held(waiting("new-1", 0), null, now.minusMillis(900)), null);
        put(held(waiting("new-2", 0), null, now), null);
        put(held(waiting("not-yet", 0), null, now.plusMillis(1)), null);
        database.inTransaction(connection -> {
            var store = database.store(connection);
            assertThat(ids(store.claimDue(now, 6)))
                    .containsExactlyInAnyOrder("old-0", "old-1", "old-2", "old-3", "new-1", "new-2");
            assertThat(store.claimDue(now, 12)).hasSize(12);
            assertThat(ids(store.claimDue(now.minusSeconds(10), 3))).containsExactly("old-0", "old-1", "old-2");
            assertThat(ids(store.claimDue(now, 1))).containsExactly("old-0");
            return true;
        });
    }

    @Test
    void claimsThoseWhoWereSilentAndCountsThoseWhoAreAsked() {
        put(held(waiting("a", 0), new Ping("a.s", 1, now), now), null);
        put(held(waiting("b", 2), null, now), null);
        put(held(waiting("c", 1), null, now), null);
        put(waiting("d", 0), null);
        // Asked before an outage, not since.
        put(held(waiting("e", 3), new Ping("e.s", 0, now), now), null);
        database.inTransaction(connection -> {
            var store = database.store(connection);
            assertThat(ids(store.claimSilent("seats", now.plusSeconds(3), 5))).containsExactly("c", "b", "e");
            assertThat(ids(store.claimSilent("seats", now.plusSeconds(2), 5))).containsExactly("c", "b");
            assertThat(ids(store.claimSilent("seats", now.plusSeconds(1), 5))).containsExactly("c");
            assertThat(store.asked("seats", 5)).isEqualTo(1);
            assertThat(store.asked("seats", 0)).isZero();
            assertThat(store.asked("other", 5)).isZero();
            return true;
        });
    }

    @Test
    void knowsAKeyOfOneHolderInOnePoolOnce() {
        put(waiting("a", 0), "k");
        put(waiting("b", 0), null);
        put(waiting("c", 0), null);
        database.inTransaction(connection -> {
            var store = database.store(connection);
            store.update(List.of(new Stored(waiting("a", 0), now, null)));
            assertThat(store.requested("seats", "user:alice", Set.of("k", "l"))).containsOnlyKeys("k");
            assertThat(store.requested("seats", "user:bob", Set.of("k"))).isEmpty();
            assertThat(store.requested("other", "user:alice", Set.of("k"))).isEmpty();
            return true;
        });
        assertThatThrownBy(() -> put(waiting("d", 0), "k")).isInstanceOf(Connections.Failed.class);
    }

    @Test
    void locksGrantsAndLeavesOutWhatIsNotThere() {
        put(waiting("a", 0), null);
        put(waiting("b", 0), null);
        put(waiting("c", 0), null);
        database.inTransaction(connection -> {
            assertThat(database.store(connection).lockGrants(Set.of("b", "a", "x")))
                    .containsOnlyKeys("a", "b");
            assertThatThrownBy(() -> database.inTransaction(
                            other -> database.store(other).lockGrants(Set.of("a"))))
                    .as("has to wait")
                    .isInstanceOf(Connections.Failed.class);
            return true;
        });
    }

    @Test
    void listsTheGrantsOfAPool() {
        put(waiting("a", 0), null);
        put(held(waiting("b", 0), new Ping("b.s", 1, now), now), null);
        put(held(waiting("c", 0), null, now), null);
        database.inTransaction(connection -> {
            GrantTable table = new GrantTable(connection);
            assertThat(ids(table.list("seats", null, null, "", 2))).containsExactly("a", "b");
            assertThat(ids(table.list("seats", Status.HELD, null, "", 5))).containsExactly("b", "c");
            assertThat(ids(table.list("seats", Status.HELD, "user:alice", "b", 5)))
                    .containsExactly("c");
            assertThat(table.list("seats", null, "user:bob", "", 5)).isEmpty();
            return true;
        });
    }

    @Test
    void knowsWhichPoolsAreTight() {
        database.define("full", "{\"capacity\": 2, \"pressure\": 1}");
        database.define("leases", "{\"capacity\": 1, \"lease\": true}");
        database.take("full", "alice", "PT0S");
        database.take("leases", "alice", "PT0S");
        assertThat(tight()).isEmpty();
        database.take("full", "bob", "PT0S");
        assertThat(tight()).containsExactly("full");
        database.take("leases", "bob", "PT1M");
        assertThat(tight()).containsExactly("full");
        List<String> waitedFor =
                database.inTransaction(connection -> database.pools(connection).waitedFor());
        assertThat(waitedFor).containsExactly("leases");
    }

    private List<String> tight() {
        return database.inTransaction(connection -> database.pools(connection).tight()).stream()
                .map(standing -> standing.pool().name())
                .toList();
    }

    /** Otherwise who holds a token of the old pool would pass for a later holder than that of the new one. */
    @Test
    void goesOnWithTheTokensOfAPoolThatWasDeleted() {
        for (int token = 1; token <= 3; token++) {
            Grant held = database.take("seats", "alice", "PT0S");
            assertThat(held.fencingToken()).isEqualTo(token);
            database.one(releasing(held, "alice"));
            delete();
            assertThat(database.grant(held.id())).isNull();
            database.define("seats", "{\"capacity\": 1}");
        }
        assertThat(database.pool("seats").token()).isEqualTo(3);
    }

    private void delete() {
        PoolUsage there = database.pool("seats");
        database.inTransaction(connection -> {
            database.pools(connection).delete(there);
            return true;
        });
    }

    @Test
    void readsADefinitionAgainWhenItHasChanged() {
        long before = database.pool("seats").pool().version();
        database.define("seats", "{\"capacity\": 11}");
        assertThat(database.pool("seats").pool().definition().capacity()).isEqualTo(11);
        assertThat(database.pool("seats").pool().version()).isGreaterThan(before);
    }

    @Test
    void keepsTheCountersWhenTheDefinitionChanges() {
        database.one(asking("seats", "alice", "PT0S", null));
        database.define("seats", "{\"capacity\": 11}");
        assertThat(database.pool("seats").held()).isEqualTo(1);
        assertThat(database.pool("seats").token()).isEqualTo(1);
    }

    @Test
    void seesThatParleyWasAway() {
        assertThat(beat()).as("for the first time").isTrue();
        database.pass("PT5S");
        assertThat(beat()).isFalse();
        assertThat(resumedAt()).isEqualTo(now);
        database.pass("PT5.001S");
        assertThat(resumedAt()).as("though nobody has said so").isEqualTo(database.now());
        assertThat(beat()).isTrue();
        Instant back = database.now();
        database.pass("PT1S");
        assertThat(beat()).isFalse();
        assertThat(resumedAt()).isEqualTo(back);
    }

    private boolean beat() {
        return database.inTransaction(connection -> new UptimeTable(connection).beat(database.now()));
    }

    private Instant resumedAt() {
        return database.inTransaction(connection -> database.store(connection).resumedAt());
    }

    @Test
    void seesAPauseByAClockThatWasSetBack() {
        beat();
        database.pass("PT-1H");
        beat();
        database.pass(Duration.ofSeconds(6).toString());
        assertThat(beat()).isTrue();
    }
}
