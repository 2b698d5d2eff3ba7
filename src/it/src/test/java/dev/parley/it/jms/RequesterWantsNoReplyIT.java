package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.RECORD_VISIT;
import static dev.parley.it.client.Samples.RELEASE_STOCK;
import static dev.parley.it.client.Samples.RESERVE_STOCK;
import static dev.parley.it.client.Samples.TAKE_PAYMENT;
import static dev.parley.it.client.Samples.declinedCard;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.goodCard;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.payment;
import static dev.parley.it.client.Samples.reservation;
import static dev.parley.it.client.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequesterWantsNoReplyIT extends JmsTest {

    private final String id = fresh("message");
    private final String conversation = fresh("conversation");

    RequesterWantsNoReplyIT(ParleyServer server) {
        super(server);
    }

    @Test
    void inOnlyHasItsEffectAndNothingElse() {
        alice.send(request(RECORD_VISIT).text(visit()).withoutReplyAddress());

        awaitStatus("SUCCEEDED");
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void inOnlyIsNotAnsweredEvenIfItCouldBe() {
        alice.send(request(TAKE_PAYMENT).text(payment(declinedCard())).exchange("in-only"));

        awaitStatus("FAULTED");
        assertThatNothingCame();
    }

    @Test
    void robustInOnlyHasNoReply() {
        alice.send(request(TAKE_PAYMENT).text(payment(goodCard())).exchange("robust-in-only"));

        awaitStatus("SUCCEEDED");
        assertThatNothingCame();
    }

    @Test
    void robustInOnlyHasFaults() {
        Answer fault =
                alice.ask(request(TAKE_PAYMENT).text(payment(declinedCard())).exchange("robust-in-only"));

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:card-declined");
    }

    @Test
    void inOptionalOutHasNoReplyIfThereIsNone() {
        Answer reserved = alice.ask(JmsRequest.to(RESERVE_STOCK).text(reservation(1)));
        assertThat(reserved.kind()).isEqualTo("Reply");

        alice.send(request(RELEASE_STOCK).text(reserved.text()).exchange("in-optional-out"));

        awaitStatus("SUCCEEDED");
        assertThatNothingCame();
    }

    @Test
    void inOptionalOutHasAReplyIfThereIsOne() {
        Answer reply = alice.ask(request(RESERVE_STOCK).text(reservation(1)).exchange("in-optional-out"));

        assertThat(reply.kind()).isEqualTo("Reply");
    }

    private JmsRequest request(String operation) {
        return JmsRequest.to(operation).messageId(id).property("ConversationId", conversation);
    }

    private void awaitStatus(String status) {
        await("conversation " + conversation)
                .atMost(Duration.ofSeconds(30))
                .until(() -> olga.conversation(conversation).send().conversationStatus(), status::equals);
    }

    /**
     * What the conversation sent would have been committed with its end, so that it would come before the answer to a
     * later request.
     */
    private void assertThatNothingCame() {
        String marker = alice.send(JmsRequest.to(PLACE_ORDER).text(order()));
        assertThat(alice.replies().next().correlationId()).isEqualTo(marker);
    }
}
