package dev.parley.it.relay;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.TAKE_PAYMENT;
import static dev.parley.it.client.Samples.declinedCard;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** The answers to a request go to a mailbox, where the requester polls them. */
class AnswersGoToAMailboxIT extends RelayTest {

    /** Alice's, not defined yet. */
    private final Mailbox answers;

    AnswersGoToAMailboxIT(ParleyServer server) {
        super(server);
        answers = alice.mailbox(fresh("answers"));
    }

    @Test
    void theReplyIsThere() {
        String key = fresh("order");
        HttpAnswer accepted = ask(answers.define(), key).send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);

        Mail reply = answers.next();

        assertThat(kind(reply)).isEqualTo("Reply");
        assertThat(reply.text("correlationId")).isEqualTo(key);
        assertThat(reply.text("conversationId")).isEqualTo(accepted.conversationId());
        assertThat(reply.text("type")).isEqualTo(PLACE_ORDER);
        assertThat(reply.text("from")).isEqualTo("parley");
        assertThat(reply.body().path("status").asText()).isEqualTo("PLACED");
        assertThat(alice.awaitFinal(accepted.location()).json().path("reply")).isEqualTo(reply.body());
        answers.acknowledge(reply);
        assertThat(answers.receive(10)).isEmpty();
    }

    @Test
    void theFaultIsThere() {
        alice.operation(TAKE_PAYMENT)
                .query("replyTo", "mailbox:" + answers.define().name())
                .body(payment(declinedCard()))
                .send();

        Mail fault = answers.next();

        assertThat(kind(fault)).isEqualTo("Fault");
        assertThat(fault.body().path("type").asText()).isEqualTo("urn:parley:fault:card-declined");
    }

    @Test
    void theReplyComesAgainIfTheRequestDoes() {
        String key = fresh("order");
        HttpCall request = ask(answers.define(), key);
        alice.awaitFinal(request.send().location());
        Mail reply = answers.next();
        answers.acknowledge(reply);

        request.send();

        assertThat(answers.next().messageId()).isEqualTo(reply.messageId());
    }

    @Test
    void theyComeToARequestOverJmsToo() {
        answers.define("senders", new String[] {"*"});
        String id = fresh("order");
        send(JmsRequest.to(PLACE_ORDER)
                .text(order())
                .messageId(id)
                .correlationId(id)
                .acknowledge()
                .state("as it was")
                .property("ReplyTo", "mailbox:" + answers.name()));

        Mail first = answers.next();
        Mail second = answers.next();

        assertThat(kind(first)).isEqualTo("Ack");
        assertThat(kind(second)).isEqualTo("Reply");
        assertThat(second.json().path("properties").path("State").asText()).isEqualTo("as it was");
        assertThat(second.text("correlationId")).isEqualTo(id);
    }

    /** Whose mailbox it is, or whether there is one, is nothing that a stranger learns. */
    @Test
    void theyGoNowhereWhereTheRequesterMayNotSend() {
        mailbox.define();
        HttpAnswer foreign = assertThatItIsRefused(400, "address-refused", ask(mailbox, fresh("order")));
        Mailbox missing = alice.mailbox(fresh("nowhere"));
        HttpAnswer unknown = assertThatItIsRefused(400, "address-refused", ask(missing, fresh("order")));

        assertThat(detail(foreign, mailbox)).isEqualTo(detail(unknown, missing));
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void nobodyIsWrittenToByWhatIsRefused() {
        mailbox.define();
        String id = fresh("refused");
        send(JmsRequest.to("no-such-operation")
                .messageId(id)
                .correlationId(id)
                .property("ReplyTo", "mailbox:" + mailbox.name()));

        assertThat(DeadMessages.awaitReason(server, id)).contains("operation-unknown");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldWhereItMayBe() {
        answers.define("senders", new String[] {"*"});
        send(JmsRequest.to("no-such-operation").property("ReplyTo", "mailbox:" + answers.name()));

        Mail fault = answers.next();

        assertThat(kind(fault)).isEqualTo("Fault");
        assertThat(fault.body().path("type").asText()).isEqualTo("urn:parley:fault:operation-unknown");
    }

    /** The operation has run, and its reply is where operators look, and in the conversation. */
    @Test
    void theyAreParkedWhereThereIsNoRoom() {
        answers.define("messages", 1);
        answers.send("1");
        String key = fresh("order");

        HttpAnswer accepted = ask(answers, key).send();

        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(DeadMessages.awaitReason(server, key)).contains("mailbox-full");
    }

    @Test
    void aTurnIsAnsweredThere() {
        answers.define();
        HttpAnswer first = alice.operation("bargain")
                .query("replyTo", "mailbox:" + answers.name())
                .body(Json.object("item", "lamp", "price", 60))
                .send();
        Mail reply = answers.next();
        assertThat(reply.json().path("properties").path("Turn").asInt()).isEqualTo(1);

        alice.turn(first.conversationId())
                .query("replyTo", "mailbox:" + answers.name())
                .body(Json.object("item", "lamp", "price", 97))
                .send();

        assertThat(answers.next().json().path("properties").path("Turn").asInt())
                .isEqualTo(2);
    }

    private HttpCall ask(Mailbox where, String key) {
        return alice.operation(PLACE_ORDER)
                .query("replyTo", "mailbox:" + where.name())
                .key(key)
                .body(order());
    }

    private void send(JmsRequest request) {
        try (JmsParticipant sender = JmsParticipant.core(server, server.alice())) {
            sender.send(request.withoutReplyAddress());
        }
    }

    private static String kind(Mail mail) {
        JsonNode properties = mail.json().path("properties");
        return properties.path("Kind").asText();
    }

    private static String detail(HttpAnswer refused, Mailbox without) {
        return refused.json().path("detail").asText().replace(without.name(), "");
    }
}
