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

    private static final String TOO_LATE = BOOK_COURIER + " came back after the deadline";

    DeadlinePassesIT(ParleyServer server) {
        super(server);
    }

    @Test
    void endsTheConversationAndTheWorkOfTheOperationNeverShows() {
        String key = fresh("key");
        int before = server.logged(TOO_LATE).size();
        Instant sent = Instant.now();

        HttpAnswer accepted = alice.operation(BOOK_COURIER)
                .body(courier(6))
                .key(key)
                .query("deadline", "PT3S")
                .send();
        HttpAnswer ended = alice.awaitFinal(accepted.location());

        assertThat(ended.conversationStatus()).isEqualTo("EXPIRED");
        assertThat(ended.json().path("fault").path("type").asText()).isEqualTo("urn:parley:fault:expired");
        assertThat(Duration.between(sent, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(2900));
        await("the operation coming back")
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.logged(TOO_LATE).size() > before);
        await("no effect")
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> effects(key) == 0);
        assertThat(alice.call(accepted.location()).send().conversationStatus()).isEqualTo("EXPIRED");
    }
}
