package dev.parley.it.provider;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerIsWrongIT extends ProviderTest {

    AnswerIsWrongIT(ParleyServer server) {
        super(server);
    }

    @Test
    void nobodyWaitsForIt() {
        String correlationId = fresh("correlation");

        paul.send(correlationId, "{}");

        assertThat(DeadMessages.awaitReason(server, correlationId)).contains("correlation-unknown");
    }

    @Test
    void itsCorrelationIdIsForged() {
        enter(PATIENT);
        alice.send(request());
        Asked asked = paul.next();
        String forged = asked.conversationId() + ":" + fresh("ticket");

        paul.send(forged, "{\"price\":0}");

        assertThat(DeadMessages.awaitReason(server, forged)).contains("correlation-unknown");
        paul.reply(asked, "{\"price\":12}");
        assertThat(alice.replies().next().text()).isEqualTo("{\"price\":12}");
    }

    /** Nor is a number that no computer has, nor half of a character. */
    @ParameterizedTest
    @ValueSource(strings = {"price: 12", "{\"price\": 1e2147483648}", "{\"note\": \"half \\ud800\"}"})
    void itIsNoJson(String answer) {
        enter(PATIENT);
        alice.send(request());
        Asked asked = paul.next();

        paul.reply(asked, answer);

        Answer fault = alice.replies().next();
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:provider-answer-unusable");
        assertThat(DeadMessages.awaitReason(server, asked.correlationId())).contains("body-not-json");
    }

    @Test
    void itIsNoText() {
        enter(PATIENT);
        alice.send(request());
        Asked asked = paul.next();

        paul.sendMap(asked);

        assertThat(alice.replies().next().problem()).isEqualTo("urn:parley:fault:provider-answer-unusable");
        assertThat(DeadMessages.awaitReason(server, asked.correlationId())).contains("message-type-refused");
    }

    @Test
    void itIsAFaultWithoutAProblemObject() {
        enter(PATIENT);
        alice.send(request());
        Asked asked = paul.next();

        paul.fault(asked, "[1]");

        assertThat(alice.replies().next().problem()).isEqualTo("urn:parley:fault:provider-answer-unusable");
        assertThat(DeadMessages.awaitReason(server, asked.correlationId())).contains("fault-invalid");
    }

    @Test
    void itComesTooLate() {
        enter(PATIENT);
        alice.send(request().timeToLive(Duration.ofSeconds(1)));
        Asked asked = paul.next();
        assertThat(alice.replies().next().problem()).isEqualTo("urn:parley:fault:expired");

        paul.reply(asked, "{\"price\":12}");

        assertThat(alice.replies().poll(Duration.ofSeconds(2))).isEmpty();
    }
}
