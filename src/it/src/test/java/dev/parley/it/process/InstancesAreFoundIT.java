package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.Instance;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instances are found by where they stand, and why. */
class InstancesAreFoundIT extends ProcessTest {

    InstancesAreFoundIT(ParleyServer server) {
        super(server);
    }

    private List<String> found(String name, String value) {
        HttpCall call = olga.conversations().query("process", process).query(name, value);
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("conversations").findValuesAsText("conversationId");
    }

    private List<String> waitsFor() {
        HttpAnswer answer = olga.conversations().query("process", process).send();
        return answer.json().path("conversations").findValuesAsText("waitsFor");
    }

    @Test
    void byTheirAge() {
        define(steps("{\"name\":\"night\",\"wait\":\"PT1H\"}"));
        Instance old = start();
        assertThat(found("older", "PT1H")).isEmpty();
        await("it is older than that").atMost(Duration.ofSeconds(30)).until(() -> found("older", "PT3S")
                .contains(old.id()));
        Instance young = start();

        Duration age = Duration.between(begun(old), Instant.now());

        assertThat(found("older", age.toString())).containsExactly(old.id());
        assertThat(found("older", "PT0.001S")).containsExactly(young.id(), old.id());
        assertThatItIsRefused(400, "parameter-invalid", olga.conversations().query("older", "yesterday"));
        old.command("cancel", null).send();
        young.command("cancel", null).send();
    }

    private static Instant begun(Instance instance) {
        return Instant.parse(instance.self().send().json().path("createdAt").asText());
    }

    @Test
    void byVersionStepAndFault() {
        define(steps(STOCK, "{\"name\":\"night\",\"wait\":\"PT1H\"}"));
        Instance asleep = start().await("night", "RUNNING");
        define(steps(STOCK, FLIGHT, UNICORN));
        Instance stuck = start().await("STUCK");

        assertThat(found("version", "1")).containsExactly(asleep.id());
        assertThat(found("version", "2")).containsExactly(stuck.id());
        assertThat(found("step", "night")).containsExactly(asleep.id());
        assertThat(found("step", "flight")).containsExactly(stuck.id());
        assertThat(found("fault", "out-of-stock")).containsExactly(stuck.id());
        assertThat(found("fault", "none-such")).isEmpty();

        assertThat(waitsFor())
                .as("newest first")
                .satisfiesExactly(
                        newest -> assertThat(newest)
                                .startsWith("Step flight waits for somebody to see to it (not-refundable)"),
                        oldest -> assertThat(oldest)
                                .startsWith("Step night waits for its time since ")
                                .contains(", until "));

        stuck.seenBy(olga).settle("flight", "skip", "reason", "nobody takes it back");
        stuck.end();
        assertThat(found("step", "flight")).isEmpty();
        assertThat(found("fault", "out-of-stock")).containsExactly(stuck.id());
        assertThatItIsRefused(400, "parameter-invalid", olga.conversations().query("version", "newest"));
        asleep.command("cancel", null).send();
    }
}
