package dev.parley.it.jms;

import static dev.parley.it.client.Samples.BOOK_COURIER;
import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.RESERVE_STOCK;
import static dev.parley.it.client.Samples.TOO_MANY;
import static dev.parley.it.client.Samples.courier;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class RequestIsSentTwiceIT extends JmsTest {

    private final String id = fresh("message");
    private final String correlationId = fresh("correlation");

    RequestIsSentTwiceIT(ParleyServer server) {
        super(server);
    }

    @Test
    void answersAgainWithTheSameReply() {
        Answer first = alice.ask(placeOrder());
        Answer second = alice.ask(placeOrder());

        assertThat(first.kind()).isEqualTo("Reply");
        assertThat(second).isEqualTo(first);
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void acknowledgesAgainAndRepliesAgain() {
        Answer ack = alice.ask(placeOrder().acknowledge());
        Answer reply = alice.replies().next();
        Answer secondAck = alice.ask(placeOrder().acknowledge());
        Answer secondReply = alice.replies().next();

        assertThat(secondAck.kind()).isEqualTo("Ack");
        assertThat(secondAck.conversationId()).isEqualTo(ack.conversationId());
        assertThat(secondAck.json()).isEqualTo(ack.json());
        assertThat(secondReply).isEqualTo(reply);
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void repeatsAFaultToo() {
        JmsRequest request = JmsRequest.to(RESERVE_STOCK)
                .text(reservation(TOO_MANY))
                .messageId(id)
                .correlationId(correlationId);

        Answer first = alice.ask(request);
        Answer second = alice.ask(request);

        assertThat(first.kind()).isEqualTo("Fault");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void acknowledgesAgainWhileItIsRunning() {
        JmsRequest request = JmsRequest.to(BOOK_COURIER)
                .text(courier(3))
                .messageId(id)
                .correlationId(correlationId)
                .acknowledge();

        Answer first = alice.ask(request);
        Answer second = alice.ask(request);
        Answer reply = alice.replies().next();

        assertThat(first.kind()).isEqualTo("Ack");
        assertThat(second.kind()).isEqualTo("Ack");
        assertThat(second.conversationId()).isEqualTo(first.conversationId());
        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void refusesOtherContentUnderTheSameId() {
        alice.ask(placeOrder());

        Answer fault = alice.ask(placeOrder().text(order().replace("lamp", "sofa")));

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:message-id-reused");
        assertThat(fault.correlationId()).isEqualTo(correlationId);
        assertThat(effects(id)).isEqualTo(1);
    }

    private JmsRequest placeOrder() {
        return JmsRequest.to(PLACE_ORDER).text(order()).messageId(id).correlationId(correlationId);
    }
}
