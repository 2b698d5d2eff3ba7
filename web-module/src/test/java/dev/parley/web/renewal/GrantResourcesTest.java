package dev.parley.web.renewal;

import static dev.parley.web.RestDispatcher.BASE;
import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.body;
import static dev.parley.web.RestDispatcher.get;
import static dev.parley.web.RestDispatcher.header;
import static dev.parley.web.RestDispatcher.json;
import static dev.parley.web.RestDispatcher.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantQuery;
import dev.parley.renewal.GrantView;
import dev.parley.renewal.Grants;
import dev.parley.renewal.RenewalProblem;
import dev.parley.renewal.RenewalProblems;
import dev.parley.web.PlannedTasks;
import dev.parley.web.RestDispatcher;
import dev.parley.web.TestSuspensions;
import java.sql.SQLException;
import java.time.Instant;
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

/** Grants through the dispatcher of the server's Jakarta REST, with everything behind the boundary made up. */
class GrantResourcesTest {

    private static final String GRANTS = "/pools/seats/grants";

    private final FakeGrants grants = new FakeGrants();
    private RestDispatcher dispatcher;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        var suspensions = TestSuspensions.of(Runnable::run, PlannedTasks.deadlines());
        var resource = new GrantsResource();
        resource.grants = grants;
        resource.suspensions = suspensions;
        // Its paths begin alike: both must be found
        dispatcher = new RestDispatcher(new PoolsResource(), resource);
    }

    @Test
    void aGrantThatIsHeldIsThere() throws Exception {
        MockHttpResponse answer =
                send(body("POST", GRANTS, "{\"pingTo\":\"mailbox:ann\"}").header("Idempotency-Key", "\"k-1\""));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(header(answer, "Location")).isEqualTo(BASE + GRANTS + "/g-1");
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getContentAsString())
                .isEqualTo("{\"grantId\":\"g-1\",\"pool\":\"seats\",\"holder\":\"user:ann\",\"pingTo\":\"none\","
                        + "\"status\":\"HELD\",\"reference\":\"seat 12\",\"fencingToken\":41,"
                        + "\"askedAt\":\"2026-01-02T03:04:05Z\",\"grantedAt\":\"2026-01-02T03:04:05Z\","
                        + "\"confirmedAt\":\"2026-01-02T03:04:05Z\","
                        + "\"nextPingAt\":\"2026-01-02T03:19:05Z\",\"nextPingIn\":\"PT14M50S\"}");
        assertThat(grants.done).containsExactly("request seats {\"pingTo\":\"mailbox:ann\"} k-1 ann");
    }

    @Test
    void aGrantThatWaitsIsAccepted() throws Exception {
        grants.grant = CompletableFuture.completedFuture(PoolExamples.waiting());
        MockHttpResponse answer = send(body("POST", GRANTS, "{\"wait\":\"PT1M\"}"));
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(header(answer, "Location")).isEqualTo(BASE + GRANTS + "/g-1");
        assertThat(json(answer).getString("status")).isEqualTo("WAITING");
        assertThat(json(answer).getString("waitsFor")).isEqualTo("PT50S");
    }

    @Test
    void nothingNeedBeSaidToAskForAGrant() throws Exception {
        assertThat(send(empty()).getStatus()).isEqualTo(201);
        assertThat(send(body("POST", GRANTS, "")).getStatus()).isEqualTo(201);
        assertThat(send(empty().header("Content-Length", "0").contentType("text/plain"))
                        .getStatus())
                .isEqualTo(201);
        assertThat(grants.done)
                .containsExactly("request seats  null ann", "request seats  null ann", "request seats  null ann");
    }

    @Test
    void aBodyIsJsonAndSmall() throws Exception {
        MockHttpRequest untyped = request("POST", GRANTS).content("{}".getBytes(UTF_8));
        assertProblem(send(untyped), 415, "unsupported-media-type");
        MockHttpRequest text = request("POST", GRANTS).contentType("text/plain").content("{}".getBytes(UTF_8));
        assertProblem(send(text), 415, "unsupported-media-type");
        String large = " ".repeat(16 * 1024 + 1);
        assertProblem(send(body("POST", GRANTS, large)), 413, "message-too-large");
        assertProblem(send(body("POST", GRANTS + "/g-1/confirm", large)), 413, "message-too-large");
        assertProblem(
                send(request("POST", GRANTS + "/g-1/decline").contentType("text/plain")),
                415,
                "unsupported-media-type");
        assertProblem(send(body("POST", GRANTS + "/g-1/confirm", "")), 400, "body-not-json");
        assertProblem(send(request("POST", GRANTS + "/g-1/confirm")), 415, "unsupported-media-type");
        assertProblem(send(empty().header("Idempotency-Key", "\"")), 400, "idempotency-key-invalid");
        assertThat(grants.done).isEmpty();
    }

    @Test
    void whenNothingIsFreeItIsSaidWhenToAskAgain() throws Exception {
        grants.grant = CompletableFuture.failedFuture(
                new Refusal(RenewalProblems.poolExhausted(PoolExamples.view().pool(), 42)));
        MockHttpResponse answer = send(empty());
        assertProblem(answer, 409, "pool-exhausted");
        assertThat(header(answer, "Retry-After")).isEqualTo("42");
        assertThat(json(answer).getInt("retryAfter")).isEqualTo(42);
    }

    @Test
    void aRepeatedRequestWhoseGrantHasEndedIsNotTakenForAGrant() throws Exception {
        grants.grant = CompletableFuture.completedFuture(PoolExamples.ended());
        MockHttpResponse answer = send(empty().header("Idempotency-Key", "k-1"));
        assertProblem(answer, 410, "grant-ended");
        assertThat(json(answer).getString("ended")).isEqualTo("DECLINED");
    }

    @Test
    void whatIsNotCommittedIsNotSaid() throws Exception {
        grants.grant = CompletableFuture.failedFuture(new CompletionException(new SQLException("x")));
        assertProblem(send(empty()), 503, "unavailable");
        assertProblem(send(request("DELETE", GRANTS + "/g-1")), 503, "unavailable");
    }

    @Test
    void aGrantIsShownWithThePingThatIsToBeAnswered() throws Exception {
        grants.grant = CompletableFuture.completedFuture(PoolExamples.asked());
        MockHttpResponse answer = send(get(GRANTS + "/g-1"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(json(answer).getJsonObject("ping"))
                .hasToString("{\"pingId\":\"p-1\",\"attempt\":2,"
                        + "\"answerBy\":\"2026-01-02T03:05:05Z\",\"answerWithin\":\"PT50S\"}");
        assertThat(json(answer)).doesNotContainKey("nextPingAt");
        assertThat(json(answer).getJsonArray("actions"))
                .hasToString("[{\"name\":\"release\",\"method\":\"DELETE\",\"href\":\"pools/seats/grants/"
                        + json(answer).getString("grantId") + "\"}]");
        assertThat(grants.done).containsExactly("get seats g-1 ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "decline"})
    void aPingIsAnswered(String verb) throws Exception {
        MockHttpResponse answer = send(body("POST", GRANTS + "/g-1/" + verb, "{\"pingId\":\"p-1\"}"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(json(answer).getString("grantId")).isEqualTo("g-1");
        assertThat(grants.done).containsExactly(verb + " seats g-1 p-1 ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confirm | {} | /pingId",
                "decline | {\"pingId\": 1} | /pingId",
                "confirm | {\"pingId\": \"p-1\", \"grantId\": \"g-1\"} | /grantId",
                "decline | [] | ''",
            })
    void whatIsWrongWithAnAnswerIsSaidWithTheField(String verb, String json, String field) throws Exception {
        MockHttpResponse answer = send(body("POST", GRANTS + "/g-1/" + verb, json));
        assertProblem(answer, 400, "body-invalid");
        assertThat(json(answer).getJsonArray("errors").toString()).contains("\"field\":\"" + field + "\"");
        assertThat(grants.done).isEmpty();
    }

    @Test
    void aLeaseIsRenewedAndAGrantGivenBack() throws Exception {
        MockHttpResponse renewed = send(request("POST", GRANTS + "/g-1/renew"));
        assertThat(renewed.getStatus()).isEqualTo(200);
        assertThat(json(renewed).getString("nextPingAt")).isEqualTo("2026-01-02T03:19:05Z");
        MockHttpResponse released = send(request("DELETE", GRANTS + "/g-1"));
        assertThat(released.getStatus()).isEqualTo(204);
        assertThat(released.getOutput()).isEmpty();
        assertThat(grants.done).containsExactly("renew seats g-1 ann", "release seats g-1 ann");
    }

    @Test
    void aGrantThatHasEndedIsGone() throws Exception {
        grants.grant = CompletableFuture.failedFuture(new Refusal(RenewalProblems.grantEnded(PoolExamples.ended())));
        assertProblem(send(body("POST", GRANTS + "/g-1/confirm", "{\"pingId\":\"p-1\"}")), 410, "grant-ended");
        assertProblem(send(request("POST", GRANTS + "/g-1/renew")), 410, "grant-ended");
        grants.grant = CompletableFuture.failedFuture(new Refusal(RenewalProblem.PING_UNKNOWN.because("d")));
        assertProblem(send(body("POST", GRANTS + "/g-1/decline", "{\"pingId\":\"p-1\"}")), 409, "ping-unknown");
    }

    @Test
    void grantsAreListed() throws Exception {
        MockHttpResponse page = send(get(GRANTS + "?status=HELD&holder=user:ann&after=a&limit=2"));
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(json(page).getJsonArray("grants")).hasSize(2);
        assertThat(json(page).getJsonArray("grants").getJsonObject(1).getString("ended"))
                .isEqualTo("DECLINED");
        assertThat(json(page).getString("next")).isEqualTo("c/2");
        assertThat(header(page, "Link")).contains("after=c%2F2", "rel=\"next\"");
        send(get(GRANTS + "?status=&holder="));
        assertThat(grants.queries)
                .containsExactly(
                        new GrantQuery("seats", Grant.Status.HELD, "user:ann", "a", 2),
                        new GrantQuery("seats", null, null, null, 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=held", "status=GONE", "holder=a%00b", "limit=0"})
    void aQueryIsChecked(String query) throws Exception {
        assertProblem(send(get(GRANTS + "?" + query)), 400, "parameter-invalid");
        assertThat(grants.queries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "a%2Fb", "%C3%A4", "a~b", "a%00b"})
    void underOddNamesThereIsNothing(String name) throws Exception {
        String odd = "/pools/" + name + "/grants";
        for (MockHttpRequest request : List.of(
                request("POST", odd),
                get(odd),
                get(odd + "/g-1"),
                body("POST", odd + "/g-1/confirm", "{}"),
                body("POST", odd + "/g-1/decline", "{}"),
                request("POST", odd + "/g-1/renew"),
                request("DELETE", odd + "/g-1"))) {
            assertProblem(send(request), 404, "pool-unknown");
        }
        assertThat(grants.done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "a%2Fb", "%C3%A4", "a%00b"})
    void oddGrantsAreNotThere(String id) throws Exception {
        String odd = GRANTS + "/" + id;
        for (MockHttpRequest request : List.of(
                get(odd),
                body("POST", odd + "/confirm", "{}"),
                body("POST", odd + "/decline", "{}"),
                request("POST", odd + "/renew"),
                request("DELETE", odd))) {
            assertProblem(send(request), 404, "grant-unknown");
        }
        assertThat(grants.done).isEmpty();
    }

    private static MockHttpRequest empty() {
        return request("POST", GRANTS).content(new byte[0]);
    }

    private MockHttpResponse send(MockHttpRequest request) {
        return dispatcher.send(request);
    }

    private static class FakeGrants implements Grants {

        @Override
        public Instant now() {
            return PoolExamples.ASKED.plusSeconds(10);
        }

        private final List<String> done = new ArrayList<>();
        private final List<GrantQuery> queries = new ArrayList<>();
        private CompletableFuture<Grant> grant = CompletableFuture.completedFuture(PoolExamples.held());

        @Override
        public CompletableFuture<Grant> request(String pool, String body, String key, Caller caller) {
            return does("request", pool, body, String.valueOf(key), caller.name());
        }

        @Override
        public CompletableFuture<Grant> confirm(String pool, String id, String pingId, Caller caller) {
            return does("confirm", pool, id, pingId, caller.name());
        }

        @Override
        public CompletableFuture<Grant> decline(String pool, String id, String pingId, Caller caller) {
            return does("decline", pool, id, pingId, caller.name());
        }

        @Override
        public CompletableFuture<Grant> renew(String pool, String id, Caller caller) {
            return does("renew", pool, id, caller.name());
        }

        @Override
        public CompletableFuture<Grant> release(String pool, String id, Caller caller) {
            return does("release", pool, id, caller.name());
        }

        @Override
        public GrantView get(String pool, String id, Caller caller) {
            return new GrantView(
                    does("get", pool, id, caller.name()).join(), List.of(new GrantView.GrantAction("release", null)));
        }

        @Override
        public Page<Grant> list(GrantQuery query, Caller caller) {
            queries.add(query);
            return new Page<>(List.of(PoolExamples.held(), PoolExamples.ended()), "c/2");
        }

        private CompletableFuture<Grant> does(String... what) {
            done.add(String.join(" ", what));
            return grant;
        }
    }
}
