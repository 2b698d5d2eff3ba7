package dev.parley.it.provider;

import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderSpeaksAnotherProtocolIT extends ProviderTest {

    ProviderSpeaksAnotherProtocolIT(ParleyServer server) {
        super(server);
    }

    @Test
    void answersOverAmqp() {
        try (JmsProvider petra = JmsProvider.amqp(server, freshProviderQueue("petra"))) {
            enter("{\"queue\":\"" + petra.queue() + "\"}", PATIENT);
            alice.send(request());

            petra.reply(petra.next(), "{\"price\":12}");

            assertThat(alice.replies().next().text()).isEqualTo("{\"price\":12}");
        }
    }

    @Test
    void answersOverStomp() throws IOException {
        String queue = freshProviderQueue("petra");
        try (StompParticipant petra = new StompParticipant(server, server.paul())) {
            petra.subscribe(ServerNames.QUEUE_PREFIX + queue);
            enter("{\"queue\":\"" + queue + "\"}", PATIENT);
            alice.send(request());
            var asked = petra.expect("MESSAGE").headers();

            petra.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REPLIES,
                    Map.of("correlation-id", asked.get("correlation-id"), "Kind", "Reply"),
                    "{\"price\":12}");

            assertThat(alice.replies().next().text()).isEqualTo("{\"price\":12}");
        }
    }
}
