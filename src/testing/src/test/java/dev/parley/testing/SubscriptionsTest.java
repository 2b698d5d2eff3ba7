package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.Requester;
import dev.parley.Subscribe;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods that subscribe to topics. */
class SubscriptionsTest {

    public record Sold(@Min(1) int amount) {}

    private final Providers providers = new Providers();
    private final Shop shop = new Shop(providers);

    @SuppressWarnings("unused")
    private static final class Shop {

        private final Requester requester;
        private final List<String> done = new ArrayList<>();
        private int failures;

        Shop(Requester requester) {
            this.requester = requester;
        }

        @Operation("sell")
        void sell(Sold sold) throws Fault {
            requester.publish("sold", sold);
            if (sold.amount() > 99) {
                throw new IllegalStateException("the till is full");
            }
        }

        @Subscribe(topic = "sold", name = "billing")
        void bill(Sold sold, Exchange exchange) {
            if (failures-- > 0) {
                throw new IllegalStateException("the printer is away");
            }
            done.add("billed " + sold.amount() + " at attempt " + exchange.attempt());
        }

        @Subscribe(topic = "sold", name = "mail")
        void mail(Sold sold) {
            done.add("mailed " + sold.amount());
        }
    }

    @Test
    void areCalledWithWhatIsPublished() {
        OperationsUnderTest operations = OperationsUnderTest.of(shop);
        shop.failures = 1;
        assertThat(operations.publish("sold", new Sold(3)))
                .extracting(Outcome::ending)
                .containsExactly(Outcome.Ending.REPLIED, Outcome.Ending.REPLIED);
        assertThat(shop.done).containsExactly("billed 3 at attempt 2", "mailed 3");
    }

    @Test
    void areNotCalledWithWhatTheyDoNotTake() {
        OperationsUnderTest operations = OperationsUnderTest.of(shop);
        assertThat(operations.publish("sold", new Sold(0)))
                .extracting(Outcome::fault)
                .containsOnly("body-invalid");
        assertThat(shop.done).isEmpty();
    }

    @Test
    void areCalledWithWhatAnOperationPublishesIfItSucceeds() {
        OperationsUnderTest operations =
                OperationsUnderTest.of(shop).with(providers).withAttempts(1);
        operations.ask("sell", new Sold(100));
        assertThat(shop.done).isEmpty();
        operations.ask("sell", new Sold(5));
        assertThat(shop.done).containsExactly("billed 5 at attempt 1", "mailed 5");
        assertThat(operations.continuations()).hasSize(2);
    }

    @Test
    void areFoundByTheirTopic() {
        assertThatThrownBy(() -> OperationsUnderTest.of(shop).publish("bought", new Sold(3)))
                .hasMessage("No method subscribes to 'bought'; there are subscriptions of [sold]");
    }

    @Test
    void areCalledOnceInEachSchedule() {
        Schedules.of(stage -> {
                    TestTable<String, Integer> bills = stage.table("bills");
                    stage.serve(new Till(stage.providers()), new Billing(bills));
                    StagedRequest request = stage.ask("sell", new Sold(3));
                    stage.expect("it is billed once", () -> {
                        assertThat(request.isReplied()).isTrue();
                        assertThat(bills.find("sold")).contains(3);
                    });
                })
                .explore(200);
    }

    @SuppressWarnings("unused")
    private record Till(Requester requester) {

        @Operation("sell")
        void sell(Sold sold) {
            requester.publish("sold", sold);
        }
    }

    @SuppressWarnings("unused")
    private record Billing(TestTable<String, Integer> bills) {

        @Subscribe(topic = "sold", name = "billing")
        void bill(Sold sold) {
            bills.put("sold", sold.amount() + bills.find("sold").orElse(0));
        }
    }
}
