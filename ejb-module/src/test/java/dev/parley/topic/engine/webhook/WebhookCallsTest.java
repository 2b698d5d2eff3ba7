package dev.parley.topic.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.topic.webhook.CallOutcome;
import dev.parley.topic.webhook.CallOutcome.Delivered;
import dev.parley.topic.webhook.CallOutcome.Ended;
import dev.parley.topic.webhook.CallOutcome.Failed;
import dev.parley.topic.webhook.HostPolicy;
import dev.parley.topic.webhook.HostRule;
import dev.parley.topic.webhook.Network;
import dev.parley.topic.webhook.NetworkPolicy;
import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookSecret;
import dev.parley.topic.webhook.WebhookUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls receivers that behave badly. {@code hooks.test} leads where a test says, and 127.0.0.1 may be called. */
class WebhookCallsTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String ORIGIN = "events.example.org";
    private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 0";
    private static final String AGREES = OK + "\nWebHook-Allowed-Origin: " + ORIGIN;
    private static final String ANY = "*";
    private static final String BODY = "{\"data\":{\"name\":\"\u00e4\"}}";
    private static final SigningSecrets SECRETS = SigningSecrets.of(
            WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow());

    private final Deque<String> addresses = new ArrayDeque<>();
    private int looked;
    private final WebhookClient client = new WebhookClient(
            new CheckedNames(
                    new NetworkPolicy(List.of(Network.parse("127.0.0.1").orElseThrow())), this::look),
            Duration.ofSeconds(3),
            null);

    private InetAddress[] look(String host) throws UnknownHostException {
        looked++;
        if (!host.equals("hooks.test")) {
            return InetAddress.getAllByName(host);
        }
        String next = addresses.size() > 1 ? addresses.removeFirst() : addresses.getFirst();
        return InetAddress.getAllByName(next);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private CallOutcome call(String host, int port, boolean isProved) throws Exception {
        WebhookUrl url = new WebhookUrl(false, host, port, "/events?of=1");
        HostPolicy hosts = new HostPolicy(List.of(new HostRule(false, ANY, port)));
        return call(url, isProved, hosts);
    }

    private CallOutcome call(WebhookUrl url, boolean isProved, HostPolicy hosts) throws Exception {
        return new WebhookCalls(client, hosts, ORIGIN, () -> NOW)
                .begin(new WebhookCall(url, isProved, SECRETS, "evt_1", BODY))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .outcome();
    }

    private CallOutcome call(Receiver receiver) throws Exception {
        addresses.add("127.0.0.1");
        return call("hooks.test", receiver.port(), true);
    }

    private static void failed(CallOutcome outcome, String name, String detail) {
        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.problem().name()).isEqualTo(name);
            assertThat(failed.problem().detail()).contains(detail);
        });
    }

    @Test
    void theReceiverAgreesAndGetsTheEventSigned() throws Exception {
        addresses.add("127.0.0.1");
        try (Receiver receiver = Receiver.answering(AGREES)) {
            assertThat(call("hooks.test", receiver.port(), false)).isInstanceOf(Delivered.class);

            Receiver.Request question = receiver.next();
            assertThat(question.line()).isEqualTo("OPTIONS /events?of=1 HTTP/1.1");
            assertThat(question.headers())
                    .containsEntry("webhook-request-origin", ORIGIN)
                    .containsEntry("host", "hooks.test:" + receiver.port())
                    .doesNotContainKey("webhook-signature");
            Receiver.Request event = receiver.next();
            assertThat(event.line()).isEqualTo("POST /events?of=1 HTTP/1.1");
            assertThat(event.headers())
                    .containsAllEntriesOf(SECRETS.headers("evt_1", NOW, BODY))
                    .containsEntry("origin", ORIGIN)
                    .containsEntry("content-type", "application/cloudevents+json; charset=UTF-8");
            assertThat(event.headers()).containsEntry("content-length", "22").doesNotContainKey("cookie");
            assertThat(receiver.others()).isEmpty();
        }
    }

    @Test
    void whoHasAgreedIsNotAskedAgain() throws Exception {
        try (Receiver receiver = Receiver.answering(OK)) {
            assertThat(call(receiver)).isInstanceOf(Delivered.class);
            assertThat(receiver.next().isQuestion()).isFalse();
        }
    }

    @Test
    void whoDoesNotAgreeGetsNothing() throws Exception {
        addresses.add("127.0.0.1");
        try (Receiver receiver = Receiver.answering(OK)) {
            assertThat(call("hooks.test", receiver.port(), false)).isInstanceOf(Ended.class);
            assertThat(receiver.next().isQuestion()).isTrue();
            assertThat(receiver.others()).isEmpty();
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (Receiver other = Receiver.answering(OK);
                Receiver receiver =
                        Receiver.answering("HTTP/1.1 307 Elsewhere\nContent-Length: 0\nLocation: http://127.0.0.1:"
                                + other.port() + "/")) {
            failed(call(receiver), "webhook-failed", "307: redirects are not followed");
            assertThat(other.others()).isEmpty();
        }
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws Exception {
        byte[] chunk = new byte[8192];
        try (Receiver receiver = Receiver.that((request, out) -> {
            out.write(Receiver.bytes("HTTP/1.1 200 OK\nContent-Type: text/plain"));
            while (true) {
                out.write(chunk);
            }
        })) {
            assertThat(call(receiver)).isInstanceOf(Delivered.class);
            assertThat(receiver.end()).isEqualTo("broken");
        }
    }

    @Test
    void aHeadWithoutEndIsCutOff() throws Exception {
        try (Receiver receiver = Receiver.that((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            failed(call(receiver), "webhook-failed", "broke off");
            assertThat(receiver.end()).isEqualTo("broken");
        }
    }

    @Test
    void whoIsSilentIsLeft() throws Exception {
        try (Receiver receiver = Receiver.that((request, out) -> {})) {
            failed(call(receiver), "webhook-failed", "did not answer in time");
            assertThat(receiver.end()).isNotNull();
        }
    }

    @Test
    void whoSpeaksVerySlowlyIsLeft() throws Exception {
        try (Receiver receiver = Receiver.that((request, out) -> {
            for (byte each : Receiver.bytes("HTTP/1.1 200 OK\nX: " + "y".repeat(1000))) {
                out.write(each);
                out.flush();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        })) {
            failed(call(receiver), "webhook-failed", "did not answer in time");
            assertThat(receiver.end()).isEqualTo("broken");
        }
    }

    @Test
    void whoHasAgreedAndIsGoneEnds() throws Exception {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 410 Gone\nContent-Length: 0")) {
            assertThat(call(receiver)).isInstanceOf(Ended.class);
        }
    }

    @Test
    void whoAsksToWaitIsWaitedFor() throws Exception {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 429 Later\nContent-Length: 0\nRetry-After: 60")) {
            assertThat(call(receiver)).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.again())
                    .isEqualTo(NOW.plusSeconds(60)));
        }
    }

    @Test
    void whoIsNotThereIsAFailure() throws Exception {
        int port;
        try (Receiver receiver = Receiver.answering(OK)) {
            port = receiver.port();
        }
        addresses.add("127.0.0.1");
        failed(call("hooks.test", port, true), "webhook-failed", "could not be reached");
        failed(call("no.such.host.invalid", 80, true), "webhook-failed", "There is no host");
    }

    /** Each call looks the name up anew, and connects to what it found then, whatever the name leads to by now. */
    @Test
    void aNameThatLeadsElsewhereLaterLeadsNobodyThere() throws Exception {
        try (Receiver receiver = Receiver.answering(OK + "\nConnection: close");
                Receiver inner = Receiver.on("127.0.0.2", receiver.port(), (request, out) -> {})) {
            addresses.addAll(List.of("127.0.0.1", "127.0.0.2", "169.254.169.254", "127.0.0.1", "::ffff:127.0.0.2"));

            assertThat(call("hooks.test", receiver.port(), true)).isInstanceOf(Delivered.class);
            failed(call("hooks.test", receiver.port(), true), "webhook-refused", "not public");
            failed(call("hooks.test", receiver.port(), true), "webhook-refused", "not public");
            assertThat(call("hooks.test", receiver.port(), true)).isInstanceOf(Delivered.class);
            failed(call("hooks.test", receiver.port(), true), "webhook-refused", "not public");

            assertThat(inner.others()).isEmpty();
        }
    }

    @Test
    void anAddressThatIsNotPublicIsNotCalled() throws Exception {
        for (String host : List.of("169.254.169.254", "10.0.0.1", "::1", "127.0.0.2")) {
            failed(call(host, 80, true), "webhook-refused", host);
        }
        failed(call("::ffff:169.254.169.254", 80, true), "webhook-refused", "169.254.169.254");
    }

    @Test
    void aHostThatIsNotAllowedIsNotEvenLookedUp() throws Exception {
        WebhookUrl url = new WebhookUrl(true, "hooks.test", 443, "/");
        failed(call(url, true, new HostPolicy(List.of())), "webhook-refused", "parley.webhook.hosts");
        assertThat(looked).isZero();
    }
}
