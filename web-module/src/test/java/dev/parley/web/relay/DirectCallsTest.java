package dev.parley.web.relay;

import static dev.parley.web.RestDispatcher.body;
import static dev.parley.web.RestDispatcher.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.mailbox.RelayProblem;
import dev.parley.web.RestDispatcher;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the resources: whoever asks cannot tell who has answered. */
class DirectCallsTest {

    private static final Caller ANN = new Caller("ann", false);

    private final FakeMails mails = new FakeMails();
    private final DirectCalls calls = DirectCallsExample.of(mails, Duration.ofSeconds(1));
    private RestDispatcher dispatcher;

    @BeforeEach
    void start() {
        dispatcher = new RestDispatcher(calls.messages, calls.receptions, calls.locks);
    }

    @Test
    void everyCallIsAnsweredAsByJakartaRest() throws Exception {
        assertSame("POST", "/mailboxes/a/messages", Map.of(), "{\"body\":{}}");
        assertSame("POST", "/mailboxes/a/messages", Map.of(), "{\"messages\":[{\"body\":1},{\"body\":2}]}");
        assertSame("POST", "/mailboxes/a/receive", Map.of(), "");
        assertSame("POST", "/mailboxes/a/receive", Map.of("max", "7", "lock", "PT3S"), "");
        assertSame("DELETE", "/mailboxes/a/locks/7.x", Map.of(), "");
        assertSame("POST", "/mailboxes/a/locks/acknowledge", Map.of(), "{\"locks\":[\"7.x\"]}");
        assertSame("POST", "/mailboxes/a/receive", Map.of(), "{}");
        mails.received = CompletableFuture.completedFuture(
                new ReceivedMails(List.of(), new Acknowledged(List.of("7.x"), List.of("8.x"))));
        assertSame("POST", "/mailboxes/a/receive", Map.of("max", "7"), "{\"acknowledge\":[\"7.x\",\"8.x\"]}");
        assertThat(mails.receptions).last().isEqualTo(mails.receptions.get(mails.receptions.size() - 2));
        assertThat(mails.receptions.get(mails.receptions.size() - 1).acknowledge())
                .containsExactly("7.x", "8.x");
    }

    @Test
    void nothingThereIsAnsweredAsByJakartaRest() throws Exception {
        mails.received = CompletableFuture.completedFuture(new ReceivedMails(List.of(), null));
        assertSame("POST", "/mailboxes/a/receive", Map.of("wait", "0"), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"body\":1,\"typ\":2}",
                "{\"messages\":[]}",
                "{\"locks\":7}",
                "{\"locks\":[]}",
                "{\"acknowledge\":{}}"
            })
    void whatIsMalformedIsAnsweredAsByJakartaRest(String json) throws Exception {
        assertSame("POST", "/mailboxes/a/messages", Map.of(), json);
        assertSame("POST", "/mailboxes/a/locks/acknowledge", Map.of(), json);
        assertSame("POST", "/mailboxes/a/receive", Map.of(), json);
    }

    @Test
    void whatIsRefusedIsAnsweredAsByJakartaRest() throws Exception {
        mails.sent = CompletableFuture.failedFuture(new Refusal(RelayProblem.MAILBOX_FULL.because("Later.")));
        mails.acknowledged = CompletableFuture.failedFuture(new Refusal(RelayProblem.LOCK_LOST.because("Gone.")));
        assertSame("POST", "/mailboxes/a/messages", Map.of(), "{\"body\":{}}");
        assertSame("DELETE", "/mailboxes/a/locks/7.x", Map.of(), "");
    }

    @Test
    void whatFailsIsAnsweredAsByJakartaRest() throws Exception {
        for (Throwable each : List.of(
                new RejectedExecutionException("full"), new SQLException("away"), new CancellationException("stop"))) {
            mails.received = CompletableFuture.failedFuture(each);
            assertSame("POST", "/mailboxes/a/receive", Map.of(), "");
        }
    }

    @Test
    void aKeyThatIsInvalidIsAnsweredAsByJakartaRest() throws Exception {
        assertSame("POST", "/mailboxes/a/receive", Map.of(), "", "\"unended");
        assertSame("POST", "/mailboxes/a/messages", Map.of(), "{\"body\":{}}", "\"unended");
    }

    @Test
    void aKeyIsPassedOn() {
        var input = new DirectCalls.Input(
                List.of("\"k 1\""), name -> null, new ByteArrayInputStream("{\"body\":{}}".getBytes(UTF_8)));
        calls.answer(new DirectCall(DirectCall.Kind.SEND, "a", ""), ANN, input).join();
        calls.answer(new DirectCall(DirectCall.Kind.RECEIVE, "a", ""), ANN, input)
                .join();
        assertThat(mails.sendings.get(0).idempotencyKey()).isEqualTo("k 1");
        assertThat(mails.receptions.get(0).idempotencyKey()).isEqualTo("k 1");
        assertThat(mails.receptions.get(0).caller()).isEqualTo(ANN);
    }

    @Test
    void whoWaitsIsToComeAgainWhenTheServerIsBeingSuspendedAndIsGivenNothingMore() {
        mails.received = new CompletableFuture<>();
        var answer = calls.answer(new DirectCall(DirectCall.Kind.RECEIVE, "a", ""), ANN, waiting());
        calls.waits.end();
        assertThat(answer.join().get().status()).isEqualTo(503);
        assertThat(mails.received).isCancelled();
    }

    @Test
    void whatHasComeIsTheAnswerAlsoWhenTheServerIsBeingSuspendedThatMoment() {
        mails.received = new CompletableFuture<>();
        var answer = calls.answer(new DirectCall(DirectCall.Kind.RECEIVE, "a", ""), ANN, waiting());
        // before what depends on it since before
        var unused = mails.received.whenComplete((received, thrown) -> calls.waits.end());
        mails.received.complete(new ReceivedMails(List.of(MailExamples.locked(MailExamples.bare("{}"))), null));
        assertThat(answer.join().get().status()).isEqualTo(200);
    }

    private static DirectCalls.Input waiting() {
        return new DirectCalls.Input(
                null, name -> name.equals("wait") ? "20" : null, new ByteArrayInputStream(new byte[0]));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        var input = new DirectCalls.Input(null, name -> null, new ByteArrayInputStream(new byte[] {(byte) 0xc3}));
        DirectAnswer answer = calls.answer(new DirectCall(DirectCall.Kind.SEND, "a", ""), ANN, input)
                .join()
                .get();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer)).contains("urn:parley:fault:body-not-utf-8");
    }

    private void assertSame(String method, String path, Map<String, String> query, String json, String... keys)
            throws Exception {
        DirectCall call = DirectCall.of(method, "/v1" + path).orElseThrow();
        var input = new DirectCalls.Input(
                keys.length == 0 ? null : List.of(keys), query::get, new ByteArrayInputStream(json.getBytes(UTF_8)));
        DirectAnswer direct = calls.answer(call, ANN, input).join().get();
        var inOrder = new TreeMap<>(query);
        String parameters = inOrder.isEmpty()
                ? ""
                : "?" + inOrder.toString().replaceAll("[{} ]", "").replace(',', '&');
        MockHttpRequest request = json.isEmpty() && !call.kind().needsBody()
                ? request(method, path + parameters)
                : body(method, path + parameters, json);
        for (String key : keys) {
            request.header("Idempotency-Key", key);
        }
        MockHttpResponse usual = dispatcher.send(request);
        assertThat(direct.status()).isEqualTo(usual.getStatus());
        assertThat(text(direct)).isEqualTo(usual.getContentAsString());
        Map<String, String> headers = new TreeMap<>();
        usual.getOutputHeaders().forEach((name, values) -> headers.put(name, String.valueOf(values.get(0))));
        assertThat(new TreeMap<>(direct.headers())).isEqualTo(headers);
    }

    private static String text(DirectAnswer answer) {
        return UTF_8.decode(answer.body().duplicate()).toString();
    }
}
