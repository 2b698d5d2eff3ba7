package dev.parley.it.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Samples;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over JMS, in all of its forms; the owner polls over HTTP. */
class SenderSpeaksAnotherProtocolIT extends RelayTest {

    private static final byte[] OPAQUE = {0, (byte) 0xFF, (byte) 0xFE, 1};

    SenderSpeaksAnotherProtocolIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void openToEverybody() {
        mailbox.define("senders", new String[] {"*"});
    }

    @Test
    void sendsOverCore() {
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            sendAndBeAnswered(hers);
        }
    }

    @Test
    void sendsOverAmqp() {
        try (JmsParticipant hers = JmsParticipant.amqp(server, server.alice())) {
            sendAndBeAnswered(hers);
        }
    }

    @Test
    void sendsBytesOverCore() {
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            sendBytes(hers);
        }
    }

    @Test
    void sendsBytesOverAmqp() {
        try (JmsParticipant hers = JmsParticipant.amqp(server, server.alice())) {
            sendBytes(hers);
        }
    }

    @Test
    void sendsOverStomp() throws IOException {
        String replies = ServerNames.QUEUE_PREFIX + Samples.freshReplyQueue("alice");
        try (StompParticipant hers = new StompParticipant(server, server.alice())) {
            hers.subscribe(replies);
            hers.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.RELAY,
                    Map.of(
                            "Mailbox", mailbox.name(),
                            "type", "quote",
                            "reply-to", replies,
                            "correlation-id", "c-1",
                            "MessageId", "stomp-1"),
                    "{\"item\":\"tea\"}");

            Mail mail = mailbox.next();
            assertThat(mail.messageId()).isEqualTo("stomp-1");
            assertThat(mail.text("type")).isEqualTo("quote");
            assertThat(mail.body()).isEqualTo(Json.parse("{\"item\":\"tea\"}"));
            reply(mail);

            var reply = hers.expect("MESSAGE");
            assertThat(reply.headers()).containsEntry("Kind", "Reply").containsEntry("correlation-id", "c-1");
            assertThat(reply.body()).isEqualTo("{\"price\":12}");
        }
    }

    /** JMSType, JMSCorrelationID, JMSReplyTo and the MessageId are kept. */
    private void sendAndBeAnswered(JmsParticipant hers) {
        hers.sendMail(
                mailbox.name(),
                JmsRequest.to("quote")
                        .text("{\"item\":\"tea\"}")
                        .messageId("message-1")
                        .correlationId("c-1"));

        Mail mail = mailbox.next();
        assertThat(mail.messageId()).isEqualTo("message-1");
        assertThat(mail.text("type")).isEqualTo("quote");
        assertThat(mail.text("correlationId")).isEqualTo("c-1");
        assertThat(mail.body()).isEqualTo(Json.parse("{\"item\":\"tea\"}"));
        assertThat(mail.json().has("contentType")).isFalse();
        reply(mail);

        Answer reply = hers.replies().next();
        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(reply.correlationId()).isEqualTo("c-1");
        assertThat(reply.text()).isEqualTo("{\"price\":12}");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    private void sendBytes(JmsParticipant hers) {
        byte[] json = "{\"item\":\"tea\"}".getBytes(StandardCharsets.UTF_8);
        hers.sendMail(mailbox.name(), JmsRequest.mail("json", "").bytes(json));
        assertThat(mailbox.next().body()).isEqualTo(Json.parse("{\"item\":\"tea\"}"));

        hers.sendMail(mailbox.name(), JmsRequest.mail("opaque", "").bytes(OPAQUE));
        Mail opaque = mailbox.next();
        assertThat(opaque.text("contentType")).isNotBlank();
        assertThat(Base64.getDecoder().decode(opaque.body().asText())).isEqualTo(OPAQUE);
    }

    private void reply(Mail mail) {
        var answer = mailbox.at("locks/" + mail.lock() + "/reply")
                .body("{\"body\":{\"price\":12}}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
}
