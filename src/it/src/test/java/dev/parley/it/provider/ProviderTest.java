package dev.parley.it.provider;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.AfterEach;

/** What the tests of providers share: alice, who asks; paul, who provides; olga, who enters him into the directory. */
@OnSharedServer
abstract class ProviderTest {

    /** Patience of a second, and no long pauses. */
    static final String QUICK =
            "\"timeout\":\"PT1S\",\"retry\":{\"attempts\":3,\"backoff\":\"PT0.2S\",\"multiplier\":2,\"maximum\":\"PT1S\",\"jitter\":0.5}";

    /** More patience than any test has. */
    static final String PATIENT = "\"timeout\":\"PT10M\"";

    final ParleyServer server;
    final JmsParticipant alice;
    final HttpParticipant http;
    final HttpParticipant olga;
    final JmsProvider paul;
    final String operation = fresh("quote");

    ProviderTest(ParleyServer server) {
        this.server = server;
        alice = JmsParticipant.core(server, server.alice());
        http = new HttpParticipant(server, server.alice());
        olga = new HttpParticipant(server, server.olga());
        paul = new JmsProvider(server, freshProviderQueue("paul"));
    }

    @AfterEach
    void disconnect() {
        alice.close();
        paul.close();
    }

    /** Makes paul the provider, on these terms. */
    void enter(String terms) {
        enter("{\"queue\":\"" + paul.queue() + "\"}", terms);
    }

    void enter(String provider, String terms) {
        var answer = olga.operation(operation)
                .put("{\"provider\":" + provider + "," + terms + "}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    JmsRequest request() {
        return JmsRequest.to(operation).text(Json.object("item", "lamp"));
    }
}
