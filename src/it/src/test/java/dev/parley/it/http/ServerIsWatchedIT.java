package dev.parley.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import org.junit.jupiter.api.Test;

class ServerIsWatchedIT extends HttpTest {

    ServerIsWatchedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void describesItself() {
        HttpAnswer openapi =
                alice.call(server.http().resolve(ServerNames.OPENAPI)).send();

        assertThat(openapi.status()).isEqualTo(200);
        assertThat(openapi.text()).contains("/operations/{", "/conversations/{");
    }

    @Test
    void saysThatItIsReady() {
        HttpAnswer ready =
                alice.call(server.management().resolve(ServerNames.READY)).send();

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("status").asText()).isEqualTo("UP");
    }
}
