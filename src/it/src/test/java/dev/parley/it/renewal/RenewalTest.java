package dev.parley.it.renewal;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Pool;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;

/** What the tests of pools share: alice, who defines one; alice and bob, who hold of it; olga, who operates. */
@OnSharedServer
abstract class RenewalTest {

    /** Longer than any test. */
    static final String LONG = "PT1H";

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final ParleyServer server;
    final HttpParticipant alice;
    final HttpParticipant bob;
    final HttpParticipant olga;
    /** Alice's, not defined yet. */
    final Pool pool;

    RenewalTest(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
        pool = alice.pool(fresh("pool"));
    }

    /** A pool of so many, where nobody is asked before the test is over, unless somebody waits. */
    Pool quiet(int capacity) {
        return pool.define("capacity", capacity, "pingEvery", LONG, "pingTimeout", LONG, "pressure", 1);
    }

    /** A pool of so many, where holders are asked at once, and have time to answer. */
    Pool asking(int capacity) {
        return pool.define("capacity", capacity, "pingEvery", "PT1S", "pingTimeout", LONG);
    }

    /** The grant once it is held. */
    static JsonNode awaitHeld(Pool of, String id) {
        return await("grant " + id + " is held")
                .atMost(PATIENCE)
                .until(() -> of.view(id), grant -> grant.path("status").asText().equals("HELD"));
    }

    /** The ping of a grant once its holder is asked. */
    static JsonNode awaitPing(Pool of, String id) {
        return await("the holder of " + id + " is asked")
                .atMost(PATIENCE)
                .until(() -> of.view(id), grant -> grant.has("ping"))
                .path("ping");
    }

    /** What is said of a grant once it has ended. */
    static JsonNode awaitEnd(Pool of, String id) {
        return await("the end of grant " + id)
                .atMost(PATIENCE)
                .until(() -> of.grant(id).send(), answer -> answer.status() == 410)
                .json();
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

    /** The counters of a pool are exact. */
    void assertThatCounts(int held, int waiting) {
        JsonNode view = pool.view();
        assertThat(view.path("held").asInt(-1)).as(view.toString()).isEqualTo(held);
        assertThat(view.path("waiting").asInt(-1)).as(view.toString()).isEqualTo(waiting);
    }
}
