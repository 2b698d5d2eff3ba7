package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerMayNotGoThereIT extends JmsTest {

    private final String id = fresh("message");
    private final String correlationId = fresh("correlation");

    AnswerMayNotGoThereIT(ParleyServer server) {
        super(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parley.work", "parley.requests", "jms.queue.parley.dead"})
    void refusesTheRequestBeforeAnythingIsDone(String queue) {
        alice.send(request().replyTo(queue));

        assertThatItIsParked();
    }

    @Test
    void refusesAnAddressForFaultsTheSameWay() {
        alice.send(request().withoutReplyAddress().property("FaultTo", "parley.work"));

        assertThatItIsParked();
    }

    private JmsRequest request() {
        return JmsRequest.to(PLACE_ORDER).text(order()).messageId(id).correlationId(correlationId);
    }

    private void assertThatItIsParked() {
        assertThat(DeadMessages.awaitReason(server, correlationId)).isNotBlank().isNotEqualTo("null");
        assertThat(effects(id)).isZero();
    }
}
