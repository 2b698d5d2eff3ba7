package dev.parley.it.jms;

import static dev.parley.it.client.Samples.RESERVE_STOCK;
import static dev.parley.it.client.Samples.TAKE_PAYMENT;
import static dev.parley.it.client.Samples.TOO_MANY;
import static dev.parley.it.client.Samples.declinedCard;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.goodCard;
import static dev.parley.it.client.Samples.payment;
import static dev.parley.it.client.Samples.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class OperationAnswersWithAFaultIT extends JmsTest {

    OperationAnswersWithAFaultIT(ParleyServer server) {
        super(server);
    }

    @Test
    void faultReplacesTheReply() {
        String correlationId = fresh("correlation");

        Answer fault = alice.ask(
                JmsRequest.to(TAKE_PAYMENT).text(payment(declinedCard())).correlationId(correlationId));

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.type()).isEqualTo(TAKE_PAYMENT);
        assertThat(fault.correlationId()).isEqualTo(correlationId);
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:card-declined");
        assertThat(fault.json().path("detail").asText()).isNotBlank();
        assertThat(olga.conversation(fault.conversationId()).send().conversationStatus())
                .isEqualTo("FAULTED");
    }

    @Test
    void carriesItsMembers() {
        Answer fault = alice.ask(JmsRequest.to(RESERVE_STOCK).text(reservation(TOO_MANY)));

        assertThat(fault.problem()).isEqualTo("urn:parley:fault:out-of-stock");
        assertThat(fault.json().path("available").isNumber()).isTrue();
        assertThat(fault.json().path("available").asInt()).isLessThan(TOO_MANY);
    }

    @Test
    void goesToTheAddressForFaultsIfThereIsOne() {
        String queue = freshReplyQueue("alice");
        var faults = alice.listen(queue);
        JmsRequest request = JmsRequest.to(TAKE_PAYMENT).property("FaultTo", queue);

        alice.send(request.text(payment(declinedCard())));
        Answer fault = faults.next();
        Answer reply = alice.ask(request.text(payment(goodCard())));

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:card-declined");
        assertThat(reply.kind()).isEqualTo("Reply");
    }
}
