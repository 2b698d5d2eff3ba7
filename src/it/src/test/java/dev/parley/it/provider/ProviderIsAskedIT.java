package dev.parley.it.provider;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProviderIsAskedIT extends ProviderTest {

    private static final String TRACE = "traceparent";
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final int MANY = 50;
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    ProviderIsAskedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void getsTheRequestWithAllItNeedsToAnswer() {
        enter(PATIENT);
        alice.send(request());

        Asked asked = paul.next();

        assertThat(asked.kind()).isEqualTo("Request");
        assertThat(asked.operation()).isEqualTo(operation);
        assertThat(asked.conversationId()).isNotBlank();
        assertThat(asked.messageId()).isNotBlank();
        assertThat(asked.correlationId()).isNotBlank();
        assertThat(String.valueOf(asked.replyTo())).contains("parley.replies");
        assertThat(asked.attempt()).isEqualTo(1);
        assertThat(asked.expiresAt()).isPositive();
        assertThat(asked.text()).isEqualTo("{\"item\":\"lamp\"}");
    }

    @Test
    void allMessagesAboutItAreInTheTraceOfItsRequest() throws JMSException {
        enter(PATIENT);
        alice.send(request().property(TRACE, PARENT));

        Asked asked = paul.next();
        paul.reply(asked, "{\"price\":12}");

        assertThat(asked.message().getStringProperty(TRACE)).isEqualTo(PARENT);
        assertThat(alice.replies().next().properties()).containsEntry(TRACE, PARENT);
        http.operation(operation)
                .body("{\"item\":\"lamp\"}")
                .header(TRACE, PARENT)
                .send();
        assertThat(paul.next().message().getStringProperty(TRACE)).isEqualTo(PARENT);
    }

    @Test
    void itsReplyGoesToTheRequester() {
        enter(PATIENT);
        String correlationId = fresh("correlation");
        alice.send(request().correlationId(correlationId).state("mine"));

        paul.reply(paul.next(), "{\"price\":12}");

        Answer reply = alice.replies().next();
        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(reply.correlationId()).isEqualTo(correlationId);
        assertThat(reply.state()).isEqualTo("mine");
        assertThat(reply.text()).isEqualTo("{\"price\":12}");
    }

    @Test
    void itsFaultGoesToTheRequesterAsItIs() {
        enter(PATIENT);
        alice.send(request());

        paul.fault(paul.next(), "{\"type\":\"https://paul.example/sold-out\",\"left\":0}");

        Answer fault = alice.replies().next();
        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.text()).isEqualTo("{\"type\":\"https://paul.example/sold-out\",\"left\":0}");
    }

    @Test
    void theRequesterIsAcknowledgedBefore() {
        enter(PATIENT);
        alice.send(request().acknowledge());

        assertThat(alice.replies().next().kind()).isEqualTo("Ack");
        paul.reply(paul.next(), "{}");
        assertThat(alice.replies().next().kind()).isEqualTo("Reply");
    }

    @Test
    void aRequesterOverHttpPollsForTheReply() {
        enter(PATIENT);
        var accepted = http.operation(operation).body("{\"item\":\"lamp\"}").send();
        assertThat(accepted.status()).isEqualTo(202);

        paul.reply(paul.next(), "{\"price\":12}");

        var ended = http.awaitFinal(accepted.location());
        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("reply").path("price").asInt()).isEqualTo(12);
    }

    @Test
    void whatOnlyItKnowsIsNotInTheJournal() {
        enter(PATIENT);
        var accepted = http.operation(operation).body("{}").send();
        Asked asked = paul.next();
        paul.reply(asked, "{\"price\":12}");
        http.awaitFinal(accepted.location());

        String journal = http.messages(accepted.conversationId()).send().text();

        assertThat(journal).contains("\"to\":\"provider\"", "\"price\":12").doesNotContain(asked.correlationId());
    }

    @WaitingTest
    void aRepeatedRequestIsAnsweredAgainWithoutAskingAgain() {
        enter(PATIENT);
        String id = fresh("message");
        alice.send(request().messageId(id));
        paul.reply(paul.next(), "{\"price\":12}");
        Answer first = alice.replies().next();

        alice.send(request().messageId(id));

        Answer again = alice.replies().next();
        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(paul.poll(A_MOMENT)).isEmpty();
    }

    @Test
    void isNotAskedForWhatNobodyWantsAnAnswerTo() {
        enter(PATIENT);
        alice.send(request().withoutReplyAddress().exchange("in-only"));

        assertThat(paul.next().replyTo()).isNull();
    }

    @Test
    void isGivenAllTheTimeForWhatNobodyWouldMiss() {
        enter(PATIENT);
        alice.send(request().withoutReplyAddress().exchange("in-only"));
        assertThat(paul.next().expiresAt()).isZero();

        http.operation(operation).query("exchange", "in-only").body("{}").send();
        assertThat(paul.next().expiresAt()).isZero();
    }

    @Test
    void isGivenNoMoreTimeThanTheRequesterSaid() {
        enter(PATIENT);
        alice.send(request().withoutReplyAddress().exchange("in-only").timeToLive(A_WHILE));
        assertThat(paul.next().expiresAt()).isPositive();

        http.operation(operation)
                .query("exchange", "in-only")
                .query("deadline", A_WHILE.toString())
                .body("{}")
                .send();
        assertThat(paul.next().expiresAt()).isPositive();
    }

    /** Of many requests some share a transaction, and what is sent in it. */
    @Test
    void onlyWhatItIsAskedExpires() {
        enter(PATIENT);
        for (int i = 0; i < MANY; i++) {
            alice.send(request());
            alice.send(JmsRequest.to(PLACE_ORDER).text(order()).acknowledge());
        }

        for (int i = 0; i < 2 * MANY; i++) {
            assertThat(alice.replies().next().expiresAt()).isZero();
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(paul.next().expiresAt()).isPositive();
        }
    }

    @WaitingTest
    void sharesTheLoadWithOthers() {
        try (JmsProvider petra = new JmsProvider(server, freshProviderQueue("petra"))) {
            enter("[{\"queue\":\"" + paul.queue() + "\"},{\"queue\":\"" + petra.queue() + "\"}]", PATIENT);
            for (int i = 0; i < 40; i++) {
                alice.send(request());
            }

            int here = count(paul);
            int there = count(petra);

            assertThat(here + there).isEqualTo(40);
            assertThat(here).isBetween(5, 35);
        }
    }

    private static int count(JmsProvider provider) {
        int count = 0;
        while (provider.poll(A_MOMENT).isPresent()) {
            count++;
        }
        return count;
    }
}
