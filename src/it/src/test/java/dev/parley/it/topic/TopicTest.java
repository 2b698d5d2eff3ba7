package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Topic;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;

/** What the tests of topics share: alice, whose topic it is; bob, who subscribes; olga, who operates. */
@OnSharedServer
abstract class TopicTest {

    static final String[] ANYBODY = {"*"};

    /** How long nothing comes where nothing is to come. */
    static final Duration MOMENT = Duration.ofMillis(300);

    final ParleyServer server;
    final HttpParticipant alice;
    final HttpParticipant bob;
    final HttpParticipant olga;
    /** Alice's, not defined yet. */
    final Topic topic;

    TopicTest(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
        topic = alice.topic(fresh("topic"));
    }

    /** A topic that everybody may publish to and subscribe to. */
    Topic open() {
        return topic.define("publishers", ANYBODY, "subscribers", ANYBODY);
    }

    static HttpAnswer assertThatItIsRefused(int status, String problem, HttpCall call) {
        HttpAnswer refused = call.send();
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:parley:fault:" + problem);
        assertThat(refused.json().path("detail").asText()).isNotBlank();
        return refused;
    }
}
