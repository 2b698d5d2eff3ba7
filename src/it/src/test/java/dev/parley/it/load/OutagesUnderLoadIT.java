package dev.parley.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Samples;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the server needs goes away and comes back while participants ask; the server's process lives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(seconds = 120)
class OutagesUnderLoadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ENOUGH = 20;

    private ParleyServer server;
    private Probe probe;
    private Load load;

    @BeforeAll
    void start() {
        server = ParleyServer.freshWithDatabaseOfItsOwn("outages").with(Probe.archive());
        server.start();
        probe = new Probe(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void forgetWhatWasDone() {
        probe.sql("delete from ordering_effect");
        load = new Load(server, probe);
    }

    @AfterEach
    void askNoMore() {
        load.close();
    }

    @Test
    void brokerIsGoneAndBack() throws InterruptedException, ExecutionException {
        goesAwayAndComesBack(Disturbance.BROKER);
        assertThat(load.book().hidden()).isEmpty();
    }

    @Test
    void databaseIsGoneAndBack() throws InterruptedException, ExecutionException {
        assumeThat(ParleyServer.hasDatabaseProcess())
                .as("H2 lives in the server's process, and cannot go away without it")
                .isTrue();
        goesAwayAndComesBack(Disturbance.DATABASE);
        // Nothing is in doubt any more: what was accepted and not shown meanwhile is there.
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        assertThat(load.book().hidden())
                .allSatisfy(
                        id -> assertThat(alice.conversation(id).send().status()).isEqualTo(200));
    }

    @Test
    void processStandsStillAndGoesOn() throws InterruptedException, ExecutionException {
        load.begin();
        answersCome();
        Disturbance.FREEZE.happen(server, probe);
        answersCome();
        load.end();
        assertThatAllWentWell();
        assertThat(load.book().hidden()).isEmpty();
    }

    private void goesAwayAndComesBack(Disturbance disturbance) throws InterruptedException, ExecutionException {
        load.begin();
        answersCome();
        String id = Samples.fresh("in-the-outage");
        disturbance.begin(server, probe);
        try {
            // As long as it takes until somebody who asks now is told to come again; or, where the database alone is
            // enough, is accepted.
            HttpAnswer told = ask(id);
            answer(told, id);
            assertThat(told.status()).isIn(disturbance == Disturbance.BROKER ? List.of(503, 202) : List.of(503));
        } finally {
            disturbance.end(server, probe);
        }
        await("the request of the outage is accepted").atMost(PATIENCE).until(() -> answer(ask(id), id));
        answersCome();
        load.end();
        assertThatAllWentWell();
    }

    /** Sends the same request each time. */
    private HttpAnswer ask(String id) {
        load.book().asks("alice", id);
        return new HttpParticipant(server, server.alice())
                .operation(Samples.PLACE_ORDER)
                .body(Samples.order())
                .key(id)
                .prefer("wait=20")
                .send();
    }

    /** Whether it is one. */
    private boolean answer(HttpAnswer answer, String id) {
        if (answer.status() != 202) {
            load.book().refused(answer);
            return false;
        }
        load.book().acknowledged(id);
        if (answer.conversationStatus().equals("SUCCEEDED")) {
            load.book().replied("alice", id, answer.json().path("reply").toString());
        }
        return answer.conversationStatus().equals("SUCCEEDED");
    }

    private void answersCome() {
        int enough = load.book().countAnswered() + ENOUGH;
        await("answers to " + ENOUGH + " more requests")
                .atMost(PATIENCE)
                .until(() -> load.book().countAnswered() >= enough);
    }

    private void assertThatAllWentWell() {
        Evidence evidence = load.evidence();
        Violations violations = Violations.of(evidence);
        System.out.printf(
                "%n%d requests, %d acknowledged, %d times unavailable: %s%n",
                evidence.requesters().size(),
                evidence.acknowledged().size(),
                load.book().unavailable(),
                violations);
        assertThat(violations.total()).as(violations.toString()).isZero();
        assertThat(load.book().oddAnswers()).isEmpty();
    }
}
