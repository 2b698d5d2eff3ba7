package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.Json;
import dev.parley.it.client.Race;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Commands to a process, a slip or a gathering at once, each with each, and with what its steps are answered: one comes
 * after the other, neither waits for long or fails, and all of it ends.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class CommandsMeetInstancesIT extends ProcessTest {

    private static final String REASON = Json.object("reason", "to see what comes of it");

    CommandsMeetInstancesIT(ParleyServer server) {
        super(server);
    }

    /** A command that comes as a message, whose requester waits for what comes of it. */
    private static HttpCall message(Instance to, String command) {
        return to.participant()
                .operation("parley.command")
                .query("conversation", to.id())
                .body(command)
                .prefer("wait=5");
    }

    private List<Instance> started(int count) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            instances.add(start());
        }
        return instances;
    }

    private List<HttpCall> ofThoseThatRun(Instance hers) {
        Instance operated = hers.seenBy(olga);
        return List.of(
                hers.command("cancel", null),
                message(hers, Json.object("command", "cancel")),
                operated.command("pause", REASON),
                operated.command("resume", REASON));
    }

    /** With each other, and with the reply of whom their step has asked. */
    @Test
    void thatWait() {
        enterPaul("PT10M");
        define(steps(quoted(), STOCK));
        List<Instance> all = new ArrayList<>();

        Race.eachWithEach(() -> {
            Instance instance = start();
            all.add(instance);
            paul.reply(nextToQuote(), "{}");
            return ofThoseThatRun(instance);
        });

        Awaitility.await("the end of all").atMost(Duration.ofSeconds(60)).until(() -> {
            paul.poll(Duration.ofMillis(50)).ifPresent(this::undone);
            return all.stream().allMatch(this::hasEnded);
        });
    }

    /** Those that were cancelled before have theirs undone meanwhile. */
    private Asked nextToQuote() {
        Asked asked = paul.next();
        while (asked.operation().equals(unquote)) {
            undone(asked);
            asked = paul.next();
        }
        return asked;
    }

    private void undone(Asked asked) {
        paul.reply(asked, "{\"outcome\":\"nothing-to-undo\"}");
    }

    private boolean hasEnded(Instance instance) {
        if (instance.view().path("paused").asBoolean()) {
            instance.seenBy(olga).command("resume", REASON).send();
        }
        return isFinal(instance.self().send().conversationStatus());
    }

    private static boolean isFinal(String status) {
        return List.of("SUCCEEDED", "FAULTED", "COMPENSATED", "EXPIRED", "CANCELLED")
                .contains(status);
    }

    private static List<HttpCall> ofThoseThatAreStuck(Instance operated) {
        String etag = operated.step("flight").path("etag").asText();
        return List.of(
                settling(operated, etag, "retry", REASON),
                settling(operated, etag, "skip", REASON),
                settling(operated, etag, "resolve", Json.object("reason", "r", "reply", Json.parse("{}"))),
                settling(operated, etag, "replace", Json.object("reason", "r", "operation", "give-voucher")),
                message(operated, Json.object("command", "skip", "step", "flight", "etag", etag, "reason", "r")),
                operated.command("cancel", Json.object("reason", "r", "force", true)),
                operated.command("pause", REASON),
                operated.command("resume", REASON));
    }

    private static HttpCall settling(Instance operated, String etag, String command, String body) {
        return operated.command("flight", command, body).header("If-Match", etag);
    }

    @Test
    void thatAreStuck() {
        define(steps(STOCK, FLIGHT, UNICORN));
        List<Instance> all = started(Race.things(8));
        all.forEach(instance -> instance.await("STUCK"));
        Iterator<Instance> each = all.iterator();

        Race.eachWithEach(() -> ofThoseThatAreStuck(each.next().seenBy(olga)));

        all.forEach(this::seenTo);
    }

    /** Whatever stands there now is written off. */
    private void seenTo(Instance instance) {
        Instance operated = instance.seenBy(olga);
        Awaitility.await("the end of " + instance.id())
                .atMost(Duration.ofSeconds(45))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (isFinal(operated.self().send().conversationStatus())) {
                        return true;
                    }
                    operated.command("resume", REASON).send();
                    String etag = operated.step("flight").path("etag").asText();
                    settling(operated, etag, "skip", REASON).send();
                    return false;
                });
    }

    private static String slipOf(String... steps) {
        return "{\"kept\":true,\"itinerary\":[" + String.join(",", steps) + "]}";
    }

    private List<HttpCall> ofSlips(String id) {
        String etag = olga.slip(id).send().header("ETag").orElseThrow();
        return List.of(
                olga.slip(id + "/retry").header("If-Match", etag).body(REASON),
                olga.slip(id + "/skip").header("If-Match", etag).body(REASON),
                alice.operation("parley.slip.undo")
                        .body("{\"reply\":" + Json.object("slip", id) + "}")
                        .prefer("wait=1"),
                alice.call(URI.create(alice.conversationAt(id) + "/cancel")).body(""));
    }

    /** A flight that cannot be taken back, because of a unicorn that is not there. */
    @Test
    void slipsThatAreStuck() {
        String order = slipOf(
                "{\"operation\":\"book-flight\",\"arguments\":{\"traveller\":\"Ada\",\"to\":\"Rome\",\"fare\":\"basic\"}}",
                "{\"operation\":\"reserve-stock\",\"arguments\":{\"item\":\"unicorn\",\"quantity\":1}}");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Race.things(4); i++) {
            HttpAnswer accepted = alice.slips().body(order).send();
            assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
            all.add(accepted.json().path("slip").asText());
        }
        all.forEach(id -> awaitSlip(id, "STUCK"));
        Iterator<String> each = all.iterator();

        Race.eachWithEach(() -> ofSlips(each.next()));

        all.forEach(this::seenToSlip);
    }

    private void awaitSlip(String id, String status) {
        Awaitility.await(id)
                .atMost(Duration.ofSeconds(45))
                .until(() -> slip(id).path("status").asText().equals(status));
    }

    private JsonNode slip(String id) {
        return olga.slip(id).send().json();
    }

    private void seenToSlip(String id) {
        Awaitility.await("the end of " + id)
                .atMost(Duration.ofSeconds(45))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    HttpAnswer seen = olga.slip(id).send();
                    if (isFinal(seen.json().path("status").asText())) {
                        return true;
                    }
                    olga.slip(id + "/skip")
                            .header("If-Match", seen.header("ETag").orElseThrow())
                            .body(REASON)
                            .send();
                    return false;
                });
    }

    /** Replies of all who are asked, a repetition, and cancels. */
    @Test
    void gatherings() {
        String other = fresh("other");
        enterPaul("PT10M");
        try (JmsProvider petra = new JmsProvider(server, freshProviderQueue("petra"))) {
            HttpAnswer entered = olga.operation(other)
                    .put("{\"provider\":{\"queue\":\"" + petra.queue() + "\"}}")
                    .send();
            assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
            String order = "{\"to\":{\"operations\":[\"" + quote + "\",\"" + other
                    + "\"]},\"request\":{\"item\":\"lamp\"},\"take\":\"least:/price\",\"losers\":\"cancel\"}";
            for (int round = 0; round < 10; round++) {
                String key = fresh("gather");
                HttpCall asking = alice.operation("parley.gather").key(key).body(order);
                HttpAnswer gathered = asking.send();
                assertThat(gathered.status()).as(gathered.toString()).isEqualTo(202);
                Asked one = paul.next();
                Asked two = petra.next();
                HttpCall cancel =
                        alice.call(URI.create(gathered.location() + "/cancel")).body("");

                Race.together(
                        () -> {
                            petra.reply(two, "{\"price\":7}");
                            paul.reply(one, "{\"price\":9}");
                        },
                        cancel,
                        asking,
                        cancel);

                String end = alice.awaitFinal(gathered.location()).conversationStatus();
                assertThat(end).isIn("SUCCEEDED", "CANCELLED");
            }
        }
    }
}
