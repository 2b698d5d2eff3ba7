package dev.parley.it.deployment;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Answer;
import dev.parley.RequestOptions;
import dev.parley.Requester;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Status;
import dev.parley.engine.journal.Conversations;
import dev.parley.it.deployment.greetings.Greet;
import dev.parley.it.deployment.greetings.Greeting;
import dev.parley.it.deployment.greetings.Greetings;
import dev.parley.it.deployment.greetings.Introductions;
import dev.parley.it.deployment.greetings.Rounds;
import dev.parley.it.share.InShares;
import dev.parley.message.Caller;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs in the server. */
@ExtendWith(ArquillianExtension.class)
@InShares
class ApplicationAsksIT {

    private static final Caller OPERATOR = new Caller("olga", true);

    @Inject
    private Requester requester;

    @Inject
    private Conversations conversations;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static EnterpriseArchive parley() {
        EnterpriseArchive ear = ParleyEar.add(
                ParleyEar.as("parley-that-asks.ear"),
                ParleyEar.operations(Greetings.class, Introductions.class, Rounds.class));
        return ParleyEar.add(
                ear,
                Testable.archiveToTest(ParleyEar.tests(ApplicationAsksIT.class)
                        .addAsLibraries(ParleyEar.library(Awaitility.class), ParleyEar.library(Matcher.class))));
    }

    @Test
    void getsTheAnswerInAnotherOperation() throws Exception {
        String name = "Ada-" + UUID.randomUUID();
        String conversation = requester.send("introduce", new Greet(name));

        Answer<Greeting> answer = answerTo(conversation);

        assertEquals("greet", answer.operation());
        assertEquals("Hello " + name, answer.reply().text());
        assertEquals(1, answersTo(conversation).size());
    }

    @Test
    void getsTheFaultInAnotherOperationToo() throws Exception {
        String conversation = requester.send("introduce", new Greet("nobody"));

        assertEquals(
                "urn:parley:fault:nobody-there", answerTo(conversation).fault().getString("type"));
    }

    @Test
    void hasNotAskedIfItFails() throws Exception {
        String conversation = requester.send("introduce", new Greet("undecided"));

        assertEquals(Status.FAULTED, ended(conversation).conversation().status());
        List<Conversation> greetings = conversations
                .list(new ConversationQuery(null, "greet", null, 200), OPERATOR)
                .items();
        assertTrue(greetings.stream().noneMatch(c -> ("for " + conversation).equals(c.state())));
    }

    @Test
    void hasNotAskedIfItsTransactionRollsBack() throws Exception {
        transaction.begin();
        String conversation = requester.send("greet", new Greet("Ada"));
        transaction.rollback();

        assertThrows(RuntimeException.class, () -> conversations.get(conversation, OPERATOR));
    }

    @Test
    void asksOnceWithOneMessageId() throws Exception {
        RequestOptions terms =
                RequestOptions.DEFAULT.withMessageId(UUID.randomUUID().toString());

        assertEquals(
                requester.send("greet", new Greet("Ada"), terms), requester.send("greet", new Greet("Ada"), terms));
    }

    @Test
    void waitsOutsideOfATransaction() throws Exception {
        Answer<Greeting> answer = requester
                .call("greet", new Greet("Ada"), Greeting.class, RequestOptions.DEFAULT, Duration.ofSeconds(30))
                .toCompletableFuture()
                .get(40, TimeUnit.SECONDS);

        assertEquals("Hello Ada", answer.reply().text());
    }

    @Test
    void mayNotWaitInsideOne() throws Exception {
        transaction.begin();
        try {
            assertThrows(
                    IllegalStateException.class,
                    () -> requester.call(
                            "greet", new Greet("Ada"), Greeting.class, RequestOptions.DEFAULT, Duration.ZERO));
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void isToldOfAnOperationThatIsNotThere() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> requester.send("greeet", new Greet("Ada")));

        assertTrue(thrown.getMessage().contains("greeet"), thrown.getMessage());
    }

    @Test
    void doesNotGoRoundForEver() throws Exception {
        requester.send("echo", new Greet("Ada"));

        Conversation last = await("the end of the loop")
                .atMost(Duration.ofSeconds(60))
                .until(ApplicationAsksIT.this::faultedEcho, Optional::isPresent)
                .orElseThrow();

        String fault = String.valueOf(conversations.get(last.id(), OPERATOR).fault());
        assertTrue(fault.contains("urn:parley:fault:hop-limit"), fault);
    }

    @Test
    void sendsASlipAndIsAnsweredWhenItHasEnded() throws Exception {
        String conversation = requester.send("introduce-on-a-route", new Greet("Ada"));

        Answer<JsonObject> answer = await("the end of the slip")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Introductions.ROUTES.get("for " + conversation), Objects::nonNull);

        assertEquals(
                "Hello Ada",
                answer.reply()
                        .getJsonObject("variables")
                        .getJsonObject("greeting")
                        .getString("text"));
        assertNotNull(answer.reply().getString("slip"));
    }

    @Test
    void sendsASlipOnceWithOneMessageIdAndNoneIfItRollsBack() throws Exception {
        RequestOptions terms =
                RequestOptions.DEFAULT.withMessageId(UUID.randomUUID().toString());
        JsonObject order = Introductions.route("Ada", true);
        transaction.begin();
        String lost = requester.slip(order, terms);
        transaction.rollback();

        String slip = requester.slip(order, terms);

        assertEquals(slip, requester.slip(order, terms));
        assertEquals(Status.SUCCEEDED, ended(slip).conversation().status());
        assertThrows(RuntimeException.class, () -> conversations.get(lost, OPERATOR));
        var thrown = assertThrows(IllegalArgumentException.class, () -> requester.slip(new Greet("Ada")));
        assertTrue(thrown.getMessage().contains("/itinerary"), thrown.getMessage());
    }

    @Test
    void beginsAProcessAndTellsIt() throws Exception {
        Greet ada = new Greet("Ada-" + UUID.randomUUID());
        Greet eve = new Greet("Eve-" + UUID.randomUUID());
        transaction.begin();
        String byKey = requester.start("go-round", ada);
        String byId = requester.start("go-round", eve);
        transaction.commit();

        transaction.begin();
        String found = requester.tell("go-round", "enough", ada);
        String named = requester.tell("go-round", "enough", new Greet("whoever"), byId);
        transaction.commit();

        assertEquals(Status.SUCCEEDED, ended(byKey).conversation().status());
        assertEquals(Status.SUCCEEDED, ended(byId).conversation().status());
        assertEquals(Status.SUCCEEDED, ended(found).conversation().status());
        assertTrue(String.valueOf(ended(named).reply()).contains(byId));
    }

    @Test
    void isToldThatAnOperationIsNoProcess() {
        JsonObject command = Json.createObjectBuilder().add("command", "cancel").build();
        var begun = assertThrows(IllegalArgumentException.class, () -> requester.start("greet", new Greet("Ada")));
        var told = assertThrows(IllegalArgumentException.class, () -> requester.tell("parley", "command", command));

        assertTrue(begun.getMessage().contains("'greet' is no process"), begun.getMessage());
        assertTrue(told.getMessage().contains("is no message to a process"), told.getMessage());
    }

    @Test
    void tellsTheVeryProcessThatItIsAStepOf() throws Exception {
        String round = requester.start("go-round-once", new Greet("Ada-" + UUID.randomUUID()));

        assertEquals(Status.SUCCEEDED, ended(round).conversation().status());
    }

    @Test
    void cancelsAProcessAndNeitherBeginsNorTellsNorCancelsOneIfItRollsBack() throws Exception {
        Greet ada = new Greet("Ada-" + UUID.randomUUID());
        String round = requester.start("go-round", ada);
        transaction.begin();
        String lost = requester.start("go-round", ada);
        requester.tell("go-round", "enough", ada, round);
        requester.cancel(round, "nobody wants that");
        transaction.rollback();

        transaction.begin();
        String cancel = requester.cancel(round, "closed");
        transaction.commit();

        assertEquals(Status.SUCCEEDED, ended(cancel).conversation().status());
        assertEquals(Status.CANCELLED, ended(round).conversation().status());
        assertThrows(RuntimeException.class, () -> conversations.get(lost, OPERATOR));
        String again = requester.cancel(round, "closed twice");
        assertEquals(Status.SUCCEEDED, ended(again).conversation().status());
        assertEquals(Status.CANCELLED, ended(round).conversation().status());
    }

    @Test
    void isToldWhatCannotBeToldOrCancelled() throws Exception {
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> requester.tell("go-nowhere", "enough", new Greet("Ada")));
        assertTrue(thrown.getMessage().contains("go-nowhere"), thrown.getMessage());

        String untold = fault(requester.tell("go-round", "enough", new Greet("Ada"), "nobody"));
        assertTrue(untold.contains("urn:parley:fault:instance-unknown"), untold);
        String notCancelled = fault(requester.cancel("nobody", "no reason"));
        assertTrue(notCancelled.contains("urn:parley:fault:instance-unknown"), notCancelled);
    }

    private String fault(String conversation) throws Exception {
        return String.valueOf(ended(conversation).fault());
    }

    private Optional<Conversation> faultedEcho() {
        return conversations.list(new ConversationQuery(Status.FAULTED, "echo", null, 1), OPERATOR).items().stream()
                .findFirst();
    }

    private static List<Answer<Greeting>> answersTo(String conversation) {
        return Introductions.ANSWERS.stream()
                .filter(a -> ("for " + conversation).equals(a.state()))
                .toList();
    }

    private static Answer<Greeting> answerTo(String conversation) {
        return await("an answer for " + conversation)
                .atMost(Duration.ofSeconds(30))
                .until(() -> answersTo(conversation), answers -> !answers.isEmpty())
                .get(0);
    }

    private ConversationView ended(String conversation) throws Exception {
        return conversations
                .awaitFinal(conversation, OPERATOR, Duration.ofSeconds(60))
                .toCompletableFuture()
                .get(70, TimeUnit.SECONDS);
    }
}
