package dev.parley.web.relay;

import static dev.parley.web.RestDispatcher.BASE;
import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.body;
import static dev.parley.web.RestDispatcher.get;
import static dev.parley.web.RestDispatcher.header;
import static dev.parley.web.RestDispatcher.json;
import static dev.parley.web.RestDispatcher.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.Answer;
import dev.parley.relay.DeadMail;
import dev.parley.relay.DeadMails;
import dev.parley.relay.MailDraft;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.Reception;
import dev.parley.relay.Sending;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxView;
import dev.parley.relay.mailbox.Mailboxes;
import dev.parley.relay.mailbox.RelayProblem;
import dev.parley.web.PlannedTasks;
import dev.parley.web.RestDispatcher;
import dev.parley.web.TestSuspensions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes through the dispatcher of the server's Jakarta REST, with everything behind the boundaries made up. */
class MailboxResourcesTest {

    private static final Caller ANN = new Caller("ann", false);

    private final FakeMails mails = new FakeMails();
    private final FakeMailboxes mailboxes = new FakeMailboxes();
    private final FakeLetters letters = new FakeLetters();
    private RestDispatcher dispatcher;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        var suspensions = TestSuspensions.of(Runnable::run, PlannedTasks.deadlines());
        var defined = new MailboxesResource();
        defined.mailboxes = mailboxes;
        var messages = new MailboxMessagesResource();
        messages.mails = mails;
        messages.maxSize = 64;
        var receptions = new ReceptionsResource();
        receptions.mails = mails;
        receptions.suspensions = suspensions;
        var locks = new LocksResource();
        locks.mails = mails;
        locks.maxSize = 64;
        var dead = new DeadLettersResource();
        dead.letters = letters;
        dispatcher = new RestDispatcher(defined, messages, receptions, locks, dead);
    }

    @Test
    void aMailboxIsDefined() throws Exception {
        MockHttpResponse created =
                send(body("PUT", "/mailboxes/orders", "{\"lock\":\"PT5S\"}").header("If-None-Match", "*"));
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(header(created, "Location")).isEqualTo(BASE + "/mailboxes/orders");
        assertThat(header(created, "ETag")).isEqualTo("\"7\"");
        assertThat(json(created).getInt("ready")).isEqualTo(1);
        assertThat(mailboxes.done).containsExactly("define orders {\"lock\":\"PT5S\"} ann");
        assertThat(mailboxes.expected.holds(null)).isTrue();
        assertThat(mailboxes.expected.holds(7L)).isFalse();
        mailboxes.created = false;
        MockHttpResponse changed = send(body("PUT", "/mailboxes/orders", "{}").header("If-Match", "\"7\""));
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(header(changed, "Location")).isNull();
        assertThat(mailboxes.expected.holds(8L)).isFalse();
    }

    @Test
    void aMailboxIsShownListedAndDeleted() throws Exception {
        assertThat(header(send(get("/mailboxes/orders")), "ETag")).isEqualTo("\"7\"");
        MockHttpResponse page = send(get("/mailboxes?after=a&limit=2"));
        assertThat(json(page).getString("next")).isEqualTo("c/2");
        assertThat(header(page, "Link")).isEqualTo("<" + BASE + "/mailboxes?limit=2&after=c%2F2>; rel=\"next\"");
        assertThat(send(request("DELETE", "/mailboxes/orders")).getStatus()).isEqualTo(204);
        assertThat(send(request("DELETE", "/mailboxes/orders?purge=true")).getStatus())
                .isEqualTo(204);
        assertThat(mailboxes.done)
                .containsExactly("get orders", "list a 2", "delete orders false", "delete orders true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "a%2Fb", "%C3%A4", "a~b", "a%00b"})
    void oddNamesAreNotThereAndCannotBeGiven(String name) throws Exception {
        assertProblem(send(get("/mailboxes/" + name)), 404, "mailbox-unknown");
        assertProblem(send(request("POST", "/mailboxes/" + name + "/receive")), 404, "mailbox-unknown");
        assertProblem(send(body("POST", "/mailboxes/" + name + "/messages", "{}")), 404, "mailbox-unknown");
        assertProblem(send(request("DELETE", "/mailboxes/" + name + "/locks/1.a")), 404, "mailbox-unknown");
        assertProblem(send(get("/mailboxes/" + name + "/dead")), 404, "mailbox-unknown");
        assertProblem(send(body("PUT", "/mailboxes/" + name, "{}")), 400, "name-invalid");
        assertThat(mailboxes.done).isEmpty();
    }

    @Test
    void queriesAreChecked() throws Exception {
        assertProblem(send(get("/mailboxes?limit=201")), 400, "parameter-invalid");
        assertProblem(send(get("/mailboxes/orders/messages?limit=0")), 400, "parameter-invalid");
        assertProblem(send(get("/mailboxes/orders/dead?limit=x")), 400, "parameter-invalid");
        assertProblem(send(request("DELETE", "/mailboxes/orders?purge=yes")), 400, "parameter-invalid");
        assertThat(mailboxes.done).isEmpty();
    }

    @Test
    void aMessageIsSent() throws Exception {
        MockHttpResponse answer =
                send(body("POST", "/mailboxes/orders/messages", "{\"type\":\"t\",\"body\":{\"a\":1.0}}")
                        .header("Idempotency-Key", "\"k-1\""));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getContentAsString()).isEqualTo("{\"messageIds\":[\"m-1\"]}");
        assertThat(mails.sendings)
                .containsExactly(new Sending(ANN, "orders", List.of(MailDraft.of("t", "{\"a\":1.0}")), false, "k-1"));
    }

    @Test
    void manyMessagesAreSent() throws Exception {
        send(body("POST", "/mailboxes/orders/messages", "{\"messages\":[{\"body\":1},{\"body\":2}]}"));
        assertThat(mails.sendings)
                .containsExactly(new Sending(
                        ANN, "orders", List.of(MailDraft.of(null, "1"), MailDraft.of(null, "2")), true, null));
    }

    @Test
    void whatIsSentWronglyIsSaidWithTheField() throws Exception {
        MockHttpResponse answer =
                send(body("POST", "/mailboxes/orders/messages", "{\"messages\":[{\"body\":1},{\"type\":2}]}"));
        assertProblem(answer, 400, "body-invalid");
        assertThat(json(answer).getJsonArray("errors").toString()).contains("/messages/1/type", "/messages/1/body");
        assertProblem(send(body("POST", "/mailboxes/orders/messages", "{")), 400, "body-not-json");
        assertProblem(
                send(body("POST", "/mailboxes/orders/messages", "x".repeat(4096 + 129))), 413, "message-too-large");
        assertProblem(
                send(request("POST", "/mailboxes/orders/messages")
                        .contentType("text/plain")
                        .content("{}".getBytes(UTF_8))),
                415,
                "unsupported-media-type");
        assertProblem(
                send(body("POST", "/mailboxes/orders/messages", "{\"body\":1}").header("Idempotency-Key", "\"")),
                400,
                "idempotency-key-invalid");
        assertThat(mails.sendings).isEmpty();
    }

    @Test
    void aRefusalIsAProblem() throws Exception {
        mails.sent = CompletableFuture.failedFuture(new Refusal(RelayProblem.MAILBOX_FULL.because("d")));
        MockHttpResponse full = send(body("POST", "/mailboxes/orders/messages", "{\"body\":1}"));
        assertProblem(full, 429, "mailbox-full");
        assertThat(header(full, "Retry-After")).isEqualTo("10");
        mails.sent = CompletableFuture.failedFuture(new CompletionException(new SQLException("x")));
        MockHttpResponse failed = send(body("POST", "/mailboxes/orders/messages", "{\"body\":1}"));
        assertProblem(failed, 503, "unavailable");
    }

    @Test
    void messagesAreReceivedWithTheirLocks() throws Exception {
        MockHttpResponse answer = send(request("POST", "/mailboxes/orders/receive?max=10&wait=20&lock=PT5S")
                .header("Idempotency-Key", "poll-1"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(json(answer).getJsonArray("messages").getJsonObject(0).getString("lock"))
                .isEqualTo("7.k-y");
        assertThat(mails.receptions).containsExactly(new Reception(ANN, "orders", "10", "20", "PT5S", "poll-1", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?wait=20"})
    void othersAreAcknowledgedWithAReception(String query) throws Exception {
        mails.received = CompletableFuture.completedFuture(
                new ReceivedMails(List.of(), new Acknowledged(List.of("1.a"), List.of("2.b"))));
        MockHttpResponse answer =
                send(body("POST", "/mailboxes/orders/receive" + query, "{\"acknowledge\":[\"1.a\",\"2.b\"]}"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .isEqualTo("{\"messages\":[],\"acknowledged\":[\"1.a\"],\"lost\":[\"2.b\"]}");
        assertThat(mails.receptions.get(0).acknowledge()).containsExactly("1.a", "2.b");
    }

    @Test
    void whatComesWithAReceptionIsChecked() throws Exception {
        String path = "/mailboxes/orders/receive";
        assertProblem(send(body("POST", path, "{\"acknowledge\":7}")), 400, "body-invalid");
        assertProblem(send(body("POST", path, "{\"acknowledge\":[7]}")), 400, "body-invalid");
        assertProblem(send(body("POST", path, "{\"locks\":[]}")), 400, "body-invalid");
        assertProblem(send(body("POST", path, "[\"1.a\"]")), 400, "body-invalid");
        assertProblem(send(body("POST", path, "{")), 400, "body-not-json");
        assertProblem(
                send(request("POST", path).contentType("text/plain").content("1.a".getBytes(UTF_8))),
                415,
                "unsupported-media-type");
        assertThat(mails.receptions).isEmpty();
        assertThat(send(body("POST", path, "{}")).getStatus()).isEqualTo(200);
        assertThat(mails.receptions.get(0).acknowledge()).isNull();
    }

    @Test
    void howAReceptionWaitsIsNobodysBusiness() throws Exception {
        assertThat(send(request("POST", "/mailboxes/orders/receive/waiting?wait=20"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(request("POST", "/mailboxes/orders/receive;a=b?wait=20"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(mails.receptions).hasSize(1);
    }

    @Test
    void noMessageIsNoContent() throws Exception {
        mails.received = CompletableFuture.completedFuture(new ReceivedMails(List.of(), null));
        MockHttpResponse answer = send(request("POST", "/mailboxes/orders/receive?max=&wait="));
        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getOutput()).isEmpty();
        assertThat(mails.receptions).containsExactly(new Reception(ANN, "orders", null, null, null, null, null));
    }

    @Test
    void aLockIsAcknowledged() throws Exception {
        assertThat(send(request("DELETE", "/mailboxes/orders/locks/7.k-y")).getStatus())
                .isEqualTo(204);
        MockHttpResponse many =
                send(body("POST", "/mailboxes/orders/locks/acknowledge", "{\"locks\":[\"1.a\",\"2.b\"]}"));
        assertThat(many.getStatus()).isEqualTo(200);
        assertThat(many.getContentAsString()).isEqualTo("{\"acknowledged\":[\"1.a\",\"2.b\"],\"lost\":[\"0.x\"]}");
        assertThat(mails.done).containsExactly("acknowledge 7.k-y", "acknowledge [1.a, 2.b]");
    }

    @Test
    void aLostLockIsGone() throws Exception {
        mails.acknowledged = CompletableFuture.failedFuture(new Refusal(RelayProblem.LOCK_LOST.because("d")));
        assertProblem(send(request("DELETE", "/mailboxes/orders/locks/7.k-y")), 410, "lock-lost");
    }

    @Test
    void aLockIsExtendedOrItsMessageGivenBack() throws Exception {
        MockHttpResponse extended = send(body("PATCH", "/mailboxes/orders/locks/7.k-y", "{\"lock\":\"PT60S\"}"));
        assertThat(extended.getStatus()).isEqualTo(200);
        assertThat(extended.getContentAsString())
                .isEqualTo("{\"lock\":\"7.k-y\",\"lockedUntil\":\"2026-01-02T03:04:35.000Z\"}");
        for (String change : List.of("{\"lock\":\"PT0S\",\"delay\":\"PT5S\"}", "{\"lock\":\"PT0S\"}")) {
            assertThat(send(body("PATCH", "/mailboxes/orders/locks/7.k-y", change))
                            .getStatus())
                    .isEqualTo(204);
        }
        assertThat(mails.done).containsExactly("extend 7.k-y PT60S", "give back 7.k-y PT5S", "give back 7.k-y null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | /locks/7.k-y         | {}                                   | /lock",
                "PATCH | /locks/7.k-y         | {\"lock\":60}                        | /lock",
                "PATCH | /locks/7.k-y         | {\"lock\":\"PT9S\",\"delay\":\"PT1S\"} | /delay",
                "PATCH | /locks/7.k-y         | []                                   | ''",
                "POST  | /locks/acknowledge   | {}                                   | /locks",
                "POST  | /locks/acknowledge   | {\"locks\":[1]}                      | /locks/0",
                "POST  | /locks/7.k-y/reply   | {\"type\":\"t\"}                     | /body",
                "POST  | /locks/7.k-y/reply   | {\"body\":1,\"fault\":\"yes\"}       | /fault",
            })
    void whatIsWrongWithALockIsSaidWithTheField(String method, String path, String json, String field)
            throws Exception {
        MockHttpResponse answer = send(body(method, "/mailboxes/orders" + path, json));
        assertProblem(answer, 400, "body-invalid");
        assertThat(json(answer).getJsonArray("errors").toString()).contains("\"field\":\"" + field + "\"");
        assertThat(mails.done).isEmpty();
    }

    @Test
    void aMessageIsAnswered() throws Exception {
        MockHttpResponse answer = send(body(
                "POST",
                "/mailboxes/orders/locks/7.k-y/reply",
                "{\"messageId\":\"r-1\",\"type\":\"t\",\"body\":{},\"fault\":true}"));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getContentAsString()).isEqualTo("{\"messageIds\":[\"m-1\"]}");
        assertThat(mails.done).containsExactly("reply 7.k-y " + new Answer("r-1", "t", "{}", null, true));
    }

    @Test
    void messagesAreBrowsed() throws Exception {
        MockHttpResponse page = send(get("/mailboxes/orders/messages?limit=3"));
        assertThat(json(page).getJsonArray("messages").getJsonObject(0).getString("state"))
                .isEqualTo("LOCKED");
        assertThat(header(page, "Link")).contains("after=c%2F2", "rel=\"next\"");
        assertThat(mails.done).containsExactly("browse null 3");
    }

    @Test
    void deadLettersAreListedPutBackAndRemoved() throws Exception {
        MockHttpResponse page = send(get("/mailboxes/orders/dead"));
        assertThat(json(page).getJsonArray("messages").getJsonObject(0).getString("reason"))
                .isEqualTo("max-deliveries");
        assertThat(send(request("POST", "/mailboxes/orders/dead/a%20b%2F1/redeliver"))
                        .getStatus())
                .isEqualTo(204);
        assertThat(send(request("DELETE", "/mailboxes/orders/dead/m-1")).getStatus())
                .isEqualTo(204);
        assertProblem(send(request("DELETE", "/mailboxes/orders/dead/a%00b")), 404, "not-found");
        assertThat(letters.done).containsExactly("list null 50", "redeliver a b/1", "remove m-1");
    }

    private MockHttpResponse send(MockHttpRequest request) {
        return dispatcher.send(request);
    }

    private static class FakeMailboxes implements Mailboxes {

        private final List<String> done = new ArrayList<>();
        private boolean created = true;
        private Precondition expected;

        @Override
        public Written<MailboxView> define(String name, String definition, Precondition expected, Caller caller) {
            done.add("define " + name + " " + definition + " " + caller.name());
            this.expected = expected;
            return new Written<>(MailExamples.view(null), created ? Written.Change.CREATED : Written.Change.UPDATED);
        }

        @Override
        public MailboxView get(String name, Caller caller) {
            done.add("get " + name);
            return MailExamples.view(null);
        }

        @Override
        public Page<Mailbox> list(String after, int limit, Caller caller) {
            done.add("list " + after + " " + limit);
            return new Page<>(List.of(MailExamples.mailbox()), "c/2");
        }

        @Override
        public void delete(String name, Precondition expected, boolean purge, Caller caller) {
            done.add("delete " + name + " " + purge);
        }
    }

    private static class FakeLetters implements DeadMails {

        private final List<String> done = new ArrayList<>();

        @Override
        public Page<DeadMail> list(String mailbox, String after, int limit, Caller caller) {
            done.add("list " + after + " " + limit);
            return new Page<>(List.of(MailExamples.dead(MailExamples.bare("1"))), null);
        }

        @Override
        public void redeliver(String mailbox, String messageId, Caller caller) {
            done.add("redeliver " + messageId);
        }

        @Override
        public void remove(String mailbox, String messageId, Caller caller) {
            done.add("remove " + messageId);
        }
    }
}
