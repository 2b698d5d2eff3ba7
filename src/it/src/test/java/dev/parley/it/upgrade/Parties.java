package dev.parley.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Samples;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Those who have conversations under way, and how they ask: what they began with one version and go on with in the next
 * has the same names.
 *
 * @param server the server
 * @param alice asks
 * @param bob provides by mail
 * @param olga enters providers
 * @param petra registers herself
 */
record Parties(
        ParleyServer server, HttpParticipant alice, HttpParticipant bob, HttpParticipant olga, HttpParticipant petra) {

    /** Where alice is answered over JMS; the names of her conversations there begin with {@code jms-}. */
    static final String ANSWERS = "reply.alice.upgrade";

    /** Where she is told of faults. */
    static final String FAULTS = "reply.alice.upgrade.faults";

    static final String BOOKED = Samples.BOOK_COURIER;
    static final String COURIER = "{\"orderId\":\"order-1\",\"address\":\"1 Loop Road\",\"seconds\":0}";
    static final String LABEL = "{\"orderId\":\"order-1\",\"failures\":3}";
    static final String ITEM = "{\"item\":\"lamp\"}";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static Parties of(ParleyServer server) {
        return new Parties(
                server,
                new HttpParticipant(server, server.alice()),
                new HttpParticipant(server, server.bob()),
                new HttpParticipant(server, server.olga()),
                new HttpParticipant(server, server.petra()));
    }

    /** Alice's request over HTTP; the conversation and the message have the same name. */
    HttpCall request(String operation, String name, String body) {
        return alice.operation(operation).query("conversation", name).key(name).body(body);
    }

    /** Sends that, which must be accepted. */
    HttpAnswer accepted(HttpCall call) {
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer;
    }

    /** Waits until one of alice's conversations has ended; so it stands then. */
    HttpAnswer ended(String name) {
        return alice.awaitFinal(alice.conversationAt(name), PATIENCE);
    }

    /** A message with that correlation id in alice's mailbox for answers, which must come; it stays there. */
    JsonNode awaitMail(String correlationId) {
        return await("a mail for " + correlationId)
                .atMost(PATIENCE)
                .until(() -> mail(correlationId), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> mail(String correlationId) {
        JsonNode mails = alice.mailbox("answers")
                .messages()
                .query("limit", "100")
                .send()
                .json()
                .path("messages");
        return StreamSupport.stream(mails.spliterator(), false)
                .filter(mail -> correlationId.equals(mail.path("correlationId").asText()))
                .findFirst();
    }

    /** Waits until the application has been told of its letter, and something with that text in it. */
    void awaitHeard(Probe probe, String letter, String text) {
        String effect = "select detail from ordering_effect where message_id = 'for " + letter + "'";
        await("the answer to " + letter).atMost(PATIENCE).until(() -> !probe.sql(effect)
                .isEmpty());
        assertThat(probe.sql(effect)).singleElement().asString().contains(text);
    }

    /** Waits until the journal of one of alice's conversations has that text. */
    void awaitJournal(String conversation, String text) {
        await("the journal of " + conversation)
                .atMost(PATIENCE)
                .until(() -> alice.messages(conversation).send().text().contains(text));
    }

    /** A turn of a bargain over HTTP. */
    HttpCall turn(String bargain, int number, int price) {
        HttpCall call = number == 1
                ? alice.operation(Samples.BARGAIN).query("conversation", bargain)
                : alice.turn(bargain).query("turn", String.valueOf(number));
        return call.key(bargain + "-" + number).body(Samples.offer(price));
    }

    /** A letter of the application to an operation. */
    HttpCall letter(String name, String whom, int patience) {
        return request("write-letter", name, "{\"whom\":\"" + whom + "\",\"patience\":" + patience + "}")
                .prefer("wait=20");
    }

    /** Alice's request over JMS. */
    static JmsRequest message(String operation, String name, String body) {
        return JmsRequest.to(operation)
                .text(body)
                .messageId(name)
                .correlationId(name)
                .replyTo(ANSWERS)
                .state("state of " + name)
                .property("ConversationId", name);
    }

    /** A turn of a bargain over JMS. */
    static JmsRequest message(String bargain, int number, int price) {
        return JmsRequest.to(Samples.BARGAIN)
                .text(Samples.offer(price))
                .messageId(bargain + "-" + number)
                .correlationId(bargain + "-" + number)
                .replyTo(ANSWERS)
                .state("state of " + bargain + "-" + number)
                .property("ConversationId", bargain)
                .property("Turn", number);
    }
}
