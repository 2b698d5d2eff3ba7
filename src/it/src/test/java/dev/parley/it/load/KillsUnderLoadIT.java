package dev.parley.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.TornH2;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * SIGKILL while participants ask: two kills by default, more with {@code -Dparley.it.kills=N}, at moments that
 * {@code -Dparley.it.seed=N} makes come again; or another {@link Disturbance} instead, with
 * {@code -Dparley.it.disturbance=freeze}. {@code -Dparley.it.h2.write-delay=500} is the negative control: H2 as it is
 * by default, which must lose what it acknowledged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InShares(seconds = 95)
class KillsUnderLoadIT {

    private static final int KILLS = Integer.getInteger("parley.it.kills", 2);
    private static final long SEED = Long.getLong("parley.it.seed", System.nanoTime() % 1_000_000);
    private static final Disturbance DISTURBANCE = Disturbance.valueOf(
            System.getProperty("parley.it.disturbance", "kill").toUpperCase(Locale.ROOT));

    private final Random random = new Random(SEED);
    private ParleyServer server;

    @RegisterExtension
    final TornH2 torn = new TornH2(() -> server);

    private Probe probe;
    private Load load;

    @BeforeAll
    void disturbWhileTheyAsk() throws InterruptedException, ExecutionException {
        Instant begun = Instant.now();
        server = ParleyServer.freshWithDatabaseOfItsOwn("load").with(Probe.archive());
        probe = new Probe(server);
        load = new Load(server, probe);
        String delay = System.getProperty("parley.it.h2.write-delay");
        if (delay != null) {
            server.withH2WriteDelay(Integer.parseInt(delay));
        }
        server.start();
        load.begin();
        load.beginWithProvider();
        for (int kill = 0; kill < KILLS; kill++) {
            Load.goOn(Duration.ofMillis(1_000 + random.nextInt(6_000)));
            DISTURBANCE.happen(server, probe);
        }
        Load.goOn(Duration.ofSeconds(3));
        load.end();
        print(Duration.between(begun, Instant.now()));
    }

    @AfterAll
    void stop() {
        load.close();
        server.close();
    }

    @Test
    void nothingIsLostAndNothingIsDoneTwice() {
        Evidence evidence = load.evidence();
        assertThat(evidence.replies()).isNotEmpty();
        Violations violations = Violations.of(evidence);
        assertThat(violations.total()).as(violations.toString()).isZero();
    }

    /** Its provider may be asked again by the same message; one answer counts, and only one. */
    @Test
    void norWhereAProviderOutsideIsAsked() {
        Evidence evidence = load.evidenceOfQuotes();
        assertThat(evidence.replies()).isNotEmpty();
        Violations violations = Violations.of(evidence);
        assertThat(violations.total()).as(violations.toString()).isZero();
    }

    /** The other direction: what is not right in the database is seen. */
    @Test
    void andIfItWereItWouldBeSeen() {
        List<String> ids = load.book().close(Map.of(), 0).replies().stream()
                .map(Evidence.Reply::id)
                .distinct()
                .limit(2)
                .toList();
        int before = Violations.of(load.evidence()).total();
        copyEffect(ids.get(0), "nobody", "ghost");
        copyEffect(ids.get(0), ids.get(0), "twice");
        move(ids.get(1), "kept");
        try {
            Violations violations = Violations.of(load.evidence());
            assertThat(violations.duplicate()).contains(ids.get(0));
            assertThat(violations.ghost()).contains("nobody", "kept");
            assertThat(violations.lost()).contains(ids.get(1));
        } finally {
            probe.sql("delete from ordering_effect where id in ('twice', 'ghost')");
            move("kept", ids.get(1));
        }
        assertThat(Violations.of(load.evidence()).total()).isEqualTo(before);
    }

    @Test
    void andIfItWereInTheJournalItWouldBeSeen() {
        List<String> ids = load.evidenceOfQuotes().replies().stream()
                .map(Evidence.Reply::id)
                .distinct()
                .limit(2)
                .toList();
        journalReplyAgain(ids.get(0));
        rename(ids.get(1), "kept");
        try {
            Violations violations = Violations.of(load.evidenceOfQuotes());
            assertThat(violations.duplicate()).containsExactly(ids.get(0));
            assertThat(violations.ghost()).containsExactly("kept");
            assertThat(violations.lost()).containsExactly(ids.get(1));
        } finally {
            probe.sql("delete from parley_journal where sequence > 1000");
            rename("kept", ids.get(1));
        }
    }

    private void journalReplyAgain(String messageId) {
        String others = "direction, kind, type, sent_from, sent_to, message_id, correlation_id, at, body";
        probe.sql("insert into parley_journal (conversation_id, sequence, " + others + ") select conversation_id,"
                + " sequence + 1000, " + others + " from parley_journal where direction = 'OUT' and kind = 'REPLY'"
                + " and conversation_id in (select id from parley_conversation where message_id = '" + messageId
                + "')");
    }

    private void rename(String messageId, String to) {
        probe.sql("update parley_conversation set message_id = '" + to + "' where message_id = '" + messageId + "'");
    }

    private void copyEffect(String messageId, String newMessageId, String newId) {
        probe.sql(
                "insert into ordering_effect (id, operation, message_id, conversation_id, detail, at) select '" + newId
                        + "', operation, '" + newMessageId
                        + "', conversation_id, detail, at from ordering_effect where message_id = '"
                        + messageId + "'");
    }

    private void move(String messageId, String to) {
        probe.sql("update ordering_effect set message_id = '" + to + "' where message_id = '" + messageId + "'");
    }

    private void print(Duration took) {
        System.out.printf(
                "%n| database | asked is | disturbance | seed | times | requests | acknowledged | effects | answered | provider asked | lost | duplicate"
                        + " | ghost | misaddressed | in doubt | time |%n");
        print("a method", load.evidence(), 0, took);
        print("a provider", load.evidenceOfQuotes(), load.quotes().timesProvided(), took);
        System.out.println();
    }

    private static void print(String asked, Evidence evidence, int timesProvided, Duration took) {
        Violations found = Violations.of(evidence);
        long answered =
                evidence.replies().stream().map(Evidence.Reply::id).distinct().count();
        int effects =
                evidence.effects().values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "| %s | %s | %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d s |%n",
                System.getProperty("parley.it.database"),
                asked,
                DISTURBANCE.name().toLowerCase(Locale.ROOT),
                SEED,
                KILLS,
                evidence.requesters().size(),
                evidence.acknowledged().size(),
                effects,
                answered,
                timesProvided,
                found.lost().size(),
                found.duplicate().size(),
                found.ghost().size(),
                found.misaddressed().size(),
                found.inDoubt(),
                took.toSeconds());
    }
}
