package dev.parley.it.jms;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Samples;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.AfterEach;

/** What the tests over JMS share: alice, connected, and somebody who can look into the database. */
@OnSharedServer
abstract class JmsTest {

    final ParleyServer server;
    final JmsParticipant alice;
    final HttpParticipant olga;

    JmsTest(ParleyServer server) {
        this.server = server;
        alice = JmsParticipant.core(server, server.alice());
        olga = new HttpParticipant(server, server.olga());
    }

    @AfterEach
    void disconnect() {
        alice.close();
    }

    int effects(String messageId) {
        return Samples.effects(olga, messageId);
    }
}
