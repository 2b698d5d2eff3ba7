package dev.parley.it.provider;

import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProviderIsSilentIT extends ProviderTest {

    ProviderIsSilentIT(ParleyServer server) {
        super(server);
    }

    @WaitingTest
    void isAskedAgainWithTheSameMessage() {
        enter(QUICK);
        alice.send(request());
        Asked first = paul.next();

        Asked second = paul.next();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.correlationId()).isEqualTo(first.correlationId());
        assertThat(second.text()).isEqualTo(first.text());
    }

    @WaitingTest
    void theRequesterIsToldAfterTheLastAttempt() {
        enter(QUICK);
        alice.send(request());

        Answer fault = alice.replies().next();

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:provider-timeout");
    }

    @WaitingTest
    void itsFirstAnswerCountsWhicheverAttemptItIsTo() {
        enter(QUICK);
        alice.send(request());
        Asked first = paul.next();
        Asked second = paul.next();

        paul.reply(first, "{\"price\":1}");
        assertThat(alice.replies().next().text()).isEqualTo("{\"price\":1}");
        paul.reply(second, "{\"price\":2}");

        assertThat(alice.replies().poll(Duration.ofSeconds(2))).isEmpty();
    }

    @WaitingTest
    void isLeftAloneOnceItHasAcknowledged() {
        enter(QUICK);
        alice.send(request());
        Asked asked = paul.next();
        paul.acknowledge(asked);

        assertThat(paul.poll(Duration.ofSeconds(4))).isEmpty();

        paul.reply(asked, "{\"price\":1}");
        assertThat(alice.replies().next().kind()).isEqualTo("Reply");
    }

    @Test
    void anotherIsAskedInstead() {
        try (JmsProvider petra = new JmsProvider(server, freshProviderQueue("petra"))) {
            enter("[{\"queue\":\"" + paul.queue() + "\"},{\"queue\":\"" + petra.queue() + "\"}]", QUICK);
            alice.send(request());
            alice.send(request());
            alice.send(request());
            alice.send(request());

            for (int i = 0; i < 4; i++) {
                petra.reply(petra.next(), "{}");
            }

            for (int i = 0; i < 4; i++) {
                assertThat(alice.replies().next().kind()).isEqualTo("Reply");
            }
        }
    }

    @WaitingTest
    void theRequestersDeadlineIsTheEndOfIt() {
        enter(PATIENT);
        alice.send(request().timeToLive(Duration.ofSeconds(2)));

        assertThat(alice.replies().next().problem()).isEqualTo("urn:parley:fault:expired");
    }

    @WaitingTest
    void isASuccessWhereAReplyIsOptional() {
        enter(PATIENT);
        var accepted = http.operation(operation)
                .query("exchange", "in-optional-out")
                .query("deadline", "PT1S")
                .body("{}")
                .send();

        var ended = http.awaitFinal(accepted.location());

        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().has("reply")).isFalse();
    }
}
