package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.util.Map;
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

    @Test
    void tellsWhoCanBeToldWhereFaultsMayNotGo() {
        alice.send(request().property("FaultTo", "mailbox:" + fresh("nobodys")));

        Answer fault = alice.replies().next();
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:address-refused");
        assertThat(fault.correlationId()).isEqualTo(correlationId);
        assertThat(effects(id)).isZero();
    }

    @Test
    void refusesATopic() {
        alice.send(request().replyTopic("reply.alice"));

        assertThatItIsParked();
    }

    @Test
    void tellsAtFaultToThatATopicIsRefused() {
        String queue = freshReplyQueue("alice");
        var faults = alice.listen(queue);
        alice.send(request().replyTopic("reply.alice").property("FaultTo", queue));

        assertThat(faults.next().problem()).isEqualTo("urn:parley:fault:address-refused");
        assertThat(effects(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic://x", "temp-topic://x", "x", "queue://", "temp-queue://x", "/queue/x"})
    void refusesWhatStompClientsCallAReplyAddress(String replyTo) throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            stomp.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                    Map.of(
                            "type", PLACE_ORDER,
                            "reply-to", replyTo,
                            "MessageId", id,
                            "correlation-id", correlationId),
                    order());
        }

        assertThatItIsParked();
    }

    private JmsRequest request() {
        return JmsRequest.to(PLACE_ORDER).text(order()).messageId(id).correlationId(correlationId);
    }

    private void assertThatItIsParked() {
        assertThat(DeadMessages.awaitReason(server, correlationId)).startsWith("address-refused");
        assertThat(effects(id)).isZero();
    }
}
