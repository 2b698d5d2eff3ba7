package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** A process is entered under another name: whoever asks for that begins an instance of it. */
class ProcessHasAnotherNameIT extends ProcessTest {

    private static final String CARD = Json.object("card", "5100000000000001");

    private final String buy = fresh("buy");

    ProcessHasAnotherNameIT(ParleyServer server) {
        super(server);
    }

    private void enter() {
        HttpAnswer entered = olga.operation(buy)
                .put("{\"provider\":{\"process\":\"" + process + "\"}}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    }

    @Test
    void overHttp() {
        enter();
        assertThatItIsRefused(404, "operation-unknown", alice.operation(buy).body(CARD));
        define("{\"input\":{\"type\":\"object\",\"required\":[\"card\"]},"
                + steps(STOCK, PAY).substring(1));

        assertThatItIsRefused(400, "body-invalid", alice.operation(buy).body("{}"));
        HttpAnswer accepted = alice.operation(buy).body(CARD).send();

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        Instance order = new Instance(alice, accepted.location());
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.view().path("process").asText()).isEqualTo(process);
        JsonNode shown = alice.operation(buy).send().json();
        assertThat(shown.path("provider").path("process").asText()).isEqualTo(process);
        assertThat(shown.has("timeout")).isFalse();
        assertThat(shown.path("schema").path("required").path(0).asText())
                .as("of the process")
                .isEqualTo("card");
        HttpAnswer again = olga.operation(buy).put(shown.toString()).send();
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
    }

    /** It was asked of a provider before; whoever repeats it asks for nothing new. */
    @Test
    void aRequestOfBeforeIsAnsweredAgain() {
        define(steps(STOCK, PAY));
        String key = fresh("k");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("buy"))) {
            olga.operation(buy)
                    .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"}}")
                    .send();
            HttpAnswer first = alice.operation(buy).key(key).body(CARD).send();
            assertThat(first.status()).as(first.toString()).isEqualTo(202);
            paul.reply(paul.next(), "{\"bought\":1}");
            alice.awaitFinal(first.location());
            HttpAnswer entered = olga.operation(buy)
                    .put("{\"provider\":{\"process\":\"" + process + "\"}}")
                    .send();
            assertThat(entered.status()).as(entered.toString()).isEqualTo(200);

            HttpAnswer again = alice.operation(buy).key(key).body(CARD).send();

            assertThat(again.conversationStatus()).as(again.toString()).isEqualTo("SUCCEEDED");
            assertThat(again.json().path("reply").path("bought").asInt()).isEqualTo(1);
        }
    }

    @Test
    void overJms() {
        enter();
        define(steps(STOCK, PAY));
        try (JmsParticipant requester = JmsParticipant.core(server, server.alice())) {
            Answer answer = requester.ask(JmsRequest.to(buy).text(CARD).messageId(fresh("m")));
            assertThat(answer.kind()).as(answer.text()).isEqualTo("Reply");
        }
    }

    @Test
    void asAStepThatUndoesItself() {
        String part = fresh("part");
        define(part, steps(STOCK, PAY));
        olga.operation(buy).put("{\"provider\":{\"process\":\"" + part + "\"}}").send();
        define(steps("{\"name\":\"part\",\"operation\":\"" + buy + "\"}", UNICORN));

        Instance order = start();

        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(order.statuses()).containsEntry("part", "COMPENSATED");
    }

    @Test
    void whichIsNoWayToAskItself() {
        define(steps(STOCK));
        enter();
        HttpAnswer refused = olga.process(process)
                .put(steps("{\"name\":\"again\",\"operation\":\"" + buy + "\"}"))
                .send();
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThatItIsRefused(409, "name-taken", olga.process(buy).put(steps(STOCK)));
    }
}
