package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Pool;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step is asked of whoever holds a grant of a pool, and so is what undoes it. */
class StepIsAskedOfAPoolIT extends ProcessTest {

    private static final String LONG = "PT1H";

    private final Pool pool;

    StepIsAskedOfAPoolIT(ParleyServer server) {
        super(server);
        pool = olga.pool(fresh("couriers"));
    }

    @BeforeEach
    void enterPool() {
        pool.define("capacity", 2, "pingEvery", LONG, "pingTimeout", LONG, "holders", List.of("petra"));
        for (String operation : new String[] {quote, unquote}) {
            HttpAnswer entered = olga.operation(operation)
                    .put("{\"provider\":{\"pool\":\"" + pool.name() + "\"},\"timeout\":\"PT10M\","
                            + "\"retry\":{\"attempts\":100,\"backoff\":\"PT0.2S\",\"maximum\":\"PT1S\"}}")
                    .send();
            assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        }
    }

    private void register() {
        HttpAnswer held = pool.seenBy(new HttpParticipant(server, server.petra()))
                .request("pingTo", "queue:" + paul.queue())
                .send();
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
    }

    @Test
    void itIsDoneByWhoIsRegistered() {
        register();
        define("{\"steps\":[" + quoted() + "],\"reply\":{\"price\":{\"$\":\"/steps/quote/reply/price\"}}}");
        Instance order = start();

        Asked asked = paul.next();
        paul.reply(asked, "{\"price\":12}");

        assertThat(asked.operation()).isEqualTo(quote);
        assertThat(property(asked, "Process")).isEqualTo(process);
        assertThat(property(asked, "Step")).isEqualTo("quote");
        assertThat(property(asked, "ProcessId")).isEqualTo(order.id());
        assertThat(order.end().path("reply").path("price").asInt()).isEqualTo(12);
    }

    @Test
    void itIsUndoneByWhoIsRegistered() {
        register();
        define(steps(quoted(), UNICORN));
        Instance order = start();
        Asked asked = paul.next();
        paul.reply(asked, "{\"price\":12}");

        Asked undo = paul.next();
        paul.reply(undo, "{}");

        assertThat(undo.operation()).isEqualTo(unquote);
        assertThat(property(undo, "Compensates")).isEqualTo(asked.messageId());
        assertThat(property(undo, "Outcome")).isEqualTo("done");
        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
    }

    @Test
    void itWaitsForSomebodyToRegister() {
        define(steps(quoted()));
        Instance order = start().await("quote", "RUNNING");

        register();
        paul.reply(paul.next(), "{}");

        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }
}
