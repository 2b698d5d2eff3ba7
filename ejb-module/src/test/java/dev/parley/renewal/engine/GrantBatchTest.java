package dev.parley.renewal.engine;

import static dev.parley.renewal.engine.GrantDatabase.ALICE;
import static dev.parley.renewal.engine.GrantDatabase.OLGA;
import static dev.parley.renewal.engine.GrantDatabase.asking;
import static dev.parley.renewal.engine.GrantDatabase.queueOf;
import static dev.parley.renewal.engine.GrantDatabase.releasing;
import static dev.parley.renewal.engine.GrantDatabase.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.message.Caller;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.renewal.Grant;
import dev.parley.renewal.Grant.Ending;
import dev.parley.renewal.Grant.Status;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.GrantWish;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of pools and grants, and what is due with them, carried out in a real database. */
class GrantBatchTest {

    private static final GrantEvent RELEASED = new GrantEvent.Released();

    private final GrantDatabase pools = new GrantDatabase();

    @BeforeEach
    void define() {
        pools.define("seats", "{\"capacity\": 2, \"pingEvery\": \"PT10M\", \"pingTimeout\": \"PT30S\"}");
    }

    private String refusal(GrantOrder order) {
        Problem refused = pools.one(order).refusal();
        return refused == null ? "" : refused.name();
    }

    private void stands(int held, int waiting, long token) {
        PoolUsage pool = pools.pool("seats");
        assertThat(pool).isEqualTo(new PoolUsage(pool.pool(), held, waiting, token));
    }

    private Status status(Grant grant) {
        return pools.grant(grant.id()).status();
    }

    /** The holder was asked at once. */
    private String ping(Grant grant) {
        pools.pass("PT10M");
        pools.due();
        return pools.posted().stream()
                .filter(message -> message.properties().containsValue(grant.id()))
                .map(Outgoing::correlationId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesAsMuchAsThereIs() {
        Grant first = pools.take("seats", "alice", "PT0S");
        Grant second = pools.take("seats", "bob", "PT0S");

        assertThat(first.reference()).isEqualTo("seats/1");
        assertThat(second.fencingToken()).isEqualTo(2);
        var result = pools.run(asking("seats", "carol", "PT0S", null));
        Problem refused = result.outcomes().get(0).refusal();
        assertThat(refused.name()).isEqualTo("pool-exhausted");
        assertThat(refused.members()).containsEntry("retryAfter", 30L);
        assertThat(result.changes().wanted()).containsExactly("seats");
        stands(2, 0, 2);
    }

    @Test
    void givesNoMoreWithinOneTransaction() {
        var result = pools.run(
                asking("seats", "a", "PT0S", null),
                asking("seats", "b", "PT1M", null),
                asking("nowhere", "x", "PT1M", null),
                asking("seats", "c", "PT1M", null),
                asking("seats", "d", "PT0S", null));

        assertThat(result.outcomes().get(0).as(Grant.class).fencingToken()).isEqualTo(1);
        assertThat(result.outcomes().get(1).as(Grant.class).fencingToken()).isEqualTo(2);
        assertThat(result.outcomes().get(2).refusal().name()).isEqualTo("pool-unknown");
        assertThat(result.outcomes().get(3).as(Grant.class).status()).isEqualTo(Status.WAITING);
        assertThat(result.outcomes().get(4).refusal().name()).isEqualTo("pool-exhausted");
        stands(2, 1, 2);
    }

    @Test
    void handsOnToWhoWaitsLongest() {
        Grant held = pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        pools.pass("PT1S");
        Grant first = pools.take("seats", "carol", "PT1M");
        pools.pass("PT1S");
        Grant second = pools.take("seats", "dave", "PT1M");

        pools.one(releasing(held, "alice"));

        Grant now = pools.grant(first.id());
        assertThat(now.status()).isEqualTo(Status.HELD);
        assertThat(now.fencingToken()).isEqualTo(3);
        assertThat(now.reference()).isEqualTo("seats/3");
        assertThat(status(second)).isEqualTo(Status.WAITING);
        stands(2, 1, 3);
        assertThat(pools.posted())
                .extracting(Outgoing::type, Outgoing::to)
                .containsExactly(tuple("granted", queueOf("carol")));
    }

    @Test
    void letsNobodyOvertakeWhoWaits() {
        Grant held = pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        Grant waiting = pools.take("seats", "carol", "PT1M");

        var result = pools.run(asking("seats", "dave", "PT0S", null), releasing(held, "alice"));

        assertThat(result.outcomes().get(0).refusal().name()).isEqualTo("pool-exhausted");
        assertThat(status(waiting)).isEqualTo(Status.HELD);
    }

    @Test
    void givesNothingToWhoHasWaitedForTooLong() {
        Grant held = pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        Grant late = pools.take("seats", "carol", "PT1M");
        pools.pass("PT1M");

        pools.one(releasing(held, "alice"));

        assertThat(pools.grant(late.id()).ended()).isEqualTo(Ending.WAITED);
        assertThat(pools.posted()).extracting(Outgoing::type).containsExactly("relinquished");
        stands(1, 0, 2);
    }

    @Test
    void forgetsWhoIsReleasedWhileItWaits() {
        pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        Grant waiting = pools.take("seats", "carol", "PT1M");
        assertThat(refusal(saying(waiting, "carol", new GrantEvent.Renewed()))).isEqualTo("grant-waiting");

        Grant over = pools.one(releasing(waiting, "carol")).as(Grant.class);

        assertThat(over.ended()).isEqualTo(Ending.RELEASED);
        stands(2, 0, 2);
        assertThat(pools.posted()).isEmpty();
    }

    @Test
    void isTakenAwayByWhoeverRunsThePool() {
        Grant held = pools.take("seats", "alice", "PT0S");

        pools.one(saying(held.id(), OLGA, RELEASED));

        assertThat(pools.grant(held.id()).ended()).isEqualTo(Ending.REVOKED);
        assertThat(pools.posted()).extracting(Outgoing::type).containsExactly("relinquished");
        assertThat(refusal(releasing(held, "alice"))).isEqualTo("grant-ended");
        assertThat(refusal(saying(held.id(), new Caller("root", true), new GrantEvent.Confirmed("x"))))
                .isEqualTo("grant-ended");
        stands(0, 0, 1);
    }

    @Test
    void isNotThereForOthers() {
        Grant held = pools.take("seats", "alice", "PT0S");
        pools.define("other", "{\"capacity\": 1}");

        assertThat(refusal(releasing(held, "bob"))).isEqualTo("grant-unknown");
        assertThat(refusal(saying("nothing", ALICE, RELEASED))).isEqualTo("grant-unknown");
        var speaker = new GrantOrder.Speaker("user:alice", ALICE);
        assertThat(refusal(new GrantOrder.Say("other", held.id(), speaker, RELEASED)))
                .isEqualTo("grant-unknown");
        assertThat(status(held)).isEqualTo(Status.HELD);
    }

    /** Over JMS the secret of the ping may be all that is known of who answers. */
    @Test
    void knowsWhoAnswersByThePing() {
        Grant held = pools.take("seats", "alice", "PT0S");
        var answer = new GrantEvent.Confirmed(ping(held));
        var unknown = new GrantOrder.Speaker("anonymous", null);

        assertThat(refusal(saying(held, "bob", answer))).isEqualTo("grant-unknown");
        assertThat(refusal(new GrantOrder.Say(null, held.id(), unknown, new GrantEvent.Confirmed(held.id() + ".x"))))
                .isEqualTo("grant-unknown");
        assertThat(refusal(new GrantOrder.Say(null, held.id(), unknown, RELEASED)))
                .isEqualTo("grant-unknown");
        assertThat(refusal(new GrantOrder.Say(null, held.id(), unknown, answer)))
                .isEmpty();
    }

    @Test
    void isConfirmedOnceHoweverOftenThatIsSaid() {
        Grant held = pools.take("seats", "alice", "PT0S");
        var answer = new GrantEvent.Confirmed(ping(held));

        var result = pools.run(saying(held, "alice", answer), saying(held, "alice", answer));

        assertThat(result.outcomes().get(1).as(Grant.class))
                .isEqualTo(result.outcomes().get(0).as(Grant.class));
        pools.pass("PT1S");
        Grant again = pools.one(saying(held, "alice", answer)).as(Grant.class);
        assertThat(again.rounds()).isEqualTo(1);
        assertThat(again.confirmedAt()).isEqualTo(pools.now().minusSeconds(1));
    }

    @Test
    void isNotConfirmedByTheAnswerToAnotherPing() {
        Grant held = pools.take("seats", "alice", "PT0S");
        String before = ping(held);
        pools.one(saying(held, "alice", new GrantEvent.Confirmed(before)));
        String now = ping(held);

        Grant asked = pools.one(saying(held, "alice", new GrantEvent.Confirmed(before)))
                .as(Grant.class);

        assertThat(asked.ping().id()).as("still asked").isEqualTo(now);
        assertThat(refusal(saying(held, "alice", new GrantEvent.Confirmed(held.id() + ".x"))))
                .isEqualTo("ping-unknown");
    }

    @Test
    void tellsWhereTheHolderIsToldIfItIsRefused() {
        Grant held = pools.take("seats", "alice", "PT0S");
        pools.one(releasing(held, "alice"));

        var result = pools.run(releasing(held, "alice"), saying(held, "alice", new GrantEvent.Confirmed("x")));

        assertThat(result.outcomes().get(0).refusal()).isNull();
        assertThat(result.outcomes().get(1).refusal().name()).isEqualTo("grant-ended");
        assertThat(result.holders()).containsOnlyKeys(1).containsValue(queueOf("alice"));
    }

    @Test
    void isGivenUpByWhoSaysNo() {
        Grant held = pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        var no = new GrantEvent.Declined(ping(held));
        Grant waiting = pools.take("seats", "carol", "PT1M");

        pools.run(saying(held, "alice", no), saying(held, "alice", no));

        assertThat(pools.grant(held.id()).ended()).isEqualTo(Ending.DECLINED);
        assertThat(pools.grant(waiting.id()).fencingToken()).isEqualTo(3);
        stands(2, 0, 3);
    }

    @Test
    void givesOneGrantForOneKey() {
        var order = asking("seats", "alice", "PT0S", "k");
        var result = pools.run(order, order);
        Grant first = result.outcomes().get(0).as(Grant.class);

        assertThat(result.outcomes().get(1).as(Grant.class)).isEqualTo(first);
        assertThat(pools.one(order).as(Grant.class)).isEqualTo(first);
        assertThat(pools.one(asking("seats", "bob", "PT0S", "k"))
                        .as(Grant.class)
                        .id())
                .as("another's key")
                .isNotEqualTo(first.id());
        stands(2, 0, 2);
    }

    @Test
    void refusesAKeyThatWasThatOfAnotherRequest() {
        pools.one(asking("seats", "alice", "PT0S", "k"));

        assertThat(refusal(new GrantOrder.Ask("seats", "user:alice", new GrantWish(null, Duration.ZERO), "k")))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void saysThatTheGrantOfAKeyHasEnded() {
        var order = asking("seats", "alice", "PT0S", "k");
        Grant held = pools.one(order).as(Grant.class);

        var result = pools.run(releasing(held, "alice"), order);

        assertThat(result.outcomes().get(1).refusal().name()).isEqualTo("grant-ended");
        stands(0, 0, 1);
    }

    @Test
    void forgetsAKeyThatNothingWasGivenFor() {
        Grant held = pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        var order = asking("seats", "carol", "PT0S", "k");
        assertThat(refusal(order)).isEqualTo("pool-exhausted");
        pools.one(releasing(held, "alice"));

        assertThat(pools.one(order).as(Grant.class).status()).isEqualTo(Status.HELD);
    }

    @Test
    void takesNothingAwayWhenThereIsLessAndGivesNothingUntilThereIsRoom() {
        Grant first = pools.take("seats", "alice", "PT0S");
        Grant second = pools.take("seats", "bob", "PT0S");
        Grant waiting = pools.take("seats", "carol", "PT1H");
        pools.define("seats", "{\"capacity\": 1}");

        pools.one(releasing(first, "alice"));
        assertThat(status(second)).isEqualTo(Status.HELD);
        assertThat(status(waiting)).isEqualTo(Status.WAITING);
        pools.one(releasing(second, "bob"));
        assertThat(status(waiting)).isEqualTo(Status.HELD);
        stands(1, 0, 3);
    }

    @Test
    void handsOnWhatWasAdded() {
        pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        Grant waiting = pools.take("seats", "carol", "PT1H");
        pools.define("seats", "{\"capacity\": 3}");

        pools.hurry("seats");

        assertThat(status(waiting)).isEqualTo(Status.HELD);
        stands(3, 0, 3);
    }

    /** The clock may have been set back since, or the transaction that hands on may have begun before. */
    @Test
    void handsOnToWhoHasAskedByAClockThatWasAhead() {
        Grant held = pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        Grant waiting = pools.take("seats", "carol", "PT1H");
        pools.pass("PT-10M");

        pools.one(releasing(held, "alice"));

        assertThat(status(waiting)).isEqualTo(Status.HELD);
    }

    /** Another transaction has who waits: the next look is soon, and not at once, again and again. */
    @Test
    void doesNotHurryForWhomItCannotHave() throws SQLException {
        pools.take("seats", "alice", "PT0S");
        pools.take("seats", "bob", "PT0S");
        Grant waiting = pools.take("seats", "carol", "PT1H");
        pools.define("seats", "{\"capacity\": 3}");
        try (Connection other = pools.begin()) {
            new GrantTable(other).lock(List.of(waiting.id()));
            assertThat(pools.hurry("seats").changes().wanted()).isEmpty();
            other.rollback();
        }
        pools.hurry("seats");
        assertThat(status(waiting)).isEqualTo(Status.HELD);
    }

    @Test
    void asksAgainAndTakesAwayFromWhoIsSilent() {
        Grant held = pools.take("seats", "alice", "PT0S");
        String ping = ping(held);
        for (String patience : List.of("PT30S", "PT1M")) {
            pools.pass(patience);
            pools.due();
            assertThat(pools.posted()).extracting(Outgoing::correlationId).containsExactly(ping);
        }
        pools.pass("PT2M");
        pools.due();

        assertThat(pools.grant(held.id()).ended()).isEqualTo(Ending.SILENT);
        assertThat(pools.posted()).extracting(Outgoing::type).containsExactly("relinquished");
        stands(0, 0, 1);
        pools.pass("P7D");
        pools.due();
        assertThat(pools.grant(held.id())).isNull();
    }

    @Test
    void holdsAPauseAgainstNobody() {
        Grant held = pools.take("seats", "alice", "PT0S");
        ping(held);
        pools.pass("P1D");

        pools.dueAfterPause();

        Grant fresh = pools.grant(held.id());
        assertThat(fresh.status()).isEqualTo(Status.HELD);
        assertThat(fresh.ping().attempt()).isZero();
        assertThat(pools.posted()).isEmpty();
    }

    @Test
    void asksThoseWhoWereSilentLongestFirstWhenSomebodyWaits() {
        pools.define("seats", "{\"capacity\": 4, \"pressure\": 1}");
        Grant first = pools.take("seats", "alice", "PT0S");
        for (String user : List.of("bob", "carol", "dave")) {
            pools.pass("PT1S");
            pools.take("seats", user, "PT0S");
        }
        pools.pass("PT1S");
        pools.take("seats", "erin", "PT1H");

        assertThat(pools.hurry("seats").found()).isEqualTo(2);
        assertThat(pools.posted()).extracting(Outgoing::to).containsExactly(queueOf("alice"), queueOf("bob"));
        assertThat(pools.grant(first.id()).ping()).isNotNull();
        assertThat(pools.hurry("seats").found()).as("two are asked already").isZero();
    }
}
