package dev.parley.it.console;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.Map;
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
                .define("publishers", List.of("bob"), "schema", Map.of("description", SCRIPT), "key", "/key");
        topic.subscribe("orders", "to", "operation:" + PLACE_ORDER, "from", "beginning");
        topic.seenBy(bob).publish("key", SCRIPT, "text", SCRIPT);

        see("#/topics/" + topic.name(), "orders");
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
                        List.of(Map.of("operation", PLACE_ORDER, "arguments", Json.parse(order())))))
                .send()
                .json()
                .path("slip")
                .asText();

        alice.awaitFinal(alice.conversationAt(slip));

        see("#/conversations/" + slip, "Variables");
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

    /** Opens a page, waits for a text, unfolds all that is folded, and looks for elements that nobody has drawn. */
    private void see(String fragment, String text) {
        tab.open(console(fragment));
        tab.awaitText(text);
        tab.await("!document.querySelector('[aria-busy]')");
        tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
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
