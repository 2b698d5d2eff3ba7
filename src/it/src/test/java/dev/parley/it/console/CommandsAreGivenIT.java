package dev.parley.it.console;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.PRINT_LABEL;
import static dev.parley.it.client.Samples.RESERVE_STOCK;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.goodCard;
import static dev.parley.it.client.Samples.label;
import static dev.parley.it.client.Samples.reservation;
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
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
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
    void aStuckStepIsTriedAgainWithAnotherRequest() {
        String id = stuck(define());
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person");

        press("retry");
        fill("input", Json.object("orderId", "7", "amount", 12.5, "card", goodCard()));
        giveReason("another card");

        tab.awaitText("Succeeded within");
        assertThat(olga.messages(id).send().text()).contains("another card");
    }

    @Test
    void aStuckStepIsResolvedWithTheReplyOfAPerson() {
        String id = stuck(define());
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person");

        press("resolve");
        fill("reply", Json.object("paymentId", "by hand"));
        giveReason("paid at the counter");

        tab.awaitText("Succeeded within");
        assertThat(olga.messages(id).send().text()).contains("paid at the counter");
    }

    @Test
    void anotherOperationIsAskedInPlaceOfTheOneThatIsStuck() {
        String id = stuck(define());
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person");

        press("replace");
        fill("operation", RESERVE_STOCK);
        fill("input", reservation(1));
        giveReason("in kind");

        tab.awaitText("Succeeded within");
        assertThat(olga.messages(id).send().text()).contains("in kind");
    }

    @Test
    void whatIsBehindItsPivotIsCancelledByForceAndDoneOnceMore() {
        String process = define("{\"name\":\"stock\",\"operation\":\"" + RESERVE_STOCK + "\",\"pivot\":true,\"input\":"
                + reservation(1) + "},");
        String id = stuck(process);
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person");

        press("cancel by force");
        giveReason("the shop has closed");

        assertThat(status(id)).as("it has ended").isNotEqualTo("SUCCEEDED");
        tab.await("[...document.querySelectorAll('button')].some(b => b.innerText === 'rerun')");
        press("rerun");
        fill("from", "stock");
        giveReason("it is open again");
        await("the same once more").atMost(PATIENCE).until(() -> instances(process) == 2);
        assertThat(olga.messages(id).send().text()).contains("the shop has closed", "it is open again");
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

    @Test
    void aStuckSlipIsSkipped() {
        String id = stuckSlip();
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person");

        press("skip");
        giveReason("a voucher was given");

        tab.awaitText("Undone after");
    }

    /** It cannot be done then either: the flight is what nobody takes back. */
    @Test
    void aStuckSlipIsTriedAgain() {
        String id = stuckSlip();
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person");

        press("retry");
        giveReason("the airline was called");

        await("the command in the journal")
                .atMost(PATIENCE)
                .until(() -> olga.messages(id).send().text().contains("the airline was called"));
    }

    @Test
    void whatHasSucceededIsUndone() {
        HttpAnswer accepted =
                alice.operation(RESERVE_STOCK).body(reservation(2)).send();
        String id = alice.awaitFinal(accepted.location()).conversationId();
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Succeeded within");

        press("cancel");
        giveReason("ordered twice");

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

    /** It fails as often as it is tried, and once more at most. */
    @Test
    void aDeadLetterGoesOnInItsConversation() {
        String id = answered(alice.operation(PRINT_LABEL).body(label(6)));
        String letter = await("the dead letter")
                .atMost(PATIENCE.multipliedBy(2))
                .until(() -> letterOf(id), Optional::isPresent)
                .orElseThrow();
        tab.open(console("#/dead-letters?show=" + encoded(letter)));
        tab.awaitText("operation-failed");

        press("retry");
        giveReason("the printer is mended");

        tab.awaitText("RETRIED " + id);
        assertThat(status(id)).isEqualTo("SUCCEEDED");
        assertThat(olga.messages(id).send().text()).contains("the printer is mended");
    }

    @Test
    void allDeadLettersOfAGroupGoBackIntoTheirQueueAndAreDropped() {
        String operation = fresh("operation");
        park(operation);
        park(operation);
        await("two of them").atMost(PATIENCE).until(() -> letters(operation).size() == 2);
        Set<String> before = ids(operation);
        tab.open(console("#/dead-letters?operation=" + operation));

        press("retry 2 …");
        giveReason("it is deployed");

        tab.awaitText("2 done, 0 still there.");
        await("them again, as the operation is still not there")
                .atMost(PATIENCE)
                .until(() -> ids(operation).size() == 2 && Collections.disjoint(ids(operation), before));
        openAgain("#/dead-letters?operation=" + operation);
        press("drop 2 …");
        giveReason("nobody wants them");
        tab.awaitText("There are no dead letters.");
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

    private int instances(String process) {
        return olga.conversations()
                .query("process", process)
                .send()
                .json()
                .path("conversations")
                .size();
    }

    private String define() {
        return define("");
    }

    /** @param before other steps, each with a comma behind it */
    private String define(String before) {
        String process = fresh("process");
        HttpAnswer answer = olga.process(process)
                .put("{\"steps\":[" + before
                        + "{\"name\":\"pay\",\"operation\":\"take-payment\",\"onFault\":\"stop\",\"input\":"
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

    /** The page as it is by now. */
    private void openAgain(String fragment) {
        tab.open(console("#/directory"));
        tab.await("document.querySelector('h1')?.innerText === 'Directory'");
        tab.open(console(fragment));
    }

    /** A flight that nobody takes back, before a step that cannot be done. */
    private String stuckSlip() {
        return alice.slips()
                .body(
                        "{\"kept\":true,\"itinerary\":[{\"operation\":\"book-flight\",\"arguments\":{\"traveller\":\"Ada\","
                                + "\"to\":\"Rome\",\"fare\":\"basic\"}},{\"operation\":\"reserve-stock\",\"arguments\":"
                                + "{\"item\":\"unicorn\",\"quantity\":1}}]}")
                .send()
                .json()
                .path("slip")
                .asText();
    }

    private Optional<String> letterOf(String conversation) {
        JsonNode found = olga.deadLetters("")
                .query("operation", PRINT_LABEL)
                .query("limit", "200")
                .send()
                .json()
                .path("deadLetters");
        return StreamSupport.stream(found.spliterator(), false)
                .filter(letter -> letter.path("conversationId").asText().equals(conversation))
                .map(letter -> letter.path("id").asText())
                .findFirst();
    }

    private Set<String> ids(String operation) {
        return Set.copyOf(letters(operation).findValuesAsText("id"));
    }

    private JsonNode letters(String operation) {
        return olga.deadLetters("").query("operation", operation).send().json().path("deadLetters");
    }
}
