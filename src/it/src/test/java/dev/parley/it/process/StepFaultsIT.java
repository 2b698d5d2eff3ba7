package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import org.junit.jupiter.api.Test;

class StepFaultsIT extends ProcessTest {

    StepFaultsIT(ParleyServer server) {
        super(server);
    }

    @Test
    void whatWasDoneIsUndoneInReverseOrder() {
        enterPaul("PT10M");
        define(steps(STOCK, quoted(), UNICORN));
        Instance order = start();
        Asked asked = paul.next();
        paul.reply(asked, "{\"price\":12}");

        Asked undo = paul.next();

        assertThat(order.statuses())
                .containsEntry("stock", "SUCCEEDED")
                .containsEntry("quote", "COMPENSATING")
                .containsEntry("unicorn", "FAULTED");
        assertThat(order.self().send().conversationStatus()).isEqualTo("COMPENSATING");
        assertThat(undo.operation()).isEqualTo(unquote);
        assertThat(property(undo, "Process")).isEqualTo(process);
        assertThat(property(undo, "Step")).isEqualTo("quote");
        assertThat(property(undo, "ProcessId")).isEqualTo(order.id());
        assertThat(property(undo, "Compensates")).isEqualTo(asked.messageId());
        assertThat(property(undo, "Outcome")).isEqualTo("done");
        assertThat(undo.messageId()).matches(order.id() + "\\.undo\\.quote\\.[0-9a-f]{8}");
        assertThat(Json.parse(undo.text()))
                .isEqualTo(
                        Json.parse("{\"request\":{\"item\":\"lamp\"},\"reply\":{\"price\":12},\"outcome\":\"done\"}"));

        paul.reply(undo, "{}");

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        JsonNode fault = ended.path("fault");
        assertThat(type(fault)).isEqualTo("process-compensated");
        assertThat(type(fault.path("cause"))).isEqualTo("out-of-stock");
        assertThat(fault.path("cause").path("available").asInt(-1)).isZero();
        assertThat(fault.path("compensated").toString()).isEqualTo("[\"stock\",\"quote\"]");
        assertThat(fault.path("writtenOff")).isEmpty();
        assertThat(order.statuses())
                .containsEntry("stock", "COMPENSATED")
                .containsEntry("quote", "COMPENSATED")
                .containsEntry("unicorn", "FAULTED");
        assertThat(order.notes()).contains("undo");
    }

    @Test
    void theDecisionIsInTheJournalBeforeTheFirstUndoing() {
        define(steps(STOCK, PAY, UNICORN));
        Instance order = start();
        order.end();

        assertThat(order.story())
                .containsSubsequence(
                        "Request reserve-stock",
                        "Request take-payment",
                        "Request reserve-stock",
                        "undo",
                        "Request refund-payment",
                        "Request release-stock",
                        "Fault " + process);
    }

    @Test
    void nothingIsUndoneWhereNothingWasDone() {
        define(steps(UNICORN, STOCK));
        Instance order = start();

        JsonNode ended = order.end();

        assertThat(ended.path("status").asText()).isEqualTo("FAULTED");
        assertThat(type(ended.path("fault"))).isEqualTo("out-of-stock");
        assertThat(order.statuses()).containsOnlyKeys("unicorn");
    }

    @Test
    void itsFaultIsWrittenOff() {
        define(steps(STOCK, with(UNICORN, "onFault", "\"ignore\""), PAY));
        Instance order = start();

        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.statuses()).containsEntry("unicorn", "IGNORED").containsEntry("pay", "SUCCEEDED");
    }

    @Test
    void itsFaultLeadsOn() {
        define(steps(with(UNICORN, "onFault", "{\"out-of-stock\":\"pay\"}"), STOCK, PAY));
        Instance order = start();

        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.statuses()).containsEntry("stock", "SKIPPED").containsEntry("pay", "SUCCEEDED");
    }

    /** Silence is no answer: what may have been done is undone as if it had been. */
    @WaitingTest
    void aProviderIsSilent() {
        enterPaul("PT1S");
        define(steps(STOCK, quoted()));
        Instance order = start();
        Asked asked = paul.next();

        Asked undo = paul.next();
        paul.reply(undo, "{\"outcome\":\"nothing-to-undo\"}");

        assertThat(undo.operation()).isEqualTo(unquote);
        assertThat(property(undo, "Compensates")).isEqualTo(asked.messageId());
        assertThat(property(undo, "Outcome")).isEqualTo("unknown");
        assertThat(Json.parse(undo.text()))
                .isEqualTo(Json.parse("{\"request\":{\"item\":\"lamp\"},\"reply\":null,\"outcome\":\"unknown\"}"));
        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"stock\",\"quote\"]");
    }

    @WaitingTest
    void aProviderIsSilentWhenItIsToUndo() {
        enterPaul("PT1S");
        define(steps(quoted(), UNICORN));
        Instance order = start();
        paul.reply(paul.next(), "{}");
        Asked undo = paul.next();

        Asked again = paul.next();
        paul.reply(again, "{}");

        assertThat(again.messageId()).isEqualTo(undo.messageId());
        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
    }
}
