package dev.parley.it.nodes;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Pool;
import dev.parley.it.probe.PoolRows;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pool is one, whichever node is asked, and whichever of them asks holders. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.H2, seconds = 80)
class GrantsOnTwoNodesIT extends NodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CAPACITY = 7;
    private static final int WISHES = 40;
    private static final String LONG = "PT1H";

    private final Pool here;
    private final Pool there;

    GrantsOnTwoNodesIT(Nodes nodes) {
        super(nodes);
        here = alice(nodes.first()).pool(fresh("pool"));
        there = alice(nodes.second()).pool(here.name());
    }

    @Test
    void bothTogetherGrantNoMoreThanThereIs() {
        here.define("capacity", CAPACITY, "pingEvery", LONG, "pingTimeout", LONG, "pressure", 1);
        List<CompletableFuture<HttpAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < WISHES; i++) {
            answers.add((i % 2 == 0 ? here : there).request("pingTo", "none").sendLater());
        }

        List<Integer> statuses =
                answers.stream().map(answer -> answer.join().status()).toList();

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(CAPACITY);
        new PoolRows(probe(), here).assertThatTheyAgree();
    }

    @Test
    void whatIsGivenBackHereIsHandedOnToWhoWaitsThere() {
        here.define("capacity", 1, "pingEvery", LONG, "pingTimeout", LONG);
        String held = here.hold("pingTo", "none").path("grantId").asText();
        HttpAnswer accepted = there.request("pingTo", "none", "wait", "PT10M").send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);

        here.release(held);

        String waited = accepted.json().path("grantId").asText();
        await("the grant is handed on")
                .atMost(PATIENCE)
                .until(() -> there.view(waited).path("status").asText().equals("HELD"));
    }

    /** Asked by whichever node comes first, and only once at a time. */
    @Test
    void whoIsAskedByOneAnswersTheOther() {
        here.define("capacity", CAPACITY, "pingEvery", "PT1S", "pingTimeout", LONG);
        String grant = here.hold("pingTo", "none").path("grantId").asText();
        for (int i = 0; i < 4; i++) {
            Pool asked = i % 2 == 0 ? there : here;
            JsonNode ping = await("a ping")
                    .atMost(PATIENCE)
                    .until(() -> asked.view(grant).path("ping"), seen -> seen.has("pingId"));
            HttpAnswer kept =
                    asked.answer(grant, "confirm", ping.path("pingId").asText()).send();
            assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        }
        new PoolRows(probe(), here).assertThatTheyAgree();
    }

    @Test
    void theOneThatIsLeftGoesOnAsking() {
        here.define("capacity", CAPACITY, "pingEvery", "PT1S", "pingTimeout", "PT2S", "pingAttempts", 1);
        nodes.second().kill();
        try {
            String silent = here.hold("pingTo", "none").path("grantId").asText();

            await("the silent holder loses it")
                    .atMost(PATIENCE)
                    .until(() -> here.grant(silent).send().status() == 410);
        } finally {
            nodes.second().start();
        }
        assertThat(there.view().path("held").asInt()).isZero();
    }
}
