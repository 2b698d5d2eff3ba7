package dev.parley.web.exchange;

import static dev.parley.web.RestDispatcher.BASE;
import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.get;
import static dev.parley.web.RestDispatcher.header;
import static dev.parley.web.RestDispatcher.json;
import static dev.parley.web.RestDispatcher.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Exchange;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Submission;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.DefinitionReader;
import dev.parley.directory.Entries;
import dev.parley.directory.OperationView;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.journal.Conversations;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import dev.parley.web.Examples;
import dev.parley.web.HttpProblem;
import dev.parley.web.PlannedTasks;
import dev.parley.web.RestDispatcher;
import dev.parley.web.TestSuspensions;
import dev.parley.web.directory.EntriesResource;
import dev.parley.web.directory.TestEntries;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract through the dispatcher of the server's Jakarta REST, with everything behind the boundaries made up. */
class ResourcesTest {

    private final List<Submission> submissions = new ArrayList<>();
    private final FakeEntries entries = new FakeEntries();
    private final FakeConversations conversations = new FakeConversations();
    private CompletionStage<ConversationView> acceptance =
            CompletableFuture.completedStage(Examples.view(Status.ACCEPTED, 1));
    private RestDispatcher dispatcher;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        var suspensions = TestSuspensions.of(Runnable::run, PlannedTasks.deadlines());
        var operations = new OperationsResource();
        operations.requests = submission -> {
            submissions.add(submission);
            return acceptance;
        };
        operations.conversations = conversations;
        operations.suspensions = suspensions;
        operations.maxSize = 64;
        var turns = new TurnsResource();
        turns.turns = submission -> {
            submissions.add(submission);
            return acceptance;
        };
        turns.conversations = conversations;
        turns.suspensions = suspensions;
        turns.maxSize = 64;
        var shown = new ConversationsResource();
        shown.conversations = conversations;
        shown.suspensions = suspensions;
        var directory = new EntriesResource();
        TestEntries.given(directory, entries);
        dispatcher = new RestDispatcher(operations, turns, shown, directory);
    }

    @Test
    void aRequestIsAccepted() throws Exception {
        MockHttpResponse answer =
                send(post("/operations/place-order?exchange=in-out&deadline=PT5M&replyTo=queue:a&conversation=c-1")
                        .header("Idempotency-Key", "\"m-1\""));

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(header(answer, "Location")).isEqualTo(BASE + "/conversations/c-1");
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
        assertThat(json(answer).getString("status")).isEqualTo("ACCEPTED");
        assertThat(submissions)
                .containsExactly(new Submission(
                        new Caller("ann", false),
                        "place-order",
                        "{\"a\":1}",
                        "m-1",
                        "in-out",
                        "PT5M",
                        "queue:a",
                        "c-1"));
    }

    @Test
    void aRequestWithoutQueryAndKeyLeavesAllToThePattern() throws Exception {
        send(post("/operations/place-order"));
        assertThat(submissions)
                .containsExactly(new Submission(
                        new Caller("ann", false), "place-order", "{\"a\":1}", null, null, null, null, null));
    }

    @Test
    void aTurnIsTaken() throws Exception {
        acceptance = CompletableFuture.completedStage(Examples.turn(2, null));
        MockHttpResponse answer = send(post("/conversations/c-1/turns?turn=2&deadline=PT5M&replyTo=queue:a")
                .header("Idempotency-Key", "m-2"));

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(header(answer, "Location")).isEqualTo(BASE + "/conversations/c-1");
        assertThat(json(answer).getInt("turn")).isEqualTo(2);
        assertThat(json(answer)).doesNotContainKey("reply");
        assertThat(submissions)
                .containsExactly(new Submission(
                        new Caller("ann", false), "", "{\"a\":1}", "m-2", null, "PT5M", "queue:a", "c-1", "2"));
    }

    @Test
    void aTurnThatWaitsHasItsReply() throws Exception {
        acceptance = CompletableFuture.completedStage(Examples.turn(2, null));
        conversations.later = CompletableFuture.completedStage(Examples.turn(2, "7"));
        MockHttpResponse answer = send(post("/conversations/c-1/turns").header("Prefer", "wait=5"));

        assertThat(json(answer).getInt("reply")).isEqualTo(7);
        assertThat(conversations.waited).containsExactly("turn 2");
    }

    @Test
    void aFirstTurnWaitsForItsReplyAndNotForTheEnd() throws Exception {
        acceptance = CompletableFuture.completedStage(Examples.turn(1, null));
        conversations.later = CompletableFuture.completedStage(Examples.turn(1, "7"));
        send(post("/operations/bargain").header("Prefer", "wait=5"));

        assertThat(conversations.waited).containsExactly("turn 1");
    }

    @Test
    void betweenTurnsTheLastReplyAndTheNextTurnAreShown() throws Exception {
        conversations.now = Examples.turn(2, "7");
        JsonObject shown = json(send(get("/conversations/c-1")));

        assertThat(shown.getInt("turn")).isEqualTo(2);
        assertThat(shown.getInt("awaitedTurn")).isEqualTo(3);
        assertThat(shown.getInt("reply")).isEqualTo(7);
        assertThat(shown.getString("status")).isEqualTo("RUNNING");
    }

    @Test
    void anAnswerThatWaitsHasTheOutcomeAndIsAcceptedStill() throws Exception {
        conversations.later = CompletableFuture.completedStage(Examples.view(Status.SUCCEEDED, 2));
        MockHttpResponse answer = send(post("/operations/place-order").header("Prefer", "wait=5"));

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(header(answer, "Preference-Applied")).isEqualTo("wait=5");
        assertThat(header(answer, "Retry-After")).isNull();
        assertThat(json(answer)).containsKeys("reply", "updatedAt");
        assertThat(conversations.waited).containsExactly("final");
    }

    @Test
    void whatIsAcceptedIsAcceptedWhateverBecomesOfTheWaiting() throws Exception {
        conversations.later = CompletableFuture.failedStage(new IllegalStateException("x"));
        MockHttpResponse answer = send(post("/operations/place-order").header("Prefer", "wait=5"));
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(json(answer).getString("status")).isEqualTo("ACCEPTED");
    }

    @Test
    void aRefusalIsAProblem() throws Exception {
        acceptance = CompletableFuture.failedStage(new Refusal(CommonProblem.MESSAGE_ID_REUSED.because("d")));
        assertProblem(send(post("/operations/place-order")), 422, "message-id-reused");
    }

    @Test
    void whatCouldNotBeStoredIsUnavailable() throws Exception {
        acceptance = CompletableFuture.failedStage(new jakarta.persistence.PersistenceException("x"));
        MockHttpResponse answer = send(post("/operations/place-order"));
        assertProblem(answer, 503, "unavailable");
        assertThat(header(answer, "Retry-After")).isEqualTo("10");
    }

    @Test
    void badRequestsAreNotHandedOn() throws Exception {
        assertProblem(
                send(post("/operations/place-order").header("Idempotency-Key", "\"")), 400, "idempotency-key-invalid");
        assertProblem(send(post("/operations/place-order").content(new byte[65])), 413, "message-too-large");
        assertProblem(send(post("/operations/place-order").header("Content-Length", "65")), 413, "message-too-large");
        assertProblem(send(post("/operations/place-order").content(new byte[] {(byte) 0xff})), 400, "body-not-utf-8");
        assertProblem(send(post("/operations/place~order")), 404, "not-found");
        assertThat(submissions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/problem+json", "application/json;charset=iso-8859-1"})
    void aBodyOfAnotherTypeIsRefused(String type) throws Exception {
        MockHttpRequest request = request("POST", "/operations/place-order").contentType(type);
        assertProblem(send(request.content("{}".getBytes(UTF_8))), 415, "unsupported-media-type");
    }

    @Test
    void aBodyWithoutATypeIsRefused() throws Exception {
        MockHttpRequest request = request("POST", "/operations/place-order").content("{}".getBytes(UTF_8));
        assertProblem(send(request), 415, "unsupported-media-type");
    }

    @Test
    void operationsAreShown() throws Exception {
        assertThat(send(get("/operations")).getContentAsString())
                .startsWith("{\"operations\":[{\"name\":\"place-order\",\"provider\":{\"bean\":true},\"isolated\":true,"
                        + "\"compensation\":\"cancel-order\"},");
        assertThat(json(send(get("/operations/place-order"))).getString("name")).isEqualTo("place-order");
        assertProblem(send(get("/operations/other")), 404, "not-found");
    }

    @Test
    void anEntryIsShownWithItsVersion() throws Exception {
        MockHttpResponse answer = send(get("/operations/book-courier"));
        assertThat(header(answer, "ETag")).isEqualTo("\"7\"");
        JsonObject json = json(answer);
        assertThat(json.getJsonObject("provider")).hasToString("{\"outside\":true}");
        assertThat(json.getString("timeout")).isEqualTo("PT30S");
        assertThat(json).containsKey("updatedAt").doesNotContainKeys("updatedBy", "isolated");
    }

    @Test
    void anEntryIsWritten() throws Exception {
        MockHttpResponse created = send(put("/operations/book-courier").header("If-None-Match", "*"));
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(header(created, "Location")).isEqualTo(BASE + "/operations/book-courier");
        assertThat(header(created, "ETag")).isEqualTo("\"7\"");
        assertThat(entries.expected.holds(null)).isTrue();
        assertThat(entries.expected.holds(7L)).isFalse();
        entries.created = false;
        MockHttpResponse changed = send(put("/operations/book-courier").header("If-Match", "\"7\", \"8\""));
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(header(changed, "Location")).isNull();
        assertThat(entries.expected.holds(8L)).isTrue();
        assertThat(entries.expected.holds(9L)).isFalse();
        assertThat(entries.expected.holds(null)).isFalse();
        assertThat(send(request("DELETE", "/operations/book-courier")).getStatus())
                .isEqualTo(204);
        assertThat(entries.expected.holds(9L)).isTrue();
    }

    @Test
    void aWeakTagIsNoMatch() throws Exception {
        send(put("/operations/book-courier").header("If-Match", "W/\"7\""));
        assertThat(entries.expected.holds(7L)).isFalse();
    }

    @Test
    void aDefinitionHasLimits() throws Exception {
        assertProblem(send(put("/operations/a").content(new byte[128 * 1024 + 1])), 413, "message-too-large");
        assertProblem(
                send(request("PUT", "/operations/a").contentType("text/plain").content("{}".getBytes(UTF_8))),
                415,
                "unsupported-media-type");
        assertProblem(send(put("/operations/a~b")), 404, "not-found");
        assertThat(entries.expected).isNull();
    }

    @Test
    void aConversationIsShownAsItStands() throws Exception {
        conversations.now = Examples.view(Status.SUCCEEDED, 3);
        MockHttpResponse answer = send(get("/conversations/c-1"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isEqualTo("\"3\"");
        assertThat(header(answer, "Retry-After")).isNull();
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(answer, "Vary")).isEqualTo("Authorization, Prefer");
        assertThat(json(answer)).containsKey("reply");
        assertThat(conversations.waited).isEmpty();
    }

    @Test
    void aVersionThatIsKnownIsNotSentAgain() throws Exception {
        MockHttpResponse answer = send(get("/conversations/c-1").header("If-None-Match", "\"1\""));
        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getOutput()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
    }

    @Test
    void aKnownVersionCanBeWaitedOut() throws Exception {
        conversations.later = CompletableFuture.completedStage(Examples.view(Status.RUNNING, 2));
        MockHttpResponse answer =
                send(get("/conversations/c-1").header("If-None-Match", "\"1\"").header("Prefer", "wait=3"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(header(answer, "Preference-Applied")).isEqualTo("wait=3");
        assertThat(conversations.waited).containsExactly("change from 1");
    }

    @Test
    void anotherVersionOrTheLastIsNotWaitedFor() throws Exception {
        send(get("/conversations/c-1").header("If-None-Match", "\"0\"").header("Prefer", "wait=3"));
        conversations.now = Examples.view(Status.FAULTED, 4);
        send(get("/conversations/c-1").header("If-None-Match", "\"4\"").header("Prefer", "wait=3"));
        assertThat(conversations.waited).isEmpty();
    }

    @Test
    void theEndCanBeWaitedFor() throws Exception {
        conversations.later = CompletableFuture.completedStage(Examples.view(Status.FAULTED, 2));
        MockHttpResponse answer = send(get("/conversations/c-1").header("Prefer", "wait=3"));
        assertThat(json(answer)).containsKey("fault");
        assertThat(conversations.waited).containsExactly("final");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertProblem(send(get("/conversations/unknown")), 404, "conversation-unknown");
        assertProblem(send(get("/conversations/a%20b")), 404, "not-found");
        assertProblem(send(get("/conversations/a%20b/messages")), 404, "not-found");
        assertProblem(send(get("/elsewhere")), 404, "not-found");
    }

    @Test
    void theJournalIsShown() throws Exception {
        assertThat(send(get("/conversations/c-1/messages")).getContentAsString())
                .isEqualTo("{\"messages\":[]}");
    }

    @Test
    void aPageLinksToTheNext() throws Exception {
        MockHttpResponse answer = send(get("/conversations?status=RUNNING&operation=a%25b&limit=1&after=c0"));
        assertThat(header(answer, "Link"))
                .isEqualTo("<" + BASE
                        + "/conversations?status=RUNNING&operation=a%25b&limit=1&after=c%2F1%3D>; rel=\"next\"");
        assertThat(json(answer).getString("next")).isEqualTo("c/1=");
        assertThat(conversations.asked).isEqualTo(new ConversationQuery(Status.RUNNING, "a%b", "c0", 1));
        assertProblem(send(get("/conversations?limit=0")), 400, "parameter-invalid");
    }

    @Test
    void conversationsAreFoundByAttributes() throws Exception {
        send(get("/conversations?attribute.orderId=4%201&attribute.none="));
        assertThat(conversations.asked)
                .isEqualTo(new ConversationQuery(
                        null, null, null, Map.of("orderId", "4 1"), Set.of(), null, false, false, null, null, 50));
    }

    @Test
    void headIsGet() throws Exception { // whose body the container leaves out
        MockHttpResponse answer = send(request("HEAD", "/conversations/c-1"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
    }

    @Test
    void optionsSaysWhatIsAllowed() throws Exception {
        MockHttpResponse answer = send(request("OPTIONS", "/operations/place-order"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(header(answer, "Allow")).contains("GET", "HEAD", "OPTIONS", "POST");
    }

    private static MockHttpRequest post(String path) {
        return request("POST", path).contentType("application/json").content("{\"a\":1}".getBytes(UTF_8));
    }

    private static MockHttpRequest put(String path) {
        return request("PUT", path).contentType("application/json").content("{}".getBytes(UTF_8));
    }

    private MockHttpResponse send(MockHttpRequest request) {
        return dispatcher.send(request);
    }

    private static class FakeConversations implements Conversations {

        private final List<String> waited = new ArrayList<>();
        private ConversationView now = Examples.view(Status.ACCEPTED, 1);
        private CompletionStage<ConversationView> later = new CompletableFuture<>();
        private ConversationQuery asked;

        @Override
        public ConversationView get(String id, Caller caller) {
            if (!id.equals(now.conversation().id())) {
                throw new Refusal(ConversationProblem.CONVERSATION_UNKNOWN.because("d"));
            }
            return now;
        }

        @Override
        public CompletionStage<ConversationView> awaitChange(String id, Caller caller, int version, Duration wait) {
            waited.add("change from " + version);
            return later;
        }

        @Override
        public CompletionStage<ConversationView> awaitFinal(String id, Caller caller, Duration wait) {
            waited.add("final");
            return later;
        }

        @Override
        public CompletionStage<ConversationView> awaitTurn(String id, Caller caller, int turn, Duration wait) {
            waited.add("turn " + turn);
            return later;
        }

        @Override
        public List<JournalEntry> messages(String id, Caller caller) {
            return List.of();
        }

        @Override
        public Page<Conversation> list(ConversationQuery query, Caller caller) {
            asked = query;
            return new Page<>(List.of(now.conversation()), "c/1=");
        }
    }

    private static class FakeEntries implements Entries {

        private static final OperationView METHOD = new OperationView("place-order", null, new PlaceOrder(), List.of());
        private static final OperationView ENTERED = entered();
        private boolean created = true;
        private Precondition expected;

        private static OperationView entered() {
            var definition = DefinitionReader.read("book-courier", "{\"provider\":{\"queue\":\"couriers\"}}", false);
            var entry = new WrittenDefinition<>("book-courier", 7, "", definition, Examples.CREATED, "olga");
            return new OperationView("book-courier", entry, null, List.of());
        }

        @Override
        public List<OperationView> list() {
            return List.of(METHOD, ENTERED);
        }

        @Override
        public OperationView get(String name) {
            return list().stream()
                    .filter(o -> o.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(HttpProblem.of(404)));
        }

        @Override
        public Written<OperationView> enter(String name, String definition, Precondition expected, Caller caller) {
            this.expected = expected;
            return new Written<>(ENTERED, created ? Written.Change.CREATED : Written.Change.UPDATED);
        }

        @Override
        public void delete(String name, Precondition expected, Caller caller) {
            this.expected = expected;
        }
    }

    private static class PlaceOrder implements ServedOperation {

        @Override
        public String name() {
            return "place-order";
        }

        @Override
        public boolean isolated() {
            return true;
        }

        @Override
        public String compensation() {
            return "cancel-order";
        }

        @Override
        public Request read(String body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String call(Request request, Exchange exchange) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aConversationSaysWhatMayBeDoneWithIt() throws Exception {
        conversations.now = Examples.view(Status.RUNNING, 2);
        var action =
                json(send(get("/conversations/c-1"))).getJsonArray("actions").getJsonObject(0);
        assertThat(action.getString("name")).isEqualTo("cancel");
        assertThat(action.getString("href")).isEqualTo("conversations/c-1/cancel");
        assertThat(action.getJsonObject("schema").getJsonArray("required")).isEmpty();
        conversations.now = Examples.view(Status.SUCCEEDED, 2);
        assertThat(json(send(get("/conversations/c-1"))).getJsonArray("actions"))
                .isEmpty();
    }
}
