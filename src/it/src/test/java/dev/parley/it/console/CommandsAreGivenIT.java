package dev.parley.it.console;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each command that the console offers does what it says, given by the keyboard. */
class CommandsAreGivenIT extends ConsoleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    CommandsAreGivenIT(ParleyServer server) {
        super(server);
    }

    @Test
    void aStuckStepIsSkippedWithAReason() {
        String id = stuck(define());
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person: pay is stuck with card-declined");

        press("skip");
        giveReason("seen in a browser");

        tab.awaitText("Succeeded within");
        assertThat(olga.messages(id).send().text()).contains("seen in a browser");
    }

    @Test
    void stuckStepsAreSkippedTogetherAfterADryRun() {
        String process = define();
        String first = stuck(process);
        String second = stuck(process);
        tab.open(console("#/stuck?process=" + process));
        tab.awaitText(process + " · pay · card-declined");

        press("skip 2 …");
        tab.awaitText("2 of 2 can have it now.");
        giveReason("both");

        tab.awaitText("2 of 2: 2 done, 0 refused.");
        assertThat(status(first)).isEqualTo("SUCCEEDED");
        assertThat(status(second)).isEqualTo("SUCCEEDED");
    }

    @Test
    void conversationsThatWereSelectedAreCancelledTogether() {
        String process = define();
        stuck(process);
        stuck(process);
        tab.open(console("#/conversations?process=" + process));
        tab.await("document.querySelectorAll('[data-row]').length === 2");

        tab.press("j", "x", "j", "x");
        press("cancel …");
        tab.awaitText("2 of 2 can have it now.");
        press("cancel 2");

        tab.awaitText("2 of 2: 2 done, 0 refused.");
    }

    /** A flight that nobody takes back, before a step that cannot be done. */
    @Test
    void aStuckSlipIsSkipped() {
        String id = alice.slips()
                .body(
                        "{\"kept\":true,\"itinerary\":[{\"operation\":\"book-flight\",\"arguments\":{\"traveller\":\"Ada\","
                                + "\"to\":\"Rome\",\"fare\":\"basic\"}},{\"operation\":\"reserve-stock\",\"arguments\":"
                                + "{\"item\":\"unicorn\",\"quantity\":1}}]}")
                .send()
                .json()
                .path("slip")
                .asText();
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person");

        press("skip");
        giveReason("a voucher was given");

        tab.awaitText("Undone after");
    }

    @Test
    void anInstanceIsPausedAndResumed() {
        String id = stuck(define());
        tab.open(console("#/conversations/" + id));

        press("pause");
        giveReason("lunch");
        press("resume");
        giveReason("lunch is over");

        tab.awaitText("resume · lunch is over");
        tab.awaitText("pause · lunch");
    }

    @Test
    void aDeadLetterIsSentToAnotherOperation() {
        String operation = fresh("operation");
        park(operation);
        tab.open(console("#/dead-letters?operation=" + operation));
        tab.awaitText("operation-unknown");
        tab.evaluate("[...document.querySelectorAll('h2 ~ .scroll a')][0].focus()");
        tab.press("Enter");

        press("edit and send");
        fill("body", Json.object("customer", "Ada", "item", "lamp", "quantity", 1));
        fill("operation", PLACE_ORDER);
        giveReason("the other name");

        tab.awaitText("There are no dead letters.");
        tab.awaitText("SENT ");
    }

    @Test
    void aDeadLetterIsDropped() {
        String operation = fresh("operation");
        park(operation);
        tab.open(console("#/dead-letters?operation=" + operation));
        tab.awaitText("operation-unknown");
        tab.evaluate("[...document.querySelectorAll('h2 ~ .scroll a')][0].focus()");
        tab.press("Enter");

        press("drop");
        giveReason("nobody wants it");

        tab.awaitText("There are no dead letters.");
    }

    @Test
    void anOperationIsTriedWithAFormOfItsSchema() {
        String process = fresh("process");
        HttpAnswer defined = olga.process(process)
                .put("{\"input\":{\"type\":\"object\",\"required\":[\"customer\"],\"properties\":{\"customer\":"
                        + "{\"type\":\"string\"},\"amount\":{\"type\":\"number\"}}},\"steps\":[{\"name\":\"wait\","
                        + "\"wait\":\"PT1H\"}]}")
                .send();
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
        tab.open(console("#/directory/" + process));

        fill("customer", "ada");
        fill("amount", "12.5");
        tab.press("Enter");

        tab.await("document.querySelector('main [role=status] a')");
        String id = tab.evaluate("document.querySelector('main [role=status] a').innerText")
                .asText();
        assertThat(olga.messages(id).send().json().path("messages").path(0).path("body"))
                .isEqualTo(Json.parse("{\"customer\":\"ada\",\"amount\":12.5}"));
    }

    @Test
    void theFormOfAMethodHasTheFieldsOfItsRequest() {
        tab.open(console("#/directory/" + PLACE_ORDER));

        tab.await("document.querySelector('input[name=customer][required]')");
        tab.await("document.querySelector('input[name=quantity][type=number]')");
    }

    @Test
    void aSubscriptionIsPausedAndResumedAndReplayed() {
        Topic topic = alice.topic(fresh("topic")).define();
        bob.mailbox(topic.name()).define("senders", new String[] {"alice"});
        topic.subscribe("audit", "to", "mailbox:" + topic.name(), "from", "beginning");
        topic.publish("n", 1);
        topic.await("audit", view -> view.path("delivered").asInt() == 1);
        tab.open(console("#/topics/" + topic.name()));

        press("pause");
        press("pause", "dialog[open]");
        tab.awaitText("PAUSED");
        press("resume");
        press("resume", "dialog[open]");
        tab.awaitText("ACTIVE");
        press("replay");
        press("replay", "dialog[open]");

        topic.await("audit", view -> view.path("delivered").asInt() == 2);
    }

    @Test
    void aGrantIsTakenAway() {
        Pool pool = olga.pool(fresh("pool"));
        assertThat(pool.self()
                        .put("{\"capacity\":1,\"holders\":[\"alice\"]}")
                        .send()
                        .status())
                .isEqualTo(201);
        pool.seenBy(alice).hold();
        tab.open(console("#/pools/" + pool.name()));

        press("release");
        press("release", "dialog[open]");

        tab.awaitText("REVOKED");
    }

    @Test
    void aDeadMailIsPutBack() {
        Mailbox mailbox = bob.mailbox(fresh("mail")).define("maxDeliveries", 1);
        mailbox.send("\"tea\"");
        mailbox.lock(mailbox.next()).patch(Json.object("lock", "PT0S")).send();
        await("the dead mail")
                .atMost(PATIENCE)
                .until(() -> mailbox.view().path("dead").asInt() == 1);
        tab.open(console("#/mailboxes/" + mailbox.name()));

        press("put back");
        press("put back", "dialog[open]");

        tab.await("!document.body.innerText.includes('max-deliveries')");
        assertThat(mailbox.next().body().asText()).isEqualTo("tea");
    }

    private void press(String button) {
        press(button, "body");
    }

    private void press(String button, String within) {
        focusOn(button, within);
        tab.press("Enter");
    }

    private void fill(String name, String text) {
        tab.await("document.querySelector('[name=" + name + "]')");
        tab.evaluate("[...document.querySelectorAll('[name=" + name + "]')].pop().focus()");
        tab.evaluate("document.activeElement.select()");
        tab.type(text);
    }

    private String define() {
        String process = fresh("process");
        HttpAnswer answer = olga.process(process)
                .put("{\"steps\":[{\"name\":\"pay\",\"operation\":\"take-payment\",\"onFault\":\"stop\",\"input\":"
                        + "{\"orderId\":\"7\",\"amount\":12.5,\"card\":{\"$\":\"/request/card\"}}}]}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return process;
    }

    /** An instance whose card is declined. */
    private String stuck(String process) {
        String id = answered(alice.operation(process).body("{\"card\":\"4000000000000001\"}"));
        await("a person to be needed")
                .atMost(PATIENCE)
                .until(() -> olga.conversation(id).send().conversationStatus(), "STUCK"::equals);
        return id;
    }

    private String status(String id) {
        return olga.awaitFinal(olga.conversationAt(id)).conversationStatus();
    }

    /** A request to an operation that there is not, and nobody to tell. */
    private void park(String operation) {
        try (JmsParticipant alone = JmsParticipant.core(server, server.alice())) {
            alone.send(JmsRequest.to(operation)
                    .text("{}")
                    .exchange("in-only")
                    .correlationId(fresh("correlation"))
                    .withoutReplyAddress());
        }
        await("the dead letter").atMost(PATIENCE).until(() -> !letters(operation)
                .isEmpty());
    }

    private JsonNode letters(String operation) {
        return olga.deadLetters("").query("operation", operation).send().json().path("deadLetters");
    }
}
