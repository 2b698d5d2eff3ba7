package dev.parley.it.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

/** What the tests of slips share: alice, who orders them; bob, whom they do not concern; olga, who operates. */
@OnSharedServer
abstract class SlipTest {

    /** A step that reserves two lamps, and can be undone. */
    static final String STOCK = "{\"operation\":\"reserve-stock\",\"arguments\":{\"item\":{\"$\":\"/variables/item\"},"
            + "\"quantity\":2},\"as\":\"stock\"}";

    /** A step that cannot be done: there are no unicorns. */
    static final String UNICORN =
            "{\"operation\":\"reserve-stock\",\"arguments\":{\"item\":\"unicorn\",\"quantity\":1}}";

    /** A flight that nobody takes back. */
    static final String FLIGHT =
            "{\"operation\":\"book-flight\",\"arguments\":{\"traveller\":\"Ada\",\"to\":\"Rome\",\"fare\":\"basic\"}}";

    final ParleyServer server;
    final HttpParticipant alice;
    final HttpParticipant bob;
    final HttpParticipant olga;
    final JmsParticipant jms;

    SlipTest(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
        jms = JmsParticipant.core(server, server.alice());
    }

    @AfterEach
    void disconnect() {
        jms.close();
    }

    /** An order of a slip that is kept, or not. */
    static String order(boolean kept, String... steps) {
        return "{\"kept\":" + kept + ",\"variables\":{\"item\":\"lamp\"},\"itinerary\":[" + String.join(",", steps)
                + "]}";
    }

    /** Sends a slip on its way that is kept; its id. */
    String start(String... steps) {
        HttpAnswer accepted = alice.slips().body(order(true, steps)).send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return accepted.json().path("slip").asText();
    }

    /** The slip as soon as it has this status. */
    JsonNode await(String id, String status) {
        return Awaitility.await(id + " " + status)
                .atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> alice.slip(id).send().json(),
                        slip -> slip.path("status").asText().equals(status));
    }

    /** What is in its log, as act and operation. */
    static List<String> log(JsonNode slip) {
        List<String> log = new ArrayList<>();
        slip.path("log")
                .forEach(e -> log.add(
                        e.path("act").asText() + " " + e.path("operation").asText()));
        return log;
    }

    static String type(JsonNode problem) {
        return problem.path("type").asText().replace("urn:parley:fault:", "");
    }

    static HttpAnswer assertThatItIsRefused(int status, String problem, HttpCall call) {
        HttpAnswer refused = call.send();
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(type(refused.json())).isEqualTo(problem);
        return refused;
    }
}
