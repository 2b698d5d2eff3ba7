package dev.parley.it.crash;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.share.InShares;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The broker can drop the consumers of a queue, and tells nobody: health says so, and new consumers take what waits.
 */
@InShares(seconds = 50)
class ConsumersAreTakenAwayIT {

    private static ParleyServer server;

    @BeforeAll
    static void start() {
        server = ParleyServer.fresh("consumers").with(Probe.archive());
        server.start();
    }

    @AfterAll
    static void end() {
        server.kill();
    }

    @Timeout(240)
    @ParameterizedTest
    @ValueSource(strings = {ServerNames.REQUESTS, ServerNames.REPLIES})
    void healthSaysSoAndTheListenersBeginAgain(String queue) {
        HttpParticipant olga = new HttpParticipant(server, server.olga());
        String replies = freshReplyQueue("alice");
        new Probe(server).dropConsumers(queue);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.send(JmsRequest.to(PLACE_ORDER).replyTo(replies).text(order()));
            awaitHealth(olga, 503);
            awaitHealth(olga, 200);
            assertThat(alice.listen(replies).next().kind()).isEqualTo("Reply");
        }
    }

    private static void awaitHealth(HttpParticipant olga, int status) {
        await("health is " + status)
                .atMost(Duration.ofSeconds(90))
                .until(() -> olga.call(server.management().resolve(ServerNames.READY))
                                .send()
                                .status()
                        == status);
    }
}
