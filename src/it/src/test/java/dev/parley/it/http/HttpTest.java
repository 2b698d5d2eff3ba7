package dev.parley.it.http;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Samples;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;

/** What the tests over HTTP share. */
@OnSharedServer
abstract class HttpTest {

    final ParleyServer server;
    final HttpParticipant alice;
    final HttpParticipant bob;
    final HttpParticipant olga;

    HttpTest(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
    }

    int effects(String messageId) {
        return Samples.effects(olga, messageId);
    }

    /** A conversation that goes on for so long. */
    HttpAnswer bookCourier(int seconds) {
        return alice.operation(Samples.BOOK_COURIER)
                .body(Samples.courier(seconds))
                .send();
    }
}
