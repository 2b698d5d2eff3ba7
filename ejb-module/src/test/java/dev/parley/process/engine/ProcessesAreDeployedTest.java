package dev.parley.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Process;
import dev.parley.Steps;
import dev.parley.message.JsonText;
import dev.parley.value.Scope;
import dev.parley.value.ValueMissing;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deploys beans with the extension for real, and calls their code with what an instance knows. */
@SuppressWarnings("unused")
class ProcessesAreDeployedTest {

    private static final Scope SCOPE = JsonText.parseExactly(
                    """
            {"request": {"item": "lamp", "lines": []}, "process": {"id": "c-1"},
             "steps": {"stock": {"reply": {"id": "r1"}, "fault": {"type": "t"}}}, "messages": {"ok": {"id": "m"}}, "lines": {"id": "l"}}""")
            ::at;

    private WeldContainer container;

    public record Order(String item) {}

    public record Reserved(String id) {}

    public record Known(String item, String reply, String fault, String message, String round, String id) {}

    @ApplicationScoped
    static class Orders {

        @Process(value = "order", deadline = "PT1H", compensateWithin = "P1D")
        Steps order(Steps.Of<Order> order) {
            var stock = order.step("stock", "reserve", Reserved.class).input(Steps.Known::request);
            return order.then(stock)
                    .then(order.step("never", "reserve", Reserved.class).input(o -> {
                        throw new IllegalStateException("not today");
                    }))
                    .reply(o -> new Known(
                            o.request().item(),
                            o.reply(stock).id(),
                            o.fault(stock).getString("type"),
                            o.message("ok", Reserved.class).id(),
                            o.item("lines", Reserved.class).id(),
                            o.processId()));
        }
    }

    @ApplicationScoped
    static class Wrong {

        @Process("order")
        Steps twice(Steps.Of<Order> order) {
            return order;
        }

        @Process("no name")
        Steps named(Steps.Of<Order> order) {
            return order;
        }

        @Process("text")
        Steps text(Steps.Of<String> order) {
            return order;
        }

        @Process("hidden")
        private Steps hidden(Steps.Of<Order> order) {
            return order;
        }
    }

    private DeployedProcesses deploy(Class<?>... beans) {
        container = new Weld()
                .disableDiscovery()
                .addExtension(new ProcessesExtension())
                .addBeanClasses(beans)
                .addBeanClasses(DeployedProcesses.class)
                .initialize();
        return container.select(DeployedProcesses.class).get();
    }

    @AfterEach
    void undeploy() {
        if (container != null) {
            container.close();
        }
    }

    @Test
    void whatAMethodBuildsIsADefinition() {
        DeployedProcesses processes = deploy(Orders.class);
        assertThat(processes.defines("order")).isTrue();
        assertThat(processes.defines("other")).isFalse();
        JsonNode definition = JsonText.parseExactly(processes.definitions().get("order"));
        assertThat(definition.path("deadline").asText()).isEqualTo("PT1H");
        assertThat(definition.path("compensateWithin").asText()).isEqualTo("P1D");
        assertThat(definition
                        .path("input")
                        .path("properties")
                        .path("item")
                        .path("type")
                        .asText())
                .isEqualTo("string");
        assertThat(definition.path("steps")).hasSize(2);
    }

    @Test
    void itsCodeSeesWhatAnInstanceKnows() {
        DeployedProcesses processes = deploy(Orders.class);
        assertThat(processes.map("order", "stock.input", SCOPE))
                .isEqualTo(JsonText.parseExactly("{\"item\": \"lamp\"}"));
        assertThat(processes.map("order", "reply", SCOPE))
                .isEqualTo(
                        JsonText.parseExactly(
                                """
                                {"item": "lamp", "reply": "r1", "fault": "t", "message": "m", "round": "l", "id": "c-1"}"""));
    }

    @Test
    void whatIsNotThereOrThrowsIsSaid() {
        DeployedProcesses processes = deploy(Orders.class);
        assertThat(reason(processes, "gone.input")).isEqualTo(ValueMissing.Reason.MAPPING_GONE);
        assertThat(reason(processes, "never.input")).isEqualTo(ValueMissing.Reason.MAPPING_FAILED);
        Scope nothing = pointer -> JsonText.parseExactly("{}").at(JsonPointer.compile("/x"));
        assertThat(catchThrowableOfType(ValueMissing.class, () -> processes.map("order", "reply", nothing))
                        .reason())
                .isEqualTo(ValueMissing.Reason.MAPPING_FAILED);
    }

    private static ValueMissing.Reason reason(DeployedProcesses processes, String code) {
        return catchThrowableOfType(ValueMissing.class, () -> processes.map("order", code, SCOPE))
                .reason();
    }

    @Test
    void whatIsWrongFailsTheDeployment() {
        assertThatThrownBy(() -> deploy(Orders.class, Wrong.class))
                .hasMessageContaining("define one process")
                .hasMessageContaining("\"no name\"")
                .hasMessageContaining("Steps.Of<Request>")
                .hasMessageContaining("neither static nor private nor final");
    }
}
