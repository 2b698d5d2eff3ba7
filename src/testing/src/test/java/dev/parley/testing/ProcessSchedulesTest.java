package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.Process;
import dev.parley.Steps;
import dev.parley.Undo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class ProcessSchedulesTest {

    private static final int SCHEDULES = 200;

    public record Order(String item) {}

    public record Reserved(String item) {}

    /** Takes from the stock, asks for the money, and puts back what is not paid for. */
    private static final class Shop {

        private final TestTable<String, Integer> stock;
        private final boolean undoes;

        Shop(TestTable<String, Integer> stock, boolean undoes) {
            this.stock = stock;
            this.undoes = undoes;
        }

        @Process("order")
        Steps order(Steps.Of<Order> order) {
            var reserve = order.step("reserve", "reserve", Reserved.class);
            var pay = order.step("pay", "pay", Reserved.class).compensatedBy("refund");
            return order.then(reserve).then(pay).reply(o -> o.reply(reserve));
        }

        @Operation("reserve")
        @CompensatedBy("put-back")
        Reserved reserve(Order order) throws Fault {
            int left = stock.find(order.item()).orElse(0);
            if (left == 0) {
                throw new Fault("sold-out", "There is none left.");
            }
            stock.put(order.item(), left - 1);
            return new Reserved(order.item());
        }

        @Operation("put-back")
        void putBack(Undo<Order, Reserved> undo, Exchange exchange) {
            if (undoes) {
                String item = undo.request().item();
                stock.put(item, stock.find(item).orElse(0) + 1);
            }
        }
    }

    @Test
    void whatIsPaidForIsSoldOnce() {
        Schedules.of(stage -> {
                    TestTable<String, Integer> stock = stage.table("stock");
                    stock.put("lamp", 2);
                    stage.providers().reply("refund", null).reply("pay", new Reserved("lamp"));
                    stage.serve(new Shop(stock, true));
                    List<Instance> orders = List.of(
                            stage.instance(stage.ask("order", new Order("lamp"))),
                            stage.instance(stage.ask("order", new Order("lamp"))),
                            stage.instance(stage.ask("order", new Order("lamp"))));
                    stage.expect("two are sold", () -> assertThat(stock.all()).containsExactly(0));
                    stage.expect("the third one was told", () -> assertThat(orders)
                            .extracting(Instance::status)
                            .containsExactlyInAnyOrder("SUCCEEDED", "SUCCEEDED", "FAULTED"));
                })
                .explore(SCHEDULES);
    }

    @Test
    void whatIsNotPaidForIsPutBack() {
        Schedules.of(stage -> {
                    TestTable<String, Integer> stock = stage.table("stock");
                    stock.put("lamp", 2);
                    stage.providers().reply("refund", null).fault("pay", "card-refused", "No.");
                    stage.serve(new Shop(stock, true));
                    StagedRequest order = stage.ask("order", new Order("lamp"));
                    stage.expect(
                            "it is there again", () -> assertThat(stock.all()).containsExactly(2));
                    stage.expect("it was undone", () -> {
                        assertThat(stage.instance(order).status()).isEqualTo("COMPENSATED");
                        assertThat(order.outcome()).map(Outcome::fault).contains("process-compensated");
                    });
                })
                .explore(SCHEDULES);
    }

    @Test
    void silenceIsUndoneToo() {
        Schedules.of(stage -> {
                    stage.lasting(Duration.ofMinutes(30));
                    TestTable<String, Integer> stock = stage.table("stock");
                    stock.put("lamp", 2);
                    stage.providers().reply("refund", null).staySilent("pay");
                    stage.serve(new Shop(stock, true));
                    StagedRequest order = stage.ask("order", new Order("lamp"));
                    stage.expect(
                            "it is there again", () -> assertThat(stock.all()).containsExactly(2));
                    stage.expect(
                            "the money goes back, if it was taken",
                            () -> assertThat(stage.providers().asked("refund")).isEqualTo(1));
                })
                .explore(SCHEDULES);
    }

    @Test
    void aCompensationThatDoesNothingIsFound() {
        Throwable thrown = catchThrowable(() -> Schedules.of(stage -> {
                    TestTable<String, Integer> stock = stage.table("stock");
                    stock.put("lamp", 2);
                    stage.providers().reply("refund", null).fault("pay", "card-refused", "No.");
                    stage.serve(new Shop(stock, false));
                    stage.ask("order", new Order("lamp"));
                    stage.expect(
                            "it is there again", () -> assertThat(stock.all()).containsExactly(2));
                })
                .explore(20));
        assertThat(thrown)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("In 20 of 20 schedules something is not as expected. The shortest:")
                .hasMessageContaining("it is there again: ")
                .hasMessageContaining("a provider of pay is asked");
    }
}
