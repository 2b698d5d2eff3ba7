package dev.parley.it.http;

import static dev.parley.it.client.Samples.BOOK_COURIER;
import static dev.parley.it.client.Samples.courier;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinePassesIT extends HttpTest {

    DeadlinePassesIT(ParleyServer server) {
        super(server);
    }

    @Test
    void endsTheConversationAndTheWorkOfTheOperationNeverShows() {
        String key = fresh("key");
        Instant sent = Instant.now();

        HttpAnswer accepted = alice.operation(BOOK_COURIER)
                .body(courier(8))
                .key(key)
                .query("deadline", "PT2S")
                .send();
        HttpAnswer ended = alice.awaitFinal(accepted.location());

        assertThat(ended.conversationStatus()).isEqualTo("EXPIRED");
        assertThat(ended.json().path("fault").path("type").asText()).isEqualTo("urn:parley:fault:expired");
        assertThat(Duration.between(sent, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(1_900));
        await("no effect, and no other end")
                .during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(12))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> effects(key) == 0
                        && alice.call(accepted.location())
                                .send()
                                .conversationStatus()
                                .equals("EXPIRED"));
    }
}
