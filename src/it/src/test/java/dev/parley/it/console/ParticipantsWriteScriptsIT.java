package dev.parley.it.console;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Asked;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts that do something wherever they are taken for markup, or for an address, in each field that a participant may
 * write: whoever looks at them in the console, an operator too, sees them as they are.
 */
class ParticipantsWriteScriptsIT extends ConsoleTest {

    private static final String SCRIPT = "<img src=/stolen onerror=alert(1)><script>alert(2)</script>'\"`${alert(3)}";
    private static final String SEEN = "<script>alert(2)</script>";
    private static final String UNFOLDED = "(document.querySelectorAll('details').forEach(d => { d.open = true; }), ";

    ParticipantsWriteScriptsIT(ParleyServer server) {
        super(server);
    }

    @Test
    void inARequestAndItsId() {
        String id = answered(alice.operation(PLACE_ORDER)
                .key("<b onmouseover=alert(4)>" + fresh("key"))
                .body(Json.object("customer", SCRIPT, "item", SCRIPT, "quantity", 1))
                .prefer("wait=10"));

        see("#/conversations/" + id + "?message=1", SEEN);
        see("#/conversations?operation=" + PLACE_ORDER, "onmouseover");
        see("#/directory/" + PLACE_ORDER, "Try it");
    }

    @Test
    void inAnAttributeAndAReason() {
        String process = fresh("process");
        HttpAnswer defined = olga.process(process)
                .put("{\"attributes\":{\"customer\":{\"$\":\"/request/customer\"}},\"steps\":[{\"name\":\"wait\","
                        + "\"wait\":\"PT1H\"}]}")
                .send();
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
        String id = answered(alice.operation(process).body(Json.object("customer", SCRIPT)));
        HttpAnswer cancelled = alice.call(server.http().resolve("/parley/v1/conversations/" + id + "/cancel"))
                .body(Json.object("reason", SCRIPT))
                .send();
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(202);

        see("#/conversations/" + id, SEEN);
        see("#/conversations?process=" + process + "&attribute.customer=" + encoded(SCRIPT), process);
        see("#/processes/" + process, process);
    }

    @Test
    void inAMail() {
        Mailbox mailbox = bob.mailbox(fresh("mail")).define("senders", new String[] {"alice"}, "maxDeliveries", 1);
        for (int i = 0; i < 2; i++) {
            mailbox.seenBy(alice)
                    .sendOnly(Mailbox.message(
                            "messageId",
                            i + SCRIPT,
                            "type",
                            SCRIPT,
                            "group",
                            i + SCRIPT,
                            "correlationId",
                            SCRIPT,
                            "body",
                            Map.of(SCRIPT, SCRIPT)));
        }
        giveBack(mailbox);

        see("#/mailboxes/" + mailbox.name(), "max-deliveries");
        see("#/mailboxes", mailbox.name());
    }

    /** Its operation, what it says and whatever headers it has; its reason has some of it in it. */
    @Test
    void inAMessageThatIsParked() {
        String correlationId = fresh("correlation");
        try (JmsParticipant alone = JmsParticipant.core(server, server.alice())) {
            alone.send(JmsRequest.to(SCRIPT)
                    .text(Json.object(SCRIPT, SCRIPT))
                    .messageId(correlationId + SCRIPT)
                    .property("ContentType", SCRIPT)
                    .exchange("in-only")
                    .correlationId(correlationId)
                    .withoutReplyAddress());
        }
        DeadMessages.awaitReason(server, correlationId);
        String letter = StreamSupport.stream(
                        olga.deadLetters("")
                                .query("operation", SCRIPT)
                                .send()
                                .json()
                                .path("deadLetters")
                                .spliterator(),
                        false)
                .filter(found -> found.path("correlationId").asText().equals(correlationId))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();

        see("#/dead-letters?operation=" + encoded(SCRIPT), SEEN);
        see("#/dead-letters?show=" + encoded(letter), "Headers");
        see("#/now", "Now");
    }

    @Test
    void inAFaultOfAProvider() {
        String operation = fresh("quote");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("paul"))) {
            HttpAnswer entered = olga.operation(operation)
                    .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"timeout\":\"PT10M\"}")
                    .send();
            assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
            String id = answered(alice.operation(operation).body("{}"));
            Asked asked = paul.next();

            paul.fault(
                    asked,
                    Json.object("type", SCRIPT, "title", SCRIPT, "status", 409, "detail", SCRIPT, SCRIPT, SCRIPT));

            assertThat(alice.awaitFinal(alice.conversationAt(id)).conversationStatus())
                    .isEqualTo("FAULTED");
            see("#/conversations/" + id, SEEN);
            see("#/conversations?operation=" + operation, operation);
        }
    }

    @Test
    void inWhoMayHoldAResource() {
        Pool pool = alice.pool(fresh("pool")).define("capacity", 1, "holders", List.of("alice", SCRIPT));
        pool.hold();

        see("#/pools/" + pool.name(), SEEN);
        see("#/pools", pool.name());
    }

    /** A browser makes the mailbox itself of {@code DELETE …/mailboxes/mine/dead/..}. */
    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "%2e%2E", "../..?reason=x"})
    void inANameThatABrowserTakesForAWayUp(String name) {
        String call = "import('/parley/console/lib/api.js').then(api => api.call('DELETE', 'mailboxes/mine/dead/" + name
                + "')).then(() => 'called', e => e.message)";

        assertThat(tab.evaluate(call).asText()).startsWith("A browser takes the name . or ..");
    }

    @Test
    void inAnEventAndItsSchema() {
        Topic topic = alice.topic(fresh("topic"))
                .define(
                        "publishers",
                        List.of("bob", SCRIPT),
                        "subscribers",
                        List.of("alice", SCRIPT),
                        "schema",
                        Map.of("description", SCRIPT),
                        "key",
                        "/key");
        topic.subscribe(
                "orders",
                "to",
                "operation:" + PLACE_ORDER,
                "from",
                "beginning",
                "filter",
                Map.of("$", "/data/text", "is", SCRIPT));
        topic.seenBy(bob).publish("key", SCRIPT, "text", SCRIPT);

        see("#/topics/" + topic.name(), SEEN);
        see("#/topics", topic.name());
    }

    @Test
    void inTheVariablesOfASlip() {
        String slip = alice.slips()
                .body(Json.object(
                        "kept",
                        true,
                        "variables",
                        Map.of(SCRIPT, SCRIPT),
                        "itinerary",
                        List.of(Map.of("operation", PLACE_ORDER, "arguments", Json.parse(order(SCRIPT))))))
                .send()
                .json()
                .path("slip")
                .asText();

        alice.awaitFinal(alice.conversationAt(slip));

        see("#/conversations/" + slip, SEEN);
        see("#/slips", PLACE_ORDER);
    }

    @Test
    void inALinkThatSomebodySent() {
        see("#/conversations/" + encoded(SCRIPT), "Not");
        see(
                "#/conversations?operation=" + encoded(SCRIPT) + "&" + encoded(SCRIPT) + "=" + encoded(SCRIPT),
                "Conversations");
        see("#/stuck?process=" + encoded(SCRIPT), "Stuck");
        see("#/directory/" + encoded(SCRIPT), "There is no operation");
        see("#/mailboxes/..", "There is no such page.");
        see("#/" + encoded(SCRIPT), "There is no such page.");

        assertThat(tab.wrong()).as("what is not there, and nothing else").allMatch(w -> w.contains("\"network\""));
        tab.forget();
    }

    /** Opens a page, unfolds all that is folded until a text is seen, and looks for elements that nobody has drawn. */
    private void see(String fragment, String text) {
        tab.open(console(fragment));
        tab.await(UNFOLDED + "document.body.innerText.includes(" + Json.text(text) + "))");
        tab.await("!document.querySelector('[aria-busy]')");
        assertThat(tab.evaluate("document.querySelectorAll('#console img, #console script, #console [onerror],"
                                + " #console [onmouseover]').length")
                        .asInt())
                .as(fragment)
                .isZero();
    }

    /** Has what comes next received, and given back. */
    private static void giveBack(Mailbox mailbox) {
        HttpAnswer givenBack =
                mailbox.lock(mailbox.next()).patch(Json.object("lock", "PT0S")).send();
        assertThat(givenBack.status()).as(givenBack.toString()).isEqualTo(204);
    }
}
