package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.Answer;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.RequestOptions;
import dev.parley.Requester;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    public record Item(String name) {}

    public record Price(int amount) {}

    private final Providers providers = new Providers();
    private final Orders orders = new Orders(providers);
    private final OperationsUnderTest operations =
            OperationsUnderTest.of(orders).with(providers);

    @SuppressWarnings("unused")
    private static final class Orders {

        private final Requester requester;
        private final List<String> prices = new ArrayList<>();
        private int failures;
        private boolean waits;

        Orders(Requester requester) {
            this.requester = requester;
        }

        @Operation("order")
        Item order(Item item) throws Fault {
            if (waits) {
                requester.call("quote", item, Price.class, RequestOptions.DEFAULT, Duration.ofSeconds(1));
            }
            RequestOptions terms = RequestOptions.DEFAULT.withState(item.name()).withDeadline(Duration.ofMinutes(10));
            requester.request("quote", item, "quoted", terms);
            requester.publish("orders", item);
            if (failures-- > 0) {
                throw new IllegalStateException("the database is away");
            }
            if (item.name().equals("gold")) {
                throw new Fault("too-dear", "Nobody buys that.");
            }
            return item;
        }

        @Operation("quoted")
        void quoted(Answer<Price> answer) {
            prices.add(answer.state() + " "
                    + (answer.reply() == null
                            ? answer.fault().getString("type")
                            : answer.reply().amount()));
        }
    }

    @BeforeEach
    void quote() {
        providers.reply("quote", new Price(3));
    }

    @Test
    void replyAtOnce() {
        operations.ask("order", new Item("tea"));
        assertThat(orders.prices).containsExactly("tea 3");
        assertThat(operations.continuations()).extracting(Outcome::ending).containsExactly(Outcome.Ending.REPLIED);
        assertThat(providers.asked())
                .extracting(Asked::operation, Asked::body)
                .containsExactly(tuple("quote", "{\"name\":\"tea\"}"), tuple("orders", "{\"name\":\"tea\"}"));
    }

    @Test
    void replyLater() {
        providers.replyAfter("quote", Duration.ofMinutes(5), new Price(4));
        operations.ask("order", new Item("tea"));
        assertThat(operations.pass(Duration.ofMinutes(4)).continuations()).isEmpty();
        operations.pass(Duration.ofMinutes(4));
        assertThat(orders.prices).containsExactly("tea 4");
        assertThat(operations.clock().instant()).isEqualTo("2026-01-31T12:08:00Z");
    }

    @Test
    void areHeardOnceIfTheyReplyTwice() {
        providers.replyTwice("quote", new Price(4), new Price(5));
        operations.ask("order", new Item("tea"));
        operations.pass(Duration.ofDays(1));
        assertThat(orders.prices).containsExactly("tea 4");
    }

    @Test
    void answerWithAFault() {
        providers.fault("quote", "unknown-item", "There is no such thing.");
        operations.ask("order", new Item("tea"));
        assertThat(orders.prices).containsExactly("tea urn:parley:fault:unknown-item");
    }

    @Test
    void expireIfTheyStaySilent() {
        providers.staySilent("quote");
        operations.ask("order", new Item("tea"));
        operations.pass(Duration.ofMinutes(9));
        assertThat(orders.prices).isEmpty();
        operations.pass(Duration.ofMinutes(1));
        assertThat(orders.prices).containsExactly("tea urn:parley:fault:expired");
    }

    @Test
    void areAskedOnceByWhatIsTriedAgain() {
        orders.failures = 2;
        operations.ask("order", new Item("tea"));
        assertThat(providers.asked("quote")).isEqualTo(1);
    }

    @Test
    void areAskedByWhatAnswersWithAFaultButNotByWhatFails() {
        operations.ask("order", new Item("gold"));
        assertThat(providers.asked("quote")).isEqualTo(1);
        orders.failures = 9;
        operations.ask("order", new Item("milk"));
        assertThat(providers.asked("quote")).isEqualTo(1);
    }

    @Test
    void areNotWaitedForInAnOperation() {
        orders.waits = true;
        assertThat(operations.withAttempts(1).ask("order", new Item("tea")).failure())
                .hasMessageContaining("use request");
    }

    @Test
    void areWaitedForOutside() {
        assertThat(providers
                        .call("quote", new Item("tea"), Price.class, RequestOptions.DEFAULT, Duration.ofSeconds(1))
                        .toCompletableFuture()
                        .join()
                        .reply())
                .isEqualTo(new Price(3));
        providers.staySilent("quote");
        assertThat(providers.call("quote", new Item("tea"), Price.class, RequestOptions.DEFAULT, Duration.ofSeconds(1)))
                .isCompletedExceptionally();
    }

    @Test
    void areToBeThere() {
        assertThatThrownBy(() -> providers.send("weigh", new Item("tea")))
                .hasMessageContaining("There is no provider of 'weigh' in this test");
    }

    @Test
    void noteWhatIsDoneToProcesses() {
        String order = providers.start("fulfil-order", new Item("tea"));
        providers.tell("fulfil-order", "paid", new Price(3), order);
        providers.tell("fulfil-order", "paid", new Price(4));
        providers.cancel(order, "closed");
        assertThat(providers.asked())
                .extracting(Asked::operation, Asked::body, Asked::about)
                .containsExactly(
                        tuple("fulfil-order", "{\"name\":\"tea\"}", null),
                        tuple("fulfil-order.paid", "{\"amount\":3}", order),
                        tuple("fulfil-order.paid", "{\"amount\":4}", null),
                        tuple("parley.command", "{\"command\":\"cancel\",\"reason\":\"closed\"}", order));
    }
}
