package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class TopicIsDefinedIT extends TopicTest {

    TopicIsDefinedIT(ParleyServer server) {
        super(server);
    }

    private static String to(String address) {
        return Json.object("to", address);
    }

    private static void assertThatTheBodyIsWrong(String field, String expected, HttpAnswer refused) {
        assertThat(refused.json().path("errors").path(0).path("field").asText())
                .as(refused.toString())
                .isEqualTo(field);
        assertThat(refused.json().path("errors").path(0).path("expected").asText())
                .contains(expected);
    }

    @Test
    void andReadChangedListedAndDeleted() {
        HttpAnswer made = topic.self().put("{\"retention\":\"PT1H\"}").send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.location()).isEqualTo(topic.uri());
        HttpAnswer read = topic.seenBy(bob).self().send();
        assertThat(read.json().path("retention").asText()).isEqualTo("PT1H");
        assertThat(read.json().path("exchange").asText()).isEqualTo("out-only");
        assertThat(read.json().path("sequence").asInt()).isZero();
        assertThatItIsRefused(403, "topic-not-yours", topic.seenBy(bob).self().put("{}"));
        assertThatItIsRefused(412, "precondition-failed", topic.self().put("{}").header("If-None-Match", "*"));
        topic.subscribe("own", "to", "queue:reply.alice");
        assertThat(topic.subscriptions().send().json().path("subscriptions").size())
                .isEqualTo(1);
        assertThatItIsRefused(409, "topic-in-use", topic.self().delete());
        assertThat(topic.subscription("own").delete().send().status()).isEqualTo(204);
        assertThat(topic.self().delete().send().status()).isEqualTo(204);
        assertThatItIsRefused(404, "topic-unknown", topic.self());
    }

    @Test
    void wronglyAndEachErrorIsNamed() {
        assertThatTheBodyIsWrong(
                "/exchange",
                "out-optional-in",
                assertThatItIsRefused(400, "body-invalid", topic.self().put("{\"exchange\":\"in-out\"}")));
        assertThatTheBodyIsWrong(
                "/key",
                "a JSON Pointer",
                assertThatItIsRefused(400, "body-invalid", topic.self().put("{\"key\":\"order\"}")));
        assertThatItIsRefused(400, "body-invalid", topic.self().put("{\"schema\":{\"type\":\"nothing\"}}"));
    }

    @Test
    void andSubscribedToByWhoeverMay() {
        assertThatItIsRefused(404, "topic-unknown", topic.subscription("s").put(to("queue:reply.s")));
        topic.define("maxSubscriptions", 1);
        Topic bobs = topic.seenBy(bob);
        assertThatItIsRefused(403, "subscriber-refused", bobs.subscription("s").put(to("queue:reply.s")));
        topic.define("maxSubscriptions", 1, "subscribers", ANYBODY);
        assertThat(bobs.subscription("s").put(to("queue:reply.s")).send().status())
                .isEqualTo(201);
        assertThatItIsRefused(
                409, "subscriptions-too-many", bobs.subscription("t").put(to("queue:reply.s")));
        assertThat(topic.subscription("s").send().status()).isEqualTo(200);
        topic.define("maxSubscriptions", 2, "subscribers", ANYBODY);
        topic.subscribe("mine", "to", "queue:reply.mine");
        assertThatItIsRefused(404, "subscription-unknown", bobs.subscription("mine"));
        assertThatItIsRefused(404, "subscription-unknown", bobs.subscription("mine", "pause"));
        assertThatItIsRefused(
                404, "subscription-unknown", bobs.subscription("mine").put(to("queue:reply.s")));
        assertThat(bobs.subscriptions().send().json().path("subscriptions").size())
                .isEqualTo(1);
    }

    @Test
    void andSubscribedToWithWhatCannotBe() {
        open();
        assertThatItIsRefused(400, "body-invalid", topic.subscription("s").put(to("file:/etc/passwd")));
        assertThatItIsRefused(400, "address-refused", topic.subscription("s").put(to("queue:parley.work")));
        assertThatItIsRefused(400, "address-refused", topic.subscription("s").put(to("mailbox:" + fresh("nobodys"))));
        assertThatTheBodyIsWrong(
                "/filter/$",
                "a pointer into an event",
                assertThatItIsRefused(
                        400,
                        "body-invalid",
                        topic.subscription("s")
                                .put("{\"to\":\"queue:reply.s\",\"filter\":{\"$\":\"/request\",\"is\":1}}")));
        assertThatTheBodyIsWrong(
                "/from",
                "beginning",
                assertThatItIsRefused(
                        400,
                        "body-invalid",
                        topic.subscription("s").put("{\"to\":\"queue:reply.s\",\"from\":\"yesterday\"}")));
    }

    @Test
    void andPublishedToWhatIsNotAsItMustBe() {
        topic.define(
                "schema",
                Json.parse("{\"type\":\"object\",\"required\":[\"n\"],\"properties\":{\"n\":{\"type\":\"integer\"}}}"));
        assertThatItIsRefused(
                403, "publisher-refused", topic.seenBy(bob).events().body("{\"n\":1}"));
        assertThatItIsRefused(400, "body-invalid", topic.events().body("{}"));
        assertThatItIsRefused(400, "body-not-json", topic.events().body("{"));
        assertThatItIsRefused(
                404, "topic-unknown", alice.topic(fresh("none")).events().body("{}"));
        assertThatItIsRefused(
                413, "message-too-large", topic.events().body("{\"n\":1,\"x\":\"" + "x".repeat(1 << 20) + "\"}"));
        HttpAnswer invalid = assertThatItIsRefused(
                400, "event-invalid", topic.events().header("ce-id", "1").body("{\"n\":1}"));
        assertThat(invalid.json().path("errors").findValuesAsText("field")).contains("specversion", "source", "type");
        assertThatItIsRefused(
                400,
                "event-invalid",
                topic.events()
                        .header("Content-Type", "application/cloudevents+json")
                        .body("{\"specversion\":\"0.3\"}"));
        String key = fresh("key");
        topic.events().key(key).body("{\"n\":1}").send();
        assertThat(topic.events().key(key).body("{\"n\":1}").send().status()).isEqualTo(202);
        HttpAnswer inAnotherForm =
                topic.events().key(key).body("{ \"n\": 1.0 }").send();
        assertThat(inAnotherForm.status()).as(inAnotherForm.toString()).isEqualTo(202);
        assertThatItIsRefused(
                422, "idempotency-key-reused", topic.events().key(key).body("{\"n\":2}"));
    }
}
