package dev.parley.it.provider;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderRegistersItselfIT extends ProviderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** More patience than any test has, also where nobody is registered. */
    private static final String PERSISTENT =
            "\"timeout\":\"PT10M\",\"retry\":{\"attempts\":100,\"backoff\":\"PT0.5S\",\"multiplier\":2,\"maximum\":\"PT2S\"}";

    private static final int MANY = 30;

    private final String pool = fresh("couriers");
    private final Courier first;
    private final Courier second;

    ProviderRegistersItselfIT(ParleyServer server) {
        super(server);
        first = new Courier(server, freshProviderQueue("first"));
        second = new Courier(server, freshProviderQueue("second"));
    }

    @BeforeEach
    void definePool() {
        HttpAnswer defined = olga.call(server.http().resolve(ServerNames.API + "/pools/" + pool))
                .put("{\"capacity\":10,\"pingEvery\":\"PT1S\",\"pingTimeout\":\"PT5S\",\"pingAttempts\":2,"
                        + "\"holders\":[\"petra\"]}")
                .send();
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
    }

    @AfterEach
    void disconnectCouriers() {
        first.close();
        second.close();
    }

    private void enterPool(String terms) {
        enter("{\"pool\":\"" + pool + "\"}", terms);
    }

    private void live(String until, Callable<Boolean> condition, Courier... couriers) {
        await(until)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .until(() -> {
                    for (Courier courier : couriers) {
                        courier.live();
                    }
                    return condition.call();
                });
    }

    private void sendMany() {
        for (int i = 0; i < MANY; i++) {
            alice.send(request());
        }
    }

    private void assertThatAllAreAnswered() {
        for (int i = 0; i < MANY; i++) {
            assertThat(alice.replies().next().kind()).isEqualTo("Reply");
        }
    }

    @Test
    void itGetsRequestsAsLongAsItConfirms() {
        enterPool(PERSISTENT);
        first.register(pool);
        alice.send(request());
        live("the only one is asked", () -> first.served() == 1, first);
        assertThat(alice.replies().next().text()).contains(first.queue());

        second.register(pool);
        sendMany();
        live("all are asked", () -> first.served() + second.served() == MANY + 1, first, second);
        assertThatAllAreAnswered();
        assertThat(first.served()).isGreaterThan(1);
        assertThat(second.served()).isPositive();

        live("who does not confirm is out", () -> !first.isRegistered(), second);
        int before = second.served();
        sendMany();
        live("the other one is asked instead", () -> second.served() == before + MANY, second);
        assertThatAllAreAnswered();
        assertThat(second.isRegistered()).isTrue();
    }

    @Test
    void aRequestWaitsForSomebodyToRegister() {
        enterPool(PERSISTENT);
        HttpAnswer accepted = http.operation(operation).body("{}").send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        HttpAnswer waiting = http.call(accepted.location()).send();
        assertThat(waiting.conversationStatus()).isEqualTo("RUNNING");
        assertThat(http.messages(accepted.conversationId()).send().text()).doesNotContain("\"provider\"");

        first.register(pool);
        live("it is asked", () -> first.served() == 1, first);

        HttpAnswer ended = http.awaitFinal(accepted.location());
        assertThat(ended.json().path("reply").path("by").asText()).isEqualTo(first.queue());
    }

    @Test
    void theRequesterIsToldIfNobodyRegisters() {
        enterPool(QUICK);
        alice.send(request());

        Answer fault = alice.replies().next();

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:provider-timeout");
        assertThat(fault.text()).contains("Nobody was registered");
    }

    @Test
    void whoHasLeftIsHeardStill() {
        enterPool(PERSISTENT);
        first.register(pool);
        HttpAnswer accepted = http.operation(operation).body("{}").send();
        await("it is asked")
                .atMost(PATIENCE)
                .until(() ->
                        olga.messages(accepted.conversationId()).send().text().contains(first.queue()));
        first.leave();

        live("it answers", () -> first.served() == 1, first);

        assertThat(http.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void onlyWhoMayHoldAGrantRegisters() {
        HttpCall grant = http.call(server.http().resolve(ServerNames.API + "/pools/" + pool + "/grants"));

        HttpAnswer refused = grant.body("{\"pingTo\":\"none\"}").send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:parley:fault:holder-refused");
        JsonNode shown = olga.call(server.http().resolve(ServerNames.API + "/pools/" + pool))
                .send()
                .json();
        assertThat(shown.path("holders")).extracting(JsonNode::asText).containsExactly("petra");
    }

    @Test
    void operatorsSeeWhoIsRegistered() {
        enterPool(PERSISTENT);
        first.register(pool);

        HttpAnswer shown = olga.operation(operation).send();
        JsonNode provider = shown.json().path("provider");
        assertThat(provider.path("pool").asText()).isEqualTo(pool);
        assertThat(provider.path("registered").path(0).path("queue").asText()).isEqualTo(first.queue());
        assertThat(olga.operation(operation).put(shown.text()).send().status()).isEqualTo(200);

        HttpParticipant bob = new HttpParticipant(server, server.bob());
        JsonNode others = bob.operation(operation).send().json().path("provider");
        assertThat(others).hasToString("{\"outside\":true}");
    }
}
