package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to a process that come twice, too early, or that nobody awaits: over JMS. */
class MessageComesAgainIT extends ProcessTest {

    private static final String APPROVED = "{\"name\":\"ok\",\"await\":\"approved\",\"timeout\":\"PT10M\"}";
    private static final String TWO_OF_THEM = with(APPROVED, "collect", "{\"atMost\":2}");
    private static final String YES = "{\"by\":\"bob\"}";

    private JmsParticipant sender;

    MessageComesAgainIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void connect() {
        sender = JmsParticipant.core(server, server.bob());
    }

    @AfterEach
    void close() {
        sender.close();
    }

    private JmsRequest message(String name, Instance to, String id) {
        return JmsRequest.to(process + "." + name).text(YES).messageId(id).property("ConversationId", to.id());
    }

    private Instance awaiting(String step) {
        define("{\"steps\":[" + step + "],\"reply\":{\"all\":{\"$\":\"/messages/approved\"}}}");
        return start().await("ok", "RUNNING");
    }

    @Test
    void withTheSameIdItIsTakenOnceAndAnsweredAgain() {
        Instance order = awaiting(TWO_OF_THEM);
        String id = fresh("message");

        Answer first = sender.ask(message("approved", order, id));
        Answer again = sender.ask(message("approved", order, id));

        assertThat(first.kind()).as(first.text()).isEqualTo("Reply");
        assertThat(again.kind()).as(again.text()).isEqualTo("Reply");
        assertThat(again.conversationId()).isEqualTo(first.conversationId());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(order.statuses()).as("one of two has come").containsEntry("ok", "RUNNING");

        assertThat(sender.ask(message("approved", order, fresh("message"))).kind())
                .isEqualTo("Reply");
        assertThat(order.end().path("reply").path("all"))
                .as("with another id it is another message")
                .containsExactly(Json.parse(YES), Json.parse(YES));
    }

    @Test
    void withTheSameIdAndAnotherTextItIsRefused() {
        Instance order = awaiting(TWO_OF_THEM);
        String id = fresh("message");
        sender.ask(message("approved", order, id));

        Answer refused = sender.ask(message("approved", order, id).text("{\"by\":\"somebody else\"}"));

        assertThat(type(refused.json())).as(refused.text()).isEqualTo("message-id-reused");
        assertThat(order.statuses()).containsEntry("ok", "RUNNING");
        sender.ask(message("approved", order, fresh("message")));
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void overHttpWithTheSameKeyItIsTakenOnce() {
        Instance order = awaiting(TWO_OF_THEM);
        String key = fresh("key");

        HttpAnswer first = overHttp(order, key);
        HttpAnswer again = overHttp(order, key);

        assertThat(first.conversationStatus()).as(first.toString()).isEqualTo("SUCCEEDED");
        assertThat(again.conversationId()).isEqualTo(first.conversationId());
        assertThat(order.statuses()).containsEntry("ok", "RUNNING");
        assertThat(overHttp(order, fresh("key")).conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    private HttpAnswer overHttp(Instance order, String key) {
        return bob.operation(process + ".approved")
                .query("conversation", order.id())
                .body(YES)
                .key(key)
                .prefer("wait=20")
                .send();
    }

    @Test
    void theSecondOneIsNotWantedWhereOneWas() {
        Instance order = awaiting(APPROVED);
        assertThat(sender.ask(message("approved", order, fresh("message"))).kind())
                .isEqualTo("Reply");
        order.end();

        Answer second = sender.ask(message("approved", order, fresh("message")));

        assertThat(second.kind()).isEqualTo("Fault");
        assertThat(type(second.json())).as(second.text()).isEqualTo("not-wanted");
    }

    @Test
    void nobodyAwaitsIt() {
        Instance order = awaiting(APPROVED);

        Answer unwanted = sender.ask(message("refused", order, fresh("message")));

        assertThat(type(unwanted.json())).as(unwanted.text()).isEqualTo("not-wanted");
        assertThat(order.statuses()).containsEntry("ok", "RUNNING");
        order.command("cancel", null).send();
    }

    @Test
    void itComesTooEarlyAndIsTakenWhenItsStepBegins() {
        enterPaul("PT10M");
        define(steps(quoted(), APPROVED));
        Instance order = start();
        Asked asked = paul.next();
        sender.send(message("approved", order, fresh("message")));

        paul.reply(asked, "{}");

        Answer taken = sender.replies().next();
        assertThat(taken.kind()).as(taken.text()).isEqualTo("Reply");
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void itComesTooEarlyForAStepThatNeverBegins() {
        enterPaul("PT10M");
        define(steps(quoted(), UNICORN, APPROVED));
        Instance order = start();
        Asked asked = paul.next();
        sender.send(message("approved", order, fresh("message")));

        paul.reply(asked, "{}");
        paul.reply(paul.next(), "{}");

        Answer unwanted = sender.replies().next();
        assertThat(type(unwanted.json())).as(unwanted.text()).isEqualTo("not-wanted");
        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
    }
}
