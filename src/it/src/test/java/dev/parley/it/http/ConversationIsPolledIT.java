package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConversationIsPolledIT extends HttpTest {

    ConversationIsPolledIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isNotSentAgainIfItHasNotChanged() {
        HttpAnswer accepted = alice.operation(PLACE_ORDER).body(order()).send();
        HttpAnswer ended = alice.awaitFinal(accepted.location());
        String tag = ended.header("ETag").orElseThrow();

        HttpAnswer again =
                alice.call(accepted.location()).header("If-None-Match", tag).send();

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).contains(tag);
    }

    @Test
    void saysWhenToAskAgainWhileItGoesOn() {
        HttpAnswer accepted = bookCourier(2);

        HttpAnswer running = alice.call(accepted.location()).send();

        assertThat(running.status()).isEqualTo(200);
        assertThat(running.conversationStatus()).isIn("ACCEPTED", "RUNNING");
        assertThat(running.header("Retry-After").orElse("")).matches("\\d+");
        assertThat(running.header("ETag")).isPresent();
    }

    @WaitingTest
    void isAnsweredWhenItChangesIfTheCallerPrefersToWait() {
        HttpAnswer accepted = bookCourier(2);
        Instant begin = Instant.now();

        HttpAnswer answer = alice.call(accepted.location()).send();
        int polls = 0;
        while (!answer.conversationStatus().equals("SUCCEEDED") && polls++ < 5) {
            answer = alice.call(accepted.location())
                    .header("If-None-Match", answer.header("ETag").orElseThrow())
                    .prefer("wait=20")
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }

        assertThat(answer.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @WaitingTest
    void isAnsweredWithNothingNewWhenTheTimeIsOver() {
        HttpAnswer accepted = bookCourier(5);
        // It changes once more when its operation begins; after that not for five seconds.
        HttpAnswer running = await().atMost(Duration.ofSeconds(30))
                .until(() -> alice.call(accepted.location()).send(), a -> a.conversationStatus()
                        .equals("RUNNING"));
        String tag = running.header("ETag").orElseThrow();
        Instant begin = Instant.now();

        HttpAnswer answer = alice.call(accepted.location())
                .header("If-None-Match", tag)
                .prefer("wait=1")
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(304);
        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }
}
