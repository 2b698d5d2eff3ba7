package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Status;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.Told;
import dev.parley.process.rule.ProcessSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Messages to an instance: from whom, and how many. */
class MessagesTest {

    private final KnownOffers offers = new KnownOffers().beans("do");

    private Instance of(String steps) {
        return Instance.of(offers, steps);
    }

    private static Told told(String id, String user, Set<String> roles, String body) {
        return new Told("approved", id, user, roles, body);
    }

    private static List<String> answered(Instance order) {
        return order.effects.stream()
                .filter(AnswerMessage.class::isInstance)
                .map(AnswerMessage.class::cast)
                .map(a -> a.conversationId()
                        + (a.refused() == null ? "" : " " + a.refused().name()))
                .toList();
    }

    @Test
    void isTakenFromWhoHasTheRole() {
        Instance order = of("[{\"name\": \"a\", \"await\": \"approved\", \"from\": \"role:boss\"}]");
        order.happens(told("m-1", "boss", Set.of(), "{}")).happens(told("m-2", "ann", Set.of("boss"), "{}"));
        assertThat(answered(order)).containsExactly("m-1 sender-refused", "m-2");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void isKeptForTheStepThatTakesItFromItsSender() {
        Instance order = of(
                """
                [{"name": "z", "operation": "do"}, {"name": "a", "await": "approved", "from": "user:ann"},
                 {"name": "b", "await": "approved", "from": "role:boss"}]
                """);
        order.happens(told("m-1", "bob", Set.of("boss"), "{}")).replies("step.z");
        assertThat(order.status("a")).isEqualTo("RUNNING");
        order.happens(told("m-2", "ann", Set.of(), "{}"));
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(answered(order)).containsExactly("m-2", "m-1");
    }

    private static final String BIDS =
            """
            [{"name": "z", "operation": "do"},
             {"name": "bids", "await": "approved", "timeout": "PT10M",
              "collect": {"atMost": 3, "until": {"any": [{"$": "/message/last", "is": true}, {"$": "/messages/approved/0/all", "is": true}]}}},
             {"name": "b", "operation": "do", "input": {"bids": {"$": "/messages/approved"}, "second": {"$": "/steps/bids/reply/1/n"}}}]
            """;

    @Test
    void areGatheredUntilTheyAreEnough() {
        Instance order = of(BIDS).happens(told("m-1", null, Set.of(), "{\"n\":1}"));
        order.replies("step.z").happens(told("m-2", null, Set.of(), "{\"n\":2,\"last\":true}"));
        assertThat(order.ask("step.b").body()).isEqualTo("{\"bids\":[{\"n\":1},{\"n\":2,\"last\":true}],\"second\":2}");
        order.happens(told("m-3", null, Set.of(), "{}"));
        order.replies("step.b");
        assertThat(answered(order)).containsExactly("m-1", "m-2", "m-3 not-wanted");
    }

    @Test
    void areGatheredUpToTheirNumber() {
        Instance order = of(BIDS).replies("step.z");
        for (int n = 1; n <= 3; n++) {
            assertThat(order.status("bids")).isEqualTo("RUNNING");
            order.happens(told("m-" + n, null, Set.of(), "{\"n\":" + n + "}"));
        }
        assertThat(order.status("bids")).isEqualTo("SUCCEEDED");
        assertThat(order.status("b")).isEqualTo("RUNNING");
    }

    @Test
    void whatCameBeforeMakesEnoughToo() {
        Instance order = of(BIDS);
        order.happens(told("m-1", null, Set.of(), "{\"all\":true}")).happens(told("m-2", null, Set.of(), "{\"n\":2}"));
        order.replies("step.z");
        assertThat(order.step("bids").kept().reply()).hasSize(1);
        assertThat(answered(order)).containsExactly("m-1");
    }

    @Test
    void areGatheredInTimeOrMissed() {
        Instance order = of(BIDS).replies("step.z").happens(told("m-1", null, Set.of(), "{\"n\":1}"));
        order.after("PT10M");
        assertThat(order.status("bids")).isEqualTo("FAULTED");
        assertThat(order.done()).contains("Fault message-missed");
    }

    @Test
    void thatFindNoRoomAreRefusedAndTheStepWaitsOn() {
        Instance order = Instance.of(
                offers,
                new ProcessSettings(
                        300,
                        ProcessSettings.DEFAULT.maxSteps(),
                        ProcessSettings.DEFAULT.backoff(),
                        ProcessSettings.DEFAULT.longestBackoff(),
                        ProcessSettings.DEFAULT.chain()),
                "{\"steps\": [{\"name\": \"a\", \"await\": \"approved\", \"collect\": {\"atMost\": 2}}]}",
                "{}");
        order.happens(told("m-1", null, Set.of(), "\"" + "x".repeat(400) + "\""));
        assertThat(answered(order)).containsExactly("m-1 not-wanted");
        assertThat(order.status("a")).isEqualTo("RUNNING");
    }
}
