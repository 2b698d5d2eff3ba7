package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.Turn;
import dev.parley.testing.Outcome.Ending;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OperationsUnderTestTest {

    public record Order(@NotBlank String item, @Positive int quantity) {}

    public record Placed(String item, String by, int attempt) {}

    public record Said(String what) {}

    public record Heard(String all) {}

    private final Shop shop = new Shop();
    private final OperationsUnderTest operations = OperationsUnderTest.of(shop);

    @SuppressWarnings("unused")
    static final class Shop {

        private int calls;
        private int failures;
        private Runnable meanwhile = () -> {};

        @Operation("place")
        Placed place(Order order, Exchange exchange) throws Fault {
            calls++;
            meanwhile.run();
            if (failures-- > 0) {
                throw new IllegalStateException("the database is away");
            }
            if (order.quantity() > 10) {
                throw new Fault("out-of-stock", "There are ten.");
            }
            return new Placed(order.item(), exchange.sender(), exchange.attempt());
        }

        @Operation("talk")
        Turn<Said, Heard> talk(Said said, Heard before) {
            String all = (before == null ? "" : before.all()) + said.what();
            return said.what().equals("bye") ? Turn.last(new Said(all)) : Turn.next(new Said(all), new Heard(all));
        }
    }

    @SuppressWarnings("unused")
    private static final class Wrong {

        @Operation("wrong")
        String place(Order order, Order another) {
            return order.item() + another.item();
        }
    }

    @Test
    void repliesWithWhatTheOperationReturns() {
        Outcome outcome = operations.ask("place", new Order("tea", 2));
        assertThat(outcome.reply(Placed.class)).isEqualTo(new Placed("tea", "user:alice", 1));
        assertThat(operations.ask("place", "{\"item\":\"tea\",\"quantity\":2}").body())
                .isEqualTo(outcome.body());
    }

    @Test
    void refusesWhatParleyWouldRefuse() {
        assertThat(operations.ask("place", new Order("", 0)).fault()).isEqualTo("body-invalid");
        assertThat(operations.ask("place", "{").fault()).isEqualTo("body-not-json");
        assertThat(operations.ask("elsewhere", "{}").fault()).isEqualTo("operation-unknown");
        assertThat(shop.calls).isZero();
    }

    @Test
    void makesAProblemOfAFault() {
        Outcome outcome = operations.ask("place", new Order("tea", 11));
        assertThat(outcome.ending()).isEqualTo(Ending.FAULTED);
        assertThat(outcome.fault()).isEqualTo("out-of-stock");
        assertThat(outcome.body()).contains("urn:parley:fault:out-of-stock", "There are ten.");
        assertThatThrownBy(() -> outcome.reply(Placed.class)).hasMessageContaining("out-of-stock");
    }

    @Test
    void doesOnceWhatComesTwice() {
        TestRequest request =
                TestRequest.of("place", "{\"item\":\"tea\",\"quantity\":2}").withMessageId("order-1");
        Outcome first = operations.ask(request);
        assertThat(operations.ask(TestRequest.of("place", "{ \"quantity\":2, \"item\":\"tea\" }")
                        .withMessageId("order-1")))
                .isEqualTo(first);
        assertThat(operations
                        .ask(TestRequest.of("place", new Order("milk", 1)).withMessageId("order-1"))
                        .fault())
                .isEqualTo("message-id-reused");
        assertThat(operations.ask(request.from("user:bob")).reply(Placed.class).by())
                .isEqualTo("user:bob");
        assertThat(shop.calls).isEqualTo(2);
    }

    @Test
    void triesAgainWhatFailsAfterPauses() {
        shop.failures = 2;
        Outcome outcome = operations.ask("place", new Order("tea", 2));
        assertThat(outcome.reply(Placed.class).attempt()).isEqualTo(3);
        assertThat(operations.clock().instant()).isEqualTo("2026-01-31T12:00:03Z");
    }

    @Test
    void givesUpWhatAlwaysFails() {
        shop.failures = 9;
        Outcome outcome = operations.withAttempts(3).ask("place", new Order("tea", 2));
        assertThat(outcome.fault()).isEqualTo("operation-failed");
        assertThat(outcome.attempts()).isEqualTo(3);
        assertThat(outcome.failure()).hasMessage("the database is away");
        assertThat(outcome.body()).doesNotContain("database");
    }

    @Test
    void expiresWhatComesBackTooLate() {
        shop.meanwhile = () -> operations.clock().pass(Duration.ofMinutes(2));
        Outcome outcome =
                operations.ask(TestRequest.of("place", new Order("tea", 2)).within(Duration.ofMinutes(1)));
        assertThat(outcome.ending()).isEqualTo(Ending.EXPIRED);
        assertThat(outcome.fault()).isEqualTo("expired");
    }

    @Test
    void expiresWhatFailsUntilItsDeadline() {
        shop.failures = 9;
        Outcome outcome =
                operations.ask(TestRequest.of("place", new Order("tea", 2)).within(Duration.ofSeconds(3)));
        assertThat(outcome.ending()).isEqualTo(Ending.EXPIRED);
        assertThat(outcome.attempts()).isEqualTo(2);
    }

    @Test
    void takesTurns() {
        Talk talk = operations.converse("talk");
        assertThat(talk.turn(new Said("a")).reply(Said.class).what()).isEqualTo("a");
        assertThat(talk.isOver()).isFalse();
        assertThat(talk.turn(new Said("bye")).reply(Said.class).what()).isEqualTo("abye");
        assertThat(talk.isOver()).isTrue();
        assertThatThrownBy(() -> talk.turn(new Said("b"))).hasMessageContaining("over");
    }

    @Test
    void saysWhatIsWrongWithAnOperation() {
        assertThatThrownBy(() -> OperationsUnderTest.of(new Wrong()))
                .hasMessageContaining("must take nothing, (Request), (Exchange)")
                .hasMessageContaining("returns java.lang.String");
    }
}
