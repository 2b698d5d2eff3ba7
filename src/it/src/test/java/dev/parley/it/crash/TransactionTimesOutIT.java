package dev.parley.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Samples;
import dev.parley.it.crash.naps.Naps;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operation runs for longer than its transaction may, which is rolled back while it runs. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@InShares
class TransactionTimesOutIT {

    private static final int TIMEOUT = 3;
    private static final int TOO_LONG = 2 * TIMEOUT;
    private static final int ATTEMPTS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String id = Samples.fresh("nap");
    private final String idOverHttp = Samples.fresh("http-nap");
    private ParleyServer server;
    private Probe probe;

    @BeforeEach
    void startWithLittlePatience() {
        server = ParleyServer.fresh("timeout")
                .with(Probe.archive())
                .withOperations(Naps.class, Naps.Nap.class)
                .withJava("-Dparley.operation.attempts=" + ATTEMPTS);
        probe = new Probe(server);
        server.start();
        server.manage("/subsystem=transactions:write-attribute(name=default-timeout, value=" + TIMEOUT + ")");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void operationThatTakesTooLongFailsInTheEndAndHoldsUpNobody() {
        var http = new HttpParticipant(server, server.alice());
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice());
                JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            alice.send(nap(id, TOO_LONG));
            HttpAnswer accepted = http.operation("take-a-nap")
                    .body(Json.object("seconds", TOO_LONG))
                    .key(idOverHttp)
                    .send();
            for (int i = 0; i < 10; i++) {
                String neighbour = Samples.fresh("neighbour");
                assertThat(bob.ask(nap(neighbour, 0)).kind()).isEqualTo("Reply");
                assertThat(effects(neighbour)).isEqualTo(1);
            }

            Answer fault = alice.replies().next(PATIENCE);

            assertThat(fault.kind()).isEqualTo("Fault");
            assertThat(fault.problem()).isEqualTo("urn:parley:fault:operation-failed");
            assertThat(fault.text()).contains("failed " + ATTEMPTS + " times");
            assertThat(fault.correlationId()).isEqualTo(id);
            assertThat(alice.replies().poll(Duration.ofSeconds(1))).isEmpty();
            HttpAnswer ended = http.awaitFinal(accepted.location(), PATIENCE);
            assertThat(ended.conversationStatus()).isEqualTo("FAULTED");
            assertThat(ended.text()).contains("urn:parley:fault:operation-failed", "failed " + ATTEMPTS + " times");
        }
        assertThat(effects(id)).isZero();
        assertThat(effects(idOverHttp)).isZero();
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
    }

    private static JmsRequest nap(String id, int seconds) {
        return JmsRequest.to("take-a-nap")
                .text(Json.object("seconds", seconds))
                .messageId(id)
                .correlationId(id);
    }

    private int effects(String messageId) {
        return probe.number("select count(*) from ordering_effect where message_id = '" + messageId + "'");
    }
}
