package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;

/** A provider was given up, and answers nevertheless. */
class ProviderAnswersLateIT extends ProcessTest {

    ProviderAnswersLateIT(ParleyServer server) {
        super(server);
    }

    /** Paul has a second for what he does, and all the time to undo it. */
    private void enter() {
        enter(quote, "PT1S");
        enter(unquote, "PT10M");
    }

    private void enter(String operation, String timeout) {
        HttpAnswer answer = olga.operation(operation)
                .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"timeout\":\"" + timeout
                        + "\",\"retry\":{\"attempts\":1}}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @WaitingTest
    void whatHadNotToBeUndoneIsUndoneAfterTheEnd() {
        enter();
        define(steps(STOCK, quoted()));
        Instance order = start();
        Asked asked = paul.next();
        Asked undo = paul.next();
        paul.reply(undo, "{\"outcome\":\"nothing-to-undo\"}");
        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");

        paul.reply(asked, "{\"price\":12}");

        Asked repair = paul.next();
        assertThat(repair.operation()).isEqualTo(unquote);
        assertThat(repair.messageId()).isNotEqualTo(undo.messageId());
        assertThat(property(repair, "Compensates")).isEqualTo(asked.messageId());
        assertThat(property(repair, "Outcome")).isEqualTo("done");
        assertThat(Json.parse(repair.text()))
                .isEqualTo(
                        Json.parse("{\"request\":{\"item\":\"lamp\"},\"reply\":{\"price\":12},\"outcome\":\"done\"}"));
        long before = replies(order);
        paul.reply(repair, "{}");
        await("it is in the journal").atMost(Duration.ofSeconds(30)).until(() -> replies(order) == before + 1);
        assertThat(order.notes()).contains("late");
        assertThat(order.self().send().conversationStatus()).isEqualTo("COMPENSATED");
    }

    private static long replies(Instance order) {
        return order.story().stream().filter(line -> line.startsWith("Reply")).count();
    }

    @WaitingTest
    void itIsStillToBeUndone() {
        enter();
        define(steps(STOCK, quoted()));
        Instance order = start();
        Asked asked = paul.next();
        Asked undo = paul.next();

        paul.reply(asked, "{\"price\":12}");
        order.awaitNote("late");
        paul.reply(undo, "{\"outcome\":\"nothing-to-undo\"}");

        Asked again = paul.next();
        assertThat(Json.parse(again.text()).path("reply").path("price").asInt()).isEqualTo(12);
        paul.reply(again, "{}");
        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
    }
}
