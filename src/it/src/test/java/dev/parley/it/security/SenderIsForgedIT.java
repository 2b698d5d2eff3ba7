package dev.parley.it.security;

import static dev.parley.it.client.Samples.COUNT_EFFECTS;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bob says over messaging that he is alice, in every way that there is. He stays bob. */
@Tag(Once.TAG)
@OnSharedServer
class SenderIsForgedIT {

    private static final String STAMP = "_AMQ_VALIDATED_USER";

    private final ParleyServer server;
    private final HttpParticipant alice;
    private final HttpParticipant bob;

    SenderIsForgedIT(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
    }

    @ParameterizedTest
    @ValueSource(strings = {STAMP, "JMSXUserID"})
    void overCore(String property) {
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            assertThatItIsBobs(ask(bobs, property));
        }
    }

    /** JMSXUserID is the user-id of AMQP. */
    @ParameterizedTest
    @ValueSource(strings = {STAMP, "JMSXUserID"})
    void overAmqp(String property) {
        try (JmsParticipant bobs = JmsParticipant.amqp(server, server.bob())) {
            assertThatItIsBobs(ask(bobs, property));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STAMP, "JMSXUserID"})
    void overStomp(String property) throws IOException {
        String replies = ServerNames.QUEUE_PREFIX + freshReplyQueue("bob");
        try (StompParticipant bobs = new StompParticipant(server, server.bob())) {
            bobs.subscribe(replies);
            bobs.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                    Map.of("type", COUNT_EFFECTS, "reply-to", replies, property, "alice"),
                    body());

            assertThatItIsBobs(String.valueOf(bobs.expect("MESSAGE").headers().get("ConversationId")));
        }
    }

    @Test
    void inABatchOfATransaction() {
        try (var factory = JmsParticipant.coreFactory(server);
                var bobs = factory.createContext(
                        server.bob().name(), server.bob().password(), JMSContext.SESSION_TRANSACTED)) {
            var replies = bobs.createTemporaryQueue();
            bobs.createProducer()
                    .setProperty(STAMP, "alice")
                    .setJMSType(COUNT_EFFECTS)
                    .setJMSReplyTo(replies)
                    .send(bobs.createQueue(ServerNames.REQUESTS), body());
            bobs.commit();

            var answer = bobs.createConsumer(replies).receive(30_000);
            assertThatItIsBobs(answer.getStringProperty("ConversationId"));
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sendsNoMailInHerName() {
        Mailbox hers = alice.mailbox(fresh("mail")).define("senders", new String[] {"alice"});
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob());
                JmsParticipant alices = JmsParticipant.core(server, server.alice())) {
            bobs.sendMail(hers.name(), JmsRequest.to("forged").property(STAMP, "alice"));
            assertThat(bobs.replies().next().problem()).isEqualTo("urn:parley:fault:mailbox-unknown");

            alices.sendMail(hers.name(), JmsRequest.mail("real", "1"));
            assertThat(hers.next().text("from")).isEqualTo("user:alice");
        }
        hers.self().delete().query("purge", "true").send();
    }

    private static String ask(JmsParticipant requester, String property) {
        return String.valueOf(requester
                .ask(JmsRequest.to(COUNT_EFFECTS).text(body()).property(property, "alice"))
                .conversationId());
    }

    private static String body() {
        return Json.object("messageId", fresh("message"));
    }

    private void assertThatItIsBobs(String conversation) {
        assertThat(bob.conversation(conversation).send().status()).isEqualTo(200);
        assertThat(alice.conversation(conversation).send().status()).isEqualTo(404);
    }
}
