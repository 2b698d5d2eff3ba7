package dev.parley.it.jms;

import static dev.parley.it.client.Samples.BOOK_COURIER;
import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.courier;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequesterGoesAwayIT extends JmsTest {

    RequesterGoesAwayIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isDisturbingNobodyAndItsRequestIsDone() {
        String slow = fresh("message");
        String quick = fresh("message");
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            bob.send(JmsRequest.to(BOOK_COURIER).text(courier(1)).messageId(slow));
            bob.send(JmsRequest.to(PLACE_ORDER).text(order()).messageId(quick));
        }

        for (int i = 0; i < 20; i++) {
            assertThat(alice.ask(JmsRequest.to(PLACE_ORDER).text(order())).kind())
                    .isEqualTo("Reply");
        }
        await("both were done")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> effects(slow) == 1 && effects(quick) == 1);
    }
}
