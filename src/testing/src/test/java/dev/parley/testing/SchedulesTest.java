package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.Answer;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.RequestOptions;
import dev.parley.Requester;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class SchedulesTest {

    private static final int SCHEDULES = 200;

    public record Reserve(@NotBlank String play) {}

    public record Reserved(String play, int left) {}

    public record Price(int amount) {}

    /** Seats in a table: what the database promises is all it needs. */
    private static final class Seats {

        private final TestTable<String, Integer> left;
        private final TestTable<String, String> kept;

        Seats(TestTable<String, Integer> left, TestTable<String, String> kept) {
            this.left = left;
            this.kept = kept;
        }

        @Operation("reserve")
        Reserved reserve(Reserve request, Exchange exchange) throws Fault {
            int seats = left.find(request.play()).orElse(0);
            if (seats == 0) {
                throw new Fault("sold-out", "There is none left.");
            }
            left.put(request.play(), seats - 1);
            kept.put(exchange.conversationId(), request.play());
            return new Reserved(request.play(), seats - 1);
        }
    }

    /** Seats in a field, which no transaction takes back. */
    private static final class SeatsInMemory {

        private final TestTable<String, String> log;
        private int taken;

        SeatsInMemory(TestTable<String, String> log) {
            this.log = log;
        }

        @Operation("reserve")
        Reserved reserve(Reserve request, Exchange exchange) {
            taken++;
            log.put(exchange.messageId(), request.play());
            return new Reserved(request.play(), 10 - taken);
        }
    }

    /** Asks for a price, and keeps what came of it. */
    private static final class Quotes {

        private final Requester requester;
        private final TestTable<String, String> prices;

        Quotes(Requester requester, TestTable<String, String> prices) {
            this.requester = requester;
            this.prices = prices;
        }

        @Operation("want")
        void want(Reserve request, Exchange exchange) {
            requester.request("quote", request, "quoted", RequestOptions.DEFAULT.withState(exchange.messageId()));
        }

        @Operation("quoted")
        void quoted(Answer<Price> answer, Exchange exchange) {
            String price = answer.reply() == null
                    ? "none"
                    : String.valueOf(answer.reply().amount());
            prices.put(answer.state() + " by " + exchange.messageId(), price);
        }
    }

    /** As in the project that the archetype makes. */
    private static final Schedules IN_A_TABLE = Schedules.of(stage -> {
        TestTable<String, Integer> left = stage.table("seats");
        TestTable<String, String> kept = stage.table("reservations");
        left.put("Hamlet", 3);
        stage.serve(new Seats(left, kept));
        List<StagedRequest> requests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            requests.add(stage.ask("reserve", new Reserve("Hamlet")));
        }
        stage.expect("three of five have a seat", () -> {
            assertThat(requests).filteredOn(StagedRequest::isReplied).hasSize(3);
            assertThat(left.all()).containsExactly(0);
            assertThat(kept.all()).hasSize(3);
        });
    });

    private static final Schedules IN_A_FIELD = Schedules.of(stage -> {
        SeatsInMemory seats = new SeatsInMemory(stage.table("log"));
        stage.serve(seats);
        stage.ask("reserve", new Reserve("Hamlet"));
        stage.ask("reserve", new Reserve("Hamlet"));
        stage.expect("a seat is taken once", () -> assertThat(seats.taken).isEqualTo(2));
    });

    @Test
    void findNothingWrongWithWhatIsInTables() {
        IN_A_TABLE.explore(SCHEDULES);
    }

    @Test
    void findWhatIsNotTakenBack() {
        Throwable thrown = catchThrowable(() -> IN_A_FIELD.explore(SCHEDULES));
        assertThat(thrown)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of 200 schedules something is not as expected. The shortest:")
                .hasMessageContaining("a seat is taken once: ")
                .hasMessageContaining("alice asks");

        Matcher seed = Pattern.compile("play\\((\\d+)\\)").matcher(thrown.getMessage());
        assertThat(seed.find()).isTrue();
        assertThatThrownBy(() -> IN_A_FIELD.play(Long.parseLong(seed.group(1))))
                .hasMessageContaining("a seat is taken once: ");
    }

    @Test
    void refuseWhatParleyRefuses() {
        Schedules.of(stage -> {
                    stage.serve(new Seats(stage.table("seats"), stage.table("reservations")));
                    StagedRequest wrong = stage.ask("reserve", "{}");
                    StagedRequest none = stage.ask("reserve", new Reserve("Macbeth"));
                    stage.expect("one is refused, one is sold out", () -> {
                        assertThat(wrong.outcome()).map(Outcome::fault).contains("body-invalid");
                        assertThat(none.outcome()).map(Outcome::fault).contains("sold-out");
                    });
                })
                .explore(50);
    }

    @Test
    void havePricesOfProvidersWhateverTheyDo() {
        explorePrices("7", providers -> providers.replyTwice("quote", new Price(7), new Price(7)));
        explorePrices("8", providers -> providers.replyAfter("quote", Duration.ofSeconds(20), new Price(8)));
        explorePrices("none", providers -> providers.staySilent("quote"));
        explorePrices("none", providers -> providers.fault("quote", "unknown-play", "Nobody plays it."));
    }

    private static void explorePrices(String price, Consumer<Providers> script) {
        Schedules.of(stage -> {
                    TestTable<String, String> prices = stage.table("prices");
                    script.accept(stage.providers());
                    stage.serve(new Quotes(stage.providers(), prices));
                    stage.ask("want", new Reserve("Hamlet"));
                    stage.ask("want", new Reserve("Macbeth"));
                    stage.expect(
                            "each has one price", () -> assertThat(prices.all()).containsExactly(price, price));
                    stage.expect(
                            "each is asked for once",
                            () -> assertThat(stage.providers().asked("quote")).isEqualTo(2));
                })
                .explore(100);
    }

    @Test
    void turnsAreConversedWith() {
        Schedules asked = Schedules.of(stage -> {
            stage.serve(new OperationsUnderTestTest.Shop());
            stage.ask("talk", "{}");
        });
        assertThatThrownBy(() -> asked.explore(1)).hasMessage("talk takes turns: converse with it");
        Schedules talked = Schedules.of(stage -> {
            stage.serve(new OperationsUnderTestTest.Shop());
            stage.converse("place", "{}");
        });
        assertThatThrownBy(() -> talked.explore(1)).hasMessage("There is no operation that takes turns: place");
    }
}
