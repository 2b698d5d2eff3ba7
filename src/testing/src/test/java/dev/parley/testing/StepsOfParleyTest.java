package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.CompensatedBy;
import dev.parley.Operation;
import dev.parley.Subscribe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps of processes that Parley itself serves: {@code gather}, {@code publish} and {@code slip}. */
class StepsOfParleyTest {

    public record Item(String name) {}

    public record Price(int amount) {}

    public record Page(String document) {}

    private final Providers providers = new Providers();
    private final Shop shop = new Shop();
    private final ProcessesUnderTest processes = ProcessesUnderTest.of(shop).with(providers);

    @SuppressWarnings("unused")
    private static final class Shop {

        private final List<String> done = new ArrayList<>();

        @Operation("quote-dear")
        Price dear(Item item) {
            return new Price(9);
        }

        @Operation("quote-cheap")
        Price cheap(Item item) {
            return new Price(2);
        }

        @Subscribe(topic = "sold", name = "billing")
        void bill(Price price) {
            done.add("billed " + price.amount());
        }

        @Subscribe(topic = "sold", name = "mail")
        void mail(Price price) {
            done.add("mailed " + price.amount());
        }

        @Subscribe(topic = "wanted", name = "market")
        Price offer(Item item) {
            return new Price(4);
        }

        @Operation("check")
        Page check(Page page) {
            done.add("checked " + page.document());
            return page;
        }

        @Operation("stamp")
        @CompensatedBy("unstamp")
        Page stamp(Page page) {
            done.add("stamped " + page.document());
            return page;
        }

        @Operation("unstamp")
        void unstamp(Page page) {
            done.add("unstamped " + page.document());
        }
    }

    private static String gather(String to) {
        return "{\"steps\": [{\"name\": \"offers\", \"gather\": {\"to\": " + to
                + ", \"request\": {\"$\": \"/request\"}, \"take\": \"least:/amount\"}}],"
                + " \"reply\": {\"$\": \"/steps/offers/reply/taken/reply\"}}";
    }

    @Test
    void operationsAreAskedAndTheirAnswersGathered() {
        processes.define("buy", gather("{\"operations\": [\"quote-dear\", \"quote-cheap\"]}"));
        Instance buy = processes.begin("buy", new Item("tea"));
        assertThat(buy.status()).isEqualTo("SUCCEEDED");
        assertThat(buy.outcome().orElseThrow().reply(Price.class)).isEqualTo(new Price(2));
    }

    @Test
    void aProviderMayBeAmongThemAndTakeItsTime() {
        providers.replyAfter("quote-slow", Duration.ofSeconds(10), new Price(1));
        processes.define("buy", gather("{\"operations\": [\"quote-slow\", \"quote-cheap\"]}"));
        Instance buy = processes.begin("buy", new Item("tea"));
        assertThat(buy.steps()).containsExactly(entry("offers", "RUNNING"));
        processes.pass(Duration.ofSeconds(10));
        assertThat(buy.outcome().orElseThrow().reply(Price.class)).isEqualTo(new Price(1));
    }

    @Test
    void allProvidersOfOneAreAsked() {
        providers.reply("quote", new Price(5));
        processes.define("buy", gather("{\"operation\": \"quote\", \"providers\": \"all\"}"));
        Instance buy = processes.begin("buy", new Item("tea"));
        assertThat(buy.outcome().orElseThrow().reply(Price.class)).isEqualTo(new Price(5));
    }

    @Test
    void thoseWhoSubscribeAreAsked() {
        processes.define("buy", gather("{\"topic\": \"wanted\"}"));
        Instance buy = processes.begin("buy", new Item("tea"));
        assertThat(buy.outcome().orElseThrow().reply(Price.class)).isEqualTo(new Price(4));
        assertThat(providers.asked())
                .extracting(Asked::operation, Asked::body)
                .containsExactly(tuple("wanted", "{\"name\":\"tea\"}"));
    }

    @Test
    void whatIsPublishedReachesTheMethodsThatSubscribe() {
        processes.define(
                "sell",
                "{\"steps\": [{\"name\": \"tell\", \"publish\": {\"topic\": \"sold\", \"event\": {\"$\":"
                        + " \"/request\"}}}], \"reply\": {\"topic\": {\"$\": \"/steps/tell/reply/topic\"}}}");
        Instance sell = processes.begin("sell", new Price(3));
        processes.pass(Duration.ofSeconds(1));
        assertThat(sell.outcome()).map(Outcome::body).contains("{\"topic\":\"sold\"}");
        assertThat(shop.done).containsExactlyInAnyOrder("billed 3", "mailed 3");
        assertThat(providers.asked("sold")).isEqualTo(1);
    }

    @Test
    void soDoesWhatATestPublishes() {
        processes.publish("sold", new Price(7)).pass(Duration.ofSeconds(1));
        assertThat(shop.done).containsExactlyInAnyOrder("billed 7", "mailed 7");
    }

    private static String slip(String next) {
        return "{\"steps\": [{\"name\": \"file\", \"slip\": {\"variables\": {\"document\": {\"$\":"
                + " \"/request/document\"}}, \"itinerary\": [{\"operation\": \"check\", \"arguments\": {\"document\":"
                + " {\"$\": \"/variables/document\"}}, \"as\": \"checked\"}, {\"operation\": \"stamp\", \"arguments\":"
                + " {\"$\": \"/variables/checked\"}}]}}" + next
                + "], \"reply\": {\"$\": \"/steps/file/reply/variables/checked\"}}";
    }

    @Test
    void aSlipTravelsItsRoute() {
        processes.define("archive", slip(""));
        Instance archive = processes.begin("archive", new Page("d-1"));
        processes.pass(Duration.ofMinutes(1));
        assertThat(archive.status()).isEqualTo("SUCCEEDED");
        assertThat(shop.done).containsExactly("checked d-1", "stamped d-1");
        assertThat(archive.outcome().orElseThrow().reply(Page.class)).isEqualTo(new Page("d-1"));
    }

    @Test
    void aSlipGoesBackIfItsProcessIsUndone() {
        providers.fault("pay", "card-refused", "No.");
        processes.define("archive", slip(", {\"name\": \"pay\", \"operation\": \"pay\"}"));
        Instance archive = processes.begin("archive", new Page("d-1"));
        processes.pass(Duration.ofMinutes(1));
        assertThat(archive.status()).isEqualTo("COMPENSATED");
        assertThat(shop.done).containsExactly("checked d-1", "stamped d-1", "unstamped d-1");
        assertThat(archive.steps()).containsEntry("file", "COMPENSATED");
    }
}
