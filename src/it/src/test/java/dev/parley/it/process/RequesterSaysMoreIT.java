package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** What a requester of a process may say besides: which version, and what it wants to be told before the end. */
class RequesterSaysMoreIT extends ProcessTest {

    RequesterSaysMoreIT(ParleyServer server) {
        super(server);
    }

    @Test
    void anOlderVersionIsFollowed() {
        define("{\"input\":{\"type\":\"object\",\"required\":[\"old\"]},\"steps\":["
                + "{\"name\":\"first\",\"wait\":\"PT0.001S\"}]}");
        define(steps("{\"name\":\"second\",\"wait\":\"PT0.001S\"}"));

        HttpAnswer accepted = alice.operation(process)
                .query("version", "1")
                .body(Json.object("old", "yes"))
                .send();

        Instance order = new Instance(alice, accepted.location());
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.view().path("version").asInt()).isEqualTo(1);
        assertThat(order.statuses()).containsOnlyKeys("first");
        assertThatItIsRefused(
                400,
                "body-invalid",
                alice.operation(process).query("version", "1").body("{}"));
        assertThatItIsRefused(
                404,
                "version-unknown",
                alice.operation(process).query("version", "9").body("{}"));
        assertThatItIsRefused(
                400,
                "header-invalid",
                alice.operation(process).query("version", "newest").body("{}"));
        HttpAnswer other = alice.operation("reserve-stock")
                .query("version", "of its own")
                .body("{\"item\":\"lamp\",\"quantity\":1}")
                .send();
        assertThat(other.status()).as(other.toString()).isEqualTo(202);
    }

    @Test
    void aNoticeComesBeforeTheEnd() {
        define(steps(STOCK, FLIGHT, UNICORN));
        try (JmsParticipant ann = JmsParticipant.core(server, server.alice())) {
            ann.send(JmsRequest.to(process).text("{}").property("Notify", "stuck,overdue"));

            Answer notice = ann.replies().next();

            assertThat(notice.kind()).as(notice.toString()).isEqualTo("Notice");
            assertThat(notice.json().path("note").asText()).isEqualTo("stuck");
            assertThat(notice.json().path("step").asText()).isEqualTo("flight");
            new Instance(olga, olga.conversationAt(notice.property("ConversationId")))
                    .settle("flight", "skip", "reason", "nobody takes it back");
            assertThat(ann.replies().next().kind()).isEqualTo("Fault");
        }
    }

    @Test
    void whatIsNoNoticeIsRefused() {
        define(steps(STOCK));
        assertThatItIsRefused(
                400,
                "header-invalid",
                alice.operation(process).query("notify", "everything").body("{}"));
    }
}
