package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Messages that a process awaits, from whoever has to send them. */
class MessageReachesAProcessIT extends ProcessTest {

    private static final String APPROVED = "{\"name\":\"ok\",\"await\":\"approved\",\"timeout\":\"PT10M\"}";

    MessageReachesAProcessIT(ParleyServer server) {
        super(server);
    }

    private HttpAnswer tell(String message, String instance) {
        return bob.operation(process + "." + message)
                .query("conversation", instance)
                .body(Json.object("by", "bob"))
                .prefer("wait=20")
                .send();
    }

    @Test
    void isTakenAndItsSenderIsAnswered() {
        define("{\"steps\":[" + STOCK + "," + APPROVED + "],\"reply\":{\"by\":{\"$\":\"/messages/approved/by\"}}}");
        Instance order = start().await("ok", "RUNNING");

        HttpAnswer taken = tell("approved", order.id());

        assertThat(taken.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(taken.conversationId()).isNotEqualTo(order.id());
        assertThat(order.end().path("reply").path("by").asText()).isEqualTo("bob");
    }

    @Test
    void isTakenOverJms() {
        define(steps(APPROVED));
        Instance order = start().await("ok", "RUNNING");
        try (JmsParticipant sender = JmsParticipant.core(server, server.bob())) {
            Answer answer =
                    sender.ask(JmsRequest.to(process + ".approved").text("{}").property("ConversationId", order.id()));

            assertThat(answer.kind()).as(answer.toString()).isEqualTo("Reply");
        }
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void isKeptWhenItComesTooEarly() {
        enterPaul("PT1M");
        define(steps(quoted(), APPROVED));
        Instance order = start();
        var asked = paul.next();
        HttpAnswer early = bob.operation(process + ".approved")
                .query("conversation", order.id())
                .body("{}")
                .send();
        assertThat(early.status()).isEqualTo(202);

        paul.reply(asked, "{}");

        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(bob.awaitFinal(early.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }

    /** The process takes it at the moment at which its sender gives it up. */
    @Test
    void isTakenOrCancelledAndNobodyWaits() {
        enterPaul("PT1M");
        define(steps(quoted(), APPROVED));
        for (int i = 0; i < 10; i++) {
            Instance order = start();
            var asked = paul.next();
            HttpAnswer early = bob.operation(process + ".approved")
                    .query("conversation", order.id())
                    .body("{}")
                    .send();
            long begun = System.nanoTime();

            var cancelled =
                    bob.call(URI.create(early.location() + "/cancel")).body("").sendLater();
            paul.reply(asked, "{}");

            int status = cancelled.join().status();
            assertThat(status).isIn(202, 409);
            assertThat(bob.awaitFinal(early.location()).conversationStatus())
                    .isEqualTo(status == 202 ? "CANCELLED" : "SUCCEEDED");
            order.await("ok", status == 202 ? "RUNNING" : "SUCCEEDED");
            // A lock that is waited for in a circle is given up after 10 s
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
        }
    }

    @Test
    void isNotWanted() {
        define(steps(APPROVED));
        Instance order = start().await("ok", "RUNNING");

        assertFault("not-wanted", tell("refused", order.id()));
        assertFault("instance-unknown", tell("approved", fresh("nobody")));
    }

    @Test
    void comesFromSomebodyElse() {
        define(steps(with(APPROVED, "from", "\"user:nobody-but-me\"")));
        Instance order = start().await("ok", "RUNNING");

        assertFault("sender-refused", tell("approved", order.id()));
        assertThat(order.statuses()).containsEntry("ok", "RUNNING");
    }

    @Test
    void isFoundAgainByItsAttribute() {
        String orderId = fresh("order");
        define("{\"attributes\":{\"orderId\":{\"$\":\"/request/orderId\"}},\"steps\":[" + APPROVED + "]}");
        Instance order = start(Json.object("orderId", orderId)).await("ok", "RUNNING");

        HttpAnswer found = olga.conversations()
                .query("process", process)
                .query("attribute.orderId", orderId)
                .send();
        HttpAnswer none = olga.conversations()
                .query("process", process)
                .query("attribute.orderId", orderId + "1")
                .send();

        assertThat(found.json().path("conversations")).hasSize(1);
        assertThat(found.json()
                        .path("conversations")
                        .get(0)
                        .path("conversationId")
                        .asText())
                .isEqualTo(order.id());
        assertThat(none.json().path("conversations")).isEmpty();
    }

    private static void assertFault(String problem, HttpAnswer answer) {
        assertThat(answer.conversationStatus()).as(answer.toString()).isEqualTo("FAULTED");
        assertThat(type(answer.json().path("fault"))).isEqualTo(problem);
    }
}
