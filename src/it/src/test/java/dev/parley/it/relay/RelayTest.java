package dev.parley.it.relay;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;

/** What the tests of mailboxes share: bob, who polls; alice, who may send to him; olga, who operates. */
@OnSharedServer
abstract class RelayTest {

    final ParleyServer server;
    final HttpParticipant alice;
    final HttpParticipant bob;
    final HttpParticipant olga;
    /** Bob's, not defined yet. */
    final Mailbox mailbox;

    RelayTest(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
        mailbox = bob.mailbox(fresh("mail"));
    }

    /** Bob's mailbox, as he defines it, as alice sees it. */
    Mailbox openToAlice(Object... namesAndValues) {
        Object[] all = new Object[namesAndValues.length + 2];
        all[0] = "senders";
        all[1] = new String[] {"alice"};
        System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
        return mailbox.define(all).seenBy(alice);
    }

    static HttpAnswer assertThatItIsRefused(int status, String problem, HttpCall call) {
        HttpAnswer refused = call.send();
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:parley:fault:" + problem);
        assertThat(refused.json().path("status").asInt()).isEqualTo(status);
        assertThat(refused.json().path("title").asText()).isNotBlank();
        assertThat(refused.json().path("detail").asText()).isNotBlank();
        return refused;
    }
}
