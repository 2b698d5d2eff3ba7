package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.Turn;
import dev.parley.message.Refusal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deploys beans with the extension for real. */
@SuppressWarnings("unused")
class DeploymentTest {

    private static final Exchange EXCHANGE =
            new Exchange("conversation-1", "message-1", "correlation-1", "any", "user:ada", 1, Instant.EPOCH, null);

    private WeldContainer container;

    public record Said(String what) {}

    public record Talk(String all) {}

    @ApplicationScoped
    static class Talking {

        @Operation(value = "talk", turnTimeout = "PT7S")
        Turn<Said, Talk> talk(Said said, Talk before, Exchange exchange) {
            String all = (before == null ? "" : before.all()) + said.what() + exchange.turn();
            return said.what().equals("bye") ? Turn.last(new Said(all)) : Turn.next(new Said(all), new Talk(all));
        }
    }

    @Test
    void keepsWhatAnOperationSaysBetweenTurns() throws Exception {
        ServedOperation talk = deploy(Talking.class).find("talk").orElseThrow();
        var first = talk.take(talk.read("{\"what\":\"a\"}"), null, EXCHANGE);
        var last = talk.take(talk.read("{\"what\":\"bye\"}"), first.state(), EXCHANGE);
        assertThat(talk.takesTurns()).isTrue();
        assertThat(talk.turnTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(first).isEqualTo(new ServedOperation.TurnAnswer("{\"what\":\"a1\"}", "{\"all\":\"a1\"}", false));
        assertThat(last).isEqualTo(new ServedOperation.TurnAnswer("{\"what\":\"a1bye1\"}", null, true));
    }

    public record ReserveStock(String item, int quantity) {}

    public record Reservation(String id, String item, Instant at, String note) {}

    @ApplicationScoped
    static class Stock {

        final AtomicInteger calls = new AtomicInteger();

        @Operation(value = "reserve-stock", isolated = true)
        @CompensatedBy("release-stock")
        Reservation reserve(ReserveStock request, Exchange exchange) throws Fault {
            if (request.quantity() > 10) {
                throw new Fault("out-of-stock", "only 10 left");
            }
            return new Reservation(
                    exchange.messageId() + "-" + calls.incrementAndGet(), request.item(), Instant.EPOCH, null);
        }

        @Operation("release-stock")
        void release(Reservation reservation) {
            calls.decrementAndGet();
        }

        @Operation("count")
        JsonObject count() {
            return Json.createObjectBuilder().add("count", calls.get()).build();
        }

        @Operation("nothing")
        Reservation nothing(Exchange exchange) {
            return null;
        }

        @Operation("fail")
        public void fail(JsonObject request) {
            if (request.getBoolean("error", false)) {
                throw new AssertionError("an error");
            }
            throw new IllegalStateException("an exception");
        }
    }

    @Dependent
    static class PerCall {

        static final AtomicInteger DESTROYED = new AtomicInteger();

        @Operation("per-call")
        void call() {}

        @PreDestroy
        void destroyed() {
            DESTROYED.incrementAndGet();
        }
    }

    interface Greeting {
        JsonObject greet();
    }

    @ApplicationScoped
    @Typed(Greeting.class)
    static class TypedGreeting implements Greeting {

        @Override
        @Operation("greet")
        public JsonObject greet() {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    @ApplicationScoped
    @Typed(Greeting.class)
    static class HiddenOperation implements Greeting {

        @Override
        public JsonObject greet() {
            return JsonObject.EMPTY_JSON_OBJECT;
        }

        @Operation("hidden")
        public void hidden() {}
    }

    @ApplicationScoped
    static class Rival {

        @Operation("reserve-stock")
        void reserve(ReserveStock request) {}

        @Operation("bad name")
        @CompensatedBy("nowhere")
        void bad(String text) {}
    }

    static class Counter {

        @Operation("inherited")
        JsonObject inherited() {
            return Json.createObjectBuilder()
                    .add("by", getClass().getSimpleName())
                    .build();
        }
    }

    @ApplicationScoped
    static class Heir extends Counter {}

    @AfterEach
    void stop() {
        if (container != null) {
            container.close();
        }
    }

    @Test
    void whatIsDeployedIsFoundByName() {
        Operations operations = deploy(Stock.class, Heir.class);
        assertThat(operations.names())
                .containsExactly("count", "fail", "inherited", "nothing", "release-stock", "reserve-stock");
        ServedOperation reserve = operations.find("reserve-stock").orElseThrow();
        assertThat(reserve.isolated()).isTrue();
        assertThat(reserve.compensation()).isEqualTo("release-stock");
        assertThat(operations.find("count").orElseThrow().isolated()).isFalse();
        assertThat(operations.find("count").orElseThrow().compensation()).isNull();
        assertThat(operations.find("unknown")).isEmpty();
    }

    @Test
    void packagePrivateMethodsAreCalledThroughTheClientProxy() throws Exception {
        Operations operations = deploy(Stock.class);
        assertThat(call(operations, "reserve-stock", "{\"item\": \"tea\", \"quantity\": 1}"))
                .isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\",\"id\":\"message-1-1\",\"item\":\"tea\"}");
        // On the proxy itself the field would be null, and every call would count from 0.
        assertThat(call(operations, "count", "")).isEqualTo("{\"count\":1}");
        assertThat(call(operations, "release-stock", "{\"id\": \"message-1-1\"}"))
                .isNull();
        assertThat(call(operations, "count", "{\"ignored\": 1}")).isEqualTo("{\"count\":0}");
        assertThat(call(operations, "nothing", "")).isNull();
    }

    @Test
    void inheritedMethodsAreCalledToo() throws Exception {
        assertThat(call(deploy(Heir.class), "inherited", "")).isEqualTo("{\"by\":\"Heir\"}");
    }

    @Test
    void whatTheMethodThrowsComesOutAsItIs() {
        Operations operations = deploy(Stock.class);
        assertThatThrownBy(() -> call(operations, "reserve-stock", "{\"item\": \"tea\", \"quantity\": 11}"))
                .isInstanceOf(Fault.class)
                .hasMessage("only 10 left");
        assertThatThrownBy(() -> call(operations, "fail", "{}")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> call(operations, "fail", "{\"error\": true}")).isInstanceOf(AssertionError.class);
    }

    @Test
    void badRequestsAreRefusedBeforeTheCall() {
        ServedOperation reserve = deploy(Stock.class).find("reserve-stock").orElseThrow();
        assertThatThrownBy(() -> reserve.read("{\"item\": 1}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem().toJson())
                                .contains("body-invalid", "reserve-stock", "/item", "/quantity"));
        assertThatThrownBy(() -> reserve.read("")).hasMessageContaining("body-not-json");
    }

    @Test
    void anOperationWithoutRequestTakesNoBodyOrAnyJson() {
        ServedOperation count = deploy(Stock.class).find("count").orElseThrow();
        assertThat(count.read("")).isNotNull();
        assertThat(count.read("[1]")).isNotNull();
        assertThatThrownBy(() -> count.read("{")).hasMessageContaining("body-not-json");
    }

    @Test
    void aRequestBelongsToItsOperation() {
        Operations operations = deploy(Stock.class);
        ServedOperation.Request request = operations.find("fail").orElseThrow().read("{}");
        assertThatThrownBy(() -> operations.find("count").orElseThrow().call(request, EXCHANGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another operation than count");
    }

    @Test
    void dependentBeansLiveAsLongAsTheCall() throws Exception {
        Operations operations = deploy(PerCall.class);
        int before = PerCall.DESTROYED.get();
        call(operations, "per-call", "");
        assertThat(PerCall.DESTROYED.get()).isEqualTo(before + 1);
    }

    @Test
    void aBeanWithAnInterfaceIsCalledThroughIt() throws Exception {
        assertThat(call(deploy(TypedGreeting.class), "greet", "")).isEqualTo("{}");
    }

    @Test
    void allProblemsFailTheDeploymentAtOnce() {
        assertThatThrownBy(() -> deploy(Stock.class, Rival.class, HiddenOperation.class))
                .hasMessageContaining("'reserve-stock' is served by")
                .hasMessageContaining("Stock.reserve(ReserveStock, Exchange)")
                .hasMessageContaining("Rival.reserve(ReserveStock)")
                .hasMessageContaining("@Operation(\"bad name\")")
                .hasMessageContaining("must take nothing, (Request), (Exchange)")
                .hasMessageContaining("@CompensatedBy(\"nowhere\")")
                .hasMessageContaining("HiddenOperation.hidden() is in no view of the bean");
    }

    @ApplicationScoped
    static class NeverDone {

        @CompensatedBy("release-stock")
        public void reserve(ReserveStock request) {}
    }

    @Test
    void whatIsUndoneHasToBeAnOperation() {
        assertThatThrownBy(() -> deploy(Stock.class, NeverDone.class))
                .hasMessageContaining("@CompensatedBy(\"release-stock\")")
                .hasMessageContaining("NeverDone.reserve(ReserveStock): the method serves no operation");
    }

    @Test
    void aDeploymentWithoutOperationsIsFine() {
        assertThat(deploy().names()).isEmpty();
    }

    private Operations deploy(Class<?>... beans) {
        container = new Weld()
                .disableDiscovery()
                .addExtension(new OperationsExtension())
                .addBeanClasses(MethodOperations.class)
                .addBeanClasses(beans)
                .initialize();
        return container.select(Operations.class).get();
    }

    private static String call(Operations operations, String name, String body) throws Exception {
        ServedOperation operation = operations.find(name).orElseThrow();
        return operation.call(operation.read(body), EXCHANGE);
    }
}
