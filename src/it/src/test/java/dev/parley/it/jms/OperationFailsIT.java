package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.PRINT_LABEL;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.label;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OperationFailsIT extends JmsTest {

    private final String id = fresh("message");
    private final String correlationId = fresh("correlation");

    OperationFailsIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isTriedAgainUntilItWorks() {
        Answer reply = alice.ask(request(2));

        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void isGivenUpInTheEndAndHoldsUpNobody() {
        alice.send(request(100));
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            for (int i = 0; i < 20; i++) {
                assertThat(bob.ask(JmsRequest.to(PLACE_ORDER).text(order())).kind())
                        .isEqualTo("Reply");
            }
        }

        Answer fault = alice.replies().next(Duration.ofSeconds(150));

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:operation-failed");
        assertThat(fault.correlationId()).isEqualTo(correlationId);
        assertThat(DeadMessages.awaitReason(server, correlationId)).isNotBlank().isNotEqualTo("null");
        assertThat(effects(id)).isZero();
    }

    private JmsRequest request(int failures) {
        return JmsRequest.to(PRINT_LABEL).text(label(failures)).messageId(id).correlationId(correlationId);
    }
}
