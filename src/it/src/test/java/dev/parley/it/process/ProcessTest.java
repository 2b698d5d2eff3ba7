package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.Json;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import jakarta.jms.JMSException;
import org.junit.jupiter.api.AfterEach;

/**
 * What the tests of processes share: olga, who defines them; alice, who asks for them; bob, whom it does not concern;
 * paul, who provides what the EAR does not, and undoes it.
 */
@OnSharedServer
abstract class ProcessTest {

    /** A step that reserves two lamps, and can be undone. */
    static final String STOCK =
            "{\"name\":\"stock\",\"operation\":\"reserve-stock\",\"input\":{\"item\":\"lamp\",\"quantity\":2}}";

    /** A step that takes the payment with the card of the request. */
    static final String PAY = "{\"name\":\"pay\",\"operation\":\"take-payment\",\"input\":{\"orderId\":\"7\","
            + "\"amount\":12.5,\"card\":{\"$\":\"/request/card\"}}}";

    /** A step that cannot be done: there are no unicorns. */
    static final String UNICORN =
            "{\"name\":\"unicorn\",\"operation\":\"reserve-stock\",\"input\":{\"item\":\"unicorn\",\"quantity\":1}}";

    /** A flight that nobody takes back. */
    static final String FLIGHT = "{\"name\":\"flight\",\"operation\":\"book-flight\",\"input\":{\"traveller\":\"Ada\","
            + "\"to\":\"Rome\",\"fare\":\"basic\"}}";

    final ParleyServer server;
    final HttpParticipant alice;
    final HttpParticipant bob;
    final HttpParticipant olga;
    final JmsProvider paul;
    final String process = fresh("process");
    /** What paul does. */
    final String quote = fresh("quote");
    /** How paul undoes it. */
    final String unquote = fresh("unquote");

    ProcessTest(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
        paul = new JmsProvider(server, freshProviderQueue("paul"));
    }

    @AfterEach
    void disconnect() {
        paul.close();
    }

    /** Makes paul the provider of both of his operations, who may take so long. */
    void enterPaul(String timeout) {
        for (String operation : new String[] {quote, unquote}) {
            String entry = "{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"timeout\":\"" + timeout
                    + "\",\"retry\":{\"attempts\":1}}";
            HttpAnswer answer = olga.operation(operation).put(entry).send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }
    }

    /** A step that paul does. */
    String quoted() {
        return "{\"name\":\"quote\",\"operation\":\"" + quote + "\",\"input\":{\"item\":\"lamp\"},\"compensation\":\""
                + unquote + "\"}";
    }

    static String steps(String... steps) {
        return "{\"steps\":[" + String.join(",", steps) + "]}";
    }

    /** The step, with another member. */
    static String with(String step, String name, String json) {
        return step.substring(0, step.length() - 1) + ",\"" + name + "\":" + json + "}";
    }

    JsonNode define(String definition) {
        return define(process, definition);
    }

    JsonNode define(String name, String definition) {
        HttpAnswer answer = olga.process(name).put(definition).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    /** Asks for the process with a card that is good. */
    Instance start() {
        return start(Json.object("card", "5100000000000001"));
    }

    Instance start(String request) {
        HttpAnswer accepted = alice.operation(process).body(request).send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return new Instance(alice, accepted.location());
    }

    /** An instance whose flight is to be undone, and cannot. */
    Instance stuck() {
        define(steps(STOCK, FLIGHT, UNICORN));
        return start().await("STUCK").seenBy(olga);
    }

    static String type(JsonNode problem) {
        return problem.path("type").asText().replace("urn:parley:fault:", "");
    }

    /** A property that is a text; "null" if it is not there. */
    static String property(Asked asked, String name) {
        try {
            return String.valueOf(asked.message().getStringProperty(name));
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    static HttpAnswer assertThatItIsRefused(int status, String problem, HttpCall call) {
        HttpAnswer refused = call.send();
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(type(refused.json())).isEqualTo(problem);
        assertThat(refused.json().path("detail").asText()).isNotBlank();
        return refused;
    }
}
