package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.Instance;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ProcessIsDefinedIT extends ProcessTest {

    ProcessIsDefinedIT(ParleyServer server) {
        super(server);
    }

    private HttpCall of(String what) {
        return alice.call(URI.create(server.http() + "/parley/v1/processes/" + process + what));
    }

    @Test
    void itsContentMakesItsVersion() {
        JsonNode first = define(steps(STOCK));
        JsonNode second = define(steps(STOCK, PAY));
        HttpAnswer back = olga.process(process)
                .put("{ \"steps\" : [" + STOCK.replace(",", " , ") + "] }")
                .send();

        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(back.json().path("version").asInt()).isEqualTo(1);
        assertThat(of("/versions").send().json().path("versions").findValuesAsText("version"))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(of("/versions/2").send().json().path("steps")).hasSize(2);
        assertThatItIsRefused(404, "version-unknown", of("/versions/3"));
    }

    @Test
    void whatDiffersIsSaid() {
        define(steps(STOCK));
        define(steps(with(STOCK, "timeout", "\"PT1M\""), PAY));

        JsonNode diff = of("/versions/1/diff").query("with", "2").send().json();

        assertThat(diff.path("changes").toString()).contains("timeout", "PT1M", "pay");
        assertThat(of("/versions/1/diff").query("with", "1").send().json().path("changes"))
                .isEmpty();
        assertThatItIsRefused(404, "version-unknown", of("/versions/1/diff").query("with", "7"));
    }

    @Test
    void itIsDrawn() {
        define(steps(with(STOCK, "compensation", "\"release-stock\""), with(PAY, "pivot", "true")));

        HttpAnswer picture = of("").query("format", "mermaid").send();

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.text())
                .startsWith("flowchart TD")
                .contains("stock: reserve-stock", "release-stock", "pay: take-payment, pivot");
        assertThat(of("/versions/1").query("format", "mermaid").send().text()).isEqualTo(picture.text());
    }

    @Test
    void itIsChangedOnlyAsItWasSeen() {
        define(steps(STOCK));
        HttpAnswer seen = of("").send();
        String tag = seen.header("ETag").orElseThrow();
        HttpAnswer changed = olga.process(process)
                .put(steps(STOCK, PAY))
                .header("If-Match", tag)
                .send();
        assertThat(changed.status()).as(changed.toString()).isEqualTo(201);

        assertThatItIsRefused(
                412,
                "precondition-failed",
                olga.process(process).put(steps(PAY)).header("If-Match", tag));
        assertThatItIsRefused(
                412,
                "precondition-failed",
                olga.process(process).put(steps(PAY)).header("If-None-Match", "*"));
    }

    /** What was read can be changed and written. */
    @Test
    void whatWasReadIsTheSameVersion() {
        define(
                "{\"deadline\":\"PT1H\",\"input\":{\"type\":\"object\"},\"attributes\":{\"card\":{\"$\":\"/request/card\"}},"
                        + "\"steps\":[" + STOCK + "]}");

        HttpAnswer again = olga.process(process).put(of("").send().text()).send();

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void anInstanceEndsOnTheVersionThatItBeganWith() {
        enterPaul("PT10M");
        define(steps(quoted(), STOCK));
        Instance order = start();
        Asked asked = paul.next();
        define(steps(quoted()));

        paul.reply(asked, "{}");

        order.end();
        assertThat(order.statuses()).containsEntry("stock", "SUCCEEDED");
        assertThat(order.view().path("version").asInt()).isEqualTo(1);
        Instance next = start();
        paul.reply(paul.next(), "{}");
        next.end();
        assertThat(next.statuses()).containsOnlyKeys("quote");
        assertThat(next.view().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsWrongByNowIsSaidBeforeItHappens() {
        enterPaul("PT10M");
        define(steps(quoted(), STOCK));
        Instance order = start();
        Asked asked = paul.next();
        assertThat(of("/problems").send().json().path("problems")).isEmpty();
        assertThat(of("/problems").send().json().path("warnings")).hasSize(1);

        assertThat(olga.operation(unquote).delete().send().status()).isEqualTo(204);

        JsonNode problems = of("/problems").send().json().path("problems");
        assertThat(problems).hasSize(1);
        assertThat(problems.path(0).path("field").asText()).isEqualTo("/steps/0/compensation");
        paul.reply(asked, "{}");
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aStepWhoseOperationIsGoneWaitsForAPerson() {
        enterPaul("PT10M");
        define(steps("{\"name\":\"night\",\"wait\":\"PT2S\"}", quoted()));
        Instance order = start().seenBy(olga);
        assertThat(olga.operation(quote).delete().send().status()).isEqualTo(204);

        order.await("STUCK");

        assertThat(order.step("quote").path("stuck").asText()).isEqualTo("operation-unknown");
        enterAgain();
        order.settle("quote", "retry", "reason", "it is there again");
        paul.reply(paul.next(), "{}");
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    private void enterAgain() {
        HttpAnswer entered = olga.operation(quote)
                .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"}}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    }

    @Test
    void itIsDeletedWhenNoInstanceGoesOn() {
        enterPaul("PT10M");
        define(steps(quoted()));
        Instance order = start();
        Asked asked = paul.next();
        assertThatItIsRefused(409, "process-in-use", olga.process(process).delete());
        paul.reply(asked, "{}");
        order.end();

        assertThat(olga.process(process).delete().send().status()).isEqualTo(204);

        assertThatItIsRefused(404, "process-unknown", of(""));
        assertThatItIsRefused(404, "operation-unknown", alice.operation(process).body("{}"));
        assertThat(order.statuses()).containsEntry("quote", "SUCCEEDED");
    }

    /** Its versions are there yet: what has ended may be undone. */
    @Test
    void anInstanceOfWhatWasDeletedIsUndone() {
        define(steps(STOCK));
        Instance order = start();
        order.end();
        assertThat(olga.process(process).delete().send().status()).isEqualTo(204);

        assertThat(order.command("cancel", null).send().status()).isEqualTo(202);

        order.await("COMPENSATED");
    }
}
