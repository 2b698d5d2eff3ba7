package dev.parley.it.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Topic;
import dev.parley.it.client.WebhookReceiver;
import dev.parley.it.client.WebhookReceiver.Call;
import dev.parley.it.server.ParleyServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiverIsCalledIT extends TopicTest {

    private static final JsonNode AT_ONCE = Json.parse("{\"backoff\":\"PT0.1S\",\"maximum\":\"PT0.1S\"}");

    private final WebhookReceiver receiver = new WebhookReceiver();

    ReceiverIsCalledIT(ParleyServer server) {
        super(server);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    /** Bob's, with the receiver; attempts follow each other at once. */
    private Topic subscribed() {
        open().seenBy(bob).subscribe("hook", "to", receiver.url(), "retry", AT_ONCE);
        return topic;
    }

    private static String secret(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return answer.json().path("secret").asText();
    }

    private String secret() {
        return secret(topic.seenBy(bob).secret("hook").send());
    }

    private static String signature(String secret, Call call) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode delivered(int count) {
        return topic.await("hook", view -> view.path("delivered").asInt() == count);
    }

    private JsonNode paused() {
        return topic.await("hook", view -> view.path("status").asText().equals("PAUSED"));
    }

    @Test
    void onceItHasAgreedWithEventsThatAreSigned() throws Exception {
        subscribed();
        String id = topic.publish("total", 5, "name", "ä€😀");

        Call question = receiver.nextQuestion();
        assertThat(question.header("WebHook-Request-Origin")).isEqualTo(WebhookReceiver.ORIGIN);
        Call event = receiver.next();
        assertThat(event.headers().get("webhook-signature")).containsExactly(signature(secret(), event));
        assertThat(Instant.ofEpochSecond(Long.parseLong(event.header("webhook-timestamp"))))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(event.header("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(event.header("Origin")).isEqualTo(WebhookReceiver.ORIGIN);
        assertThat(event.event().path("id").asText()).isEqualTo(id);
        assertThat(event.event().path("data").path("name").asText()).isEqualTo("ä€😀");
        assertThat(event.event().path("subscription").asText()).isEqualTo("hook");
        delivered(1);
        topic.publish("total", 6);
        assertThat(receiver.next().header("webhook-id")).isNotEqualTo(event.header("webhook-id"));
        JsonNode view = delivered(2);
        assertThat(view.path("failing").asInt()).as(view.toString()).isZero();
        assertThat(receiver.hasNoMore()).isTrue();
    }

    @Test
    void withTwoSignaturesWhileTheSecretChanges() throws Exception {
        subscribed();
        String first = secret();
        assertThat(first).startsWith("whsec_").isEqualTo(secret());
        Topic bobs = topic.seenBy(bob);

        String second = secret(bobs.subscription("hook", "secret").send());
        topic.publish("n", 1);
        Call both = receiver.next();
        assertThat(List.of(both.header("webhook-signature").split(" ")))
                .containsExactly(signature(second, both), signature(first, both));
        String third = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
        assertThat(secret(bobs.subscription("hook", "secret")
                        .body(Json.object("secret", third, "overlap", "PT0S"))
                        .send()))
                .isEqualTo(third);
        topic.publish("n", 2);
        Call one = receiver.next();
        assertThat(one.header("webhook-signature")).isEqualTo(signature(third, one));
    }

    @Test
    void againWithTheSameIdUntilItTakesTheEvent() {
        receiver.answering(500).answering(302, "Location", receiver.url()).answering(429, "Retry-After", "1");
        subscribed();
        topic.publish("n", 1);

        List<Call> calls = IntStream.range(0, 4).mapToObj(i -> receiver.next()).toList();

        assertThat(calls)
                .extracting(call -> call.header("webhook-id"))
                .containsOnly(calls.get(0).header("webhook-id"));
        assertThat(calls).extracting(Call::body).containsOnly(calls.get(0).body());
        assertThat(delivered(1).path("failing").asInt()).isZero();
        long third = Long.parseLong(calls.get(2).header("webhook-timestamp"));
        assertThat(Long.parseLong(calls.get(3).header("webhook-timestamp"))).isGreaterThan(third);
        receiver.nextQuestion();
        assertThat(receiver.hasNoMore()).isTrue();
    }

    @Test
    void noLongerWhenItIsGoneUntilItIsResumed() {
        receiver.answering(410);
        subscribed();
        topic.publish("n", 1);

        JsonNode view = paused();
        assertThat(view.path("reason").asText()).startsWith("webhook-gone: ");
        receiver.next();
        topic.publish("n", 2);
        topic.seenBy(bob).subscription("hook", "resume").send();
        assertThat(List.of(receiver.next(), receiver.next()))
                .extracting(call -> call.event().path("data").path("n").asInt())
                .containsExactlyInAnyOrder(1, 2);
        delivered(2);
    }

    @Test
    void withNothingUnlessItAgrees() {
        receiver.allowing("somebody.else.example");
        subscribed();
        topic.publish("n", 1);

        assertThat(paused().path("reason").asText()).startsWith("webhook-unproved: ");
        receiver.nextQuestion();
        assertThat(receiver.hasNoMore()).isTrue();
        receiver.allowing("*");
        topic.seenBy(bob).subscription("hook", "resume").send();
        assertThat(receiver.next().event().path("data").path("n").asInt()).isEqualTo(1);
        delivered(1);
    }

    @Test
    void inOrderByKeyAndWhatFailsHoldsUpItsKeyAlone() {
        topic.define("publishers", ANYBODY, "subscribers", ANYBODY, "key", "/k");
        topic.seenBy(bob).subscribe("hook", "to", receiver.url(), "retry", AT_ONCE);
        topic.publish("k", "warm", "n", 0);
        receiver.next();
        delivered(1);
        receiver.answering(500).answering(500);
        topic.publish("k", "a", "n", 1);
        topic.publish("k", "a", "n", 2);
        topic.publish("k", "a", "n", 3);

        List<Integer> came = IntStream.range(0, 5)
                .mapToObj(i -> receiver.next().event().path("data").path("n").asInt())
                .toList();

        assertThat(came).containsExactly(1, 1, 1, 2, 3);
        delivered(4);
    }

    @Test
    void andGivenUpWhenItNeverTakesIt() {
        IntStream.range(0, 3).forEach(i -> receiver.answering(500));
        open().seenBy(bob)
                .subscribe("hook", "to", receiver.url(), "retry", AT_ONCE, "maxDeliveries", 3, "onExhausted", "drop");
        topic.publish("n", 1);

        JsonNode view = topic.await("hook", each -> each.path("dropped").asInt() == 1);
        assertThat(view.path("failing").asInt()).isZero();
        topic.publish("n", 2);
        delivered(1);
    }

    @Test
    void notIfItIsWhereNobodyMayBeCalled() {
        Topic bobs = open().seenBy(bob);
        for (String to : List.of(
                "http://127.0.0.2:8080/",
                "https://127.0.0.2/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://10.0.0.1/",
                "http://hooks.example.org/",
                "https://hooks.example.org:8443/")) {
            assertThatItIsRefused(400, "address-refused", bobs.subscription("s").put(Json.object("to", to)));
        }
        for (String to : List.of("file:///etc/passwd", "ftp://example.org/", "https://ann:x@example.org/")) {
            assertThatItIsRefused(400, "body-invalid", bobs.subscription("s").put(Json.object("to", to)));
        }
    }

    @Test
    void notWhenItsNameLeadsNowhereAndThatIsSaid() {
        open().seenBy(bob).subscribe("hook", "to", "https://hooks.invalid/", "retry", AT_ONCE);
        topic.publish("n", 1);

        JsonNode view = topic.await("hook", each -> each.path("failures").size() == 1);
        assertThat(view.path("failures").path(0).path("problem").asText())
                .startsWith("webhook-failed: There is no host");
        topic.seenBy(bob).subscription("hook").delete().send();
    }

    @Test
    void withASecretThatOnlyWhoSubscribedSees() {
        subscribed();
        topic.seenBy(bob).subscribe("queue", "to", "queue:reply.bob");
        Topic bobs = topic.seenBy(bob);

        secret(topic.seenBy(olga).secret("hook").send());
        assertThatItIsRefused(404, "subscription-unknown", topic.secret("hook"));
        assertThatItIsRefused(404, "subscription-unknown", topic.secret("hook").post());
        assertThatItIsRefused(409, "webhook-missing", bobs.subscription("queue", "secret"));
        assertThatItIsRefused(
                400, "body-invalid", bobs.subscription("hook", "secret").body("{\"secret\":\"short\"}"));
        assertThatItIsRefused(
                400, "body-invalid", bobs.subscription("hook", "secret").body("{\"overlap\":\"P31D\"}"));
        assertThat(bobs.view("hook").toString()).doesNotContain("whsec_");
        String before = secret();
        bobs.subscription("hook").delete().send();
        bobs.subscribe("hook", "to", receiver.url());
        assertThat(secret()).isNotEqualTo(before);
    }

    @Test
    void withoutHoldingUpOthersWhenItIsSlow() {
        try (SilentReceiver silent = new SilentReceiver()) {
            open().seenBy(bob).subscribe("silent", "to", silent.url());
            topic.seenBy(bob).subscribe("hook", "to", receiver.url(), "retry", AT_ONCE);
            topic.publish("n", 1);
            receiver.next();
            delivered(1);
            JsonNode slow = topic.view("silent");
            assertThat(slow.path("failing").asInt()).as(slow.toString()).isZero();
            assertThat(slow.path("lag").asInt()).isZero();
            topic.seenBy(bob).subscription("silent").delete().send();
        }
    }

    /** Each that is silent is waited for ten seconds: one after the other, the last would have it minutes later. */
    @Test
    void withoutHoldingUpAFewWhenMostAreSilent() {
        Topic bobs = open().seenBy(bob);
        List<String> silent =
                IntStream.range(0, 45).mapToObj(i -> "silent-" + i).toList();
        List<String> prompt = IntStream.range(0, 5).mapToObj(i -> "prompt-" + i).toList();
        try (SilentReceiver receives = new SilentReceiver()) {
            silent.forEach(name -> bobs.subscribe(name, "to", receives.url()));
            prompt.forEach(name -> bobs.subscribe(name, "to", receiver.url(), "retry", AT_ONCE));

            topic.publish("n", 1);

            prompt.forEach(name -> receiver.next());
            prompt.forEach(
                    name -> topic.await(name, view -> view.path("delivered").asInt() == 1));
            assertThat(silent).allSatisfy(name -> assertThat(
                            topic.view(name).path("delivered").asInt())
                    .isZero());
        } finally {
            silent.forEach(name -> bobs.subscription(name).delete().send());
        }
    }
}
