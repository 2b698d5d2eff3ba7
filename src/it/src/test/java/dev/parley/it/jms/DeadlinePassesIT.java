package dev.parley.it.jms;

import static dev.parley.it.client.Samples.BOOK_COURIER;
import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.courier;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinePassesIT extends JmsTest {

    private static final String TOO_LATE = BOOK_COURIER + " came back after the deadline";

    private final String id = fresh("message");
    private final String correlationId = fresh("correlation");

    DeadlinePassesIT(ParleyServer server) {
        super(server);
    }

    /** Either the broker has seen that it is over, or Parley has: for the requester it is the same. */
    @Test
    void beforeTheRequestIsLookedAt() {
        Answer fault = alice.ask(JmsRequest.to(PLACE_ORDER)
                .text(order())
                .messageId(id)
                .correlationId(correlationId)
                .timeToLive(Duration.ofMillis(1)));

        assertThatItExpired(fault);
        assertThat(effects(id)).isZero();
    }

    @Test
    void whileTheOperationIsRunning() {
        int before = server.logged(TOO_LATE).size();
        Instant sent = Instant.now();
        Answer fault = alice.ask(JmsRequest.to(BOOK_COURIER)
                .text(courier(4))
                .messageId(id)
                .correlationId(correlationId)
                .timeToLive(Duration.ofSeconds(1)));

        assertThatItExpired(fault);
        assertThat(Duration.between(sent, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        assertThat(olga.conversation(fault.conversationId()).send().conversationStatus())
                .isEqualTo("EXPIRED");
        assertThatItsWorkNeverShows(before);
    }

    private void assertThatItExpired(Answer fault) {
        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:expired");
        assertThat(fault.correlationId()).isEqualTo(correlationId);
    }

    /** The operation ends some seconds after its deadline, and the log says so. */
    private void assertThatItsWorkNeverShows(int before) {
        await("the operation coming back")
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.logged(TOO_LATE).size() > before);
        await("no effect")
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> effects(id) == 0);
        assertThat(alice.replies().poll(Duration.ofMillis(100))).isEmpty();
    }
}
