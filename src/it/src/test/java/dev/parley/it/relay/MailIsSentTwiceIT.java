package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sender did not get its answer, or thinks so. */
class MailIsSentTwiceIT extends RelayTest {

    private final String id = fresh("message");
    private final String key = fresh("key");

    MailIsSentTwiceIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isThereOnceByItsMessageId() {
        Mailbox hers = openToAlice();

        assertThat(hers.sendOnly(message("body", "tea", "messageId", id))).isEqualTo(id);
        assertThat(hers.sendOnly(message("body", "tea", "messageId", id))).isEqualTo(id);

        assertThat(mailbox.receive(10)).extracting(Mail::messageId).containsExactly(id);
    }

    @Test
    void doesNotComeBackAfterItWasAcknowledged() {
        Mailbox hers = openToAlice();
        hers.sendOnly(message("body", "tea", "messageId", id));
        mailbox.acknowledge(mailbox.next());

        hers.sendOnly(message("body", "tea", "messageId", id));

        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void isRefusedWithAnotherBody() {
        Mailbox hers = openToAlice();
        hers.sendOnly(message("body", "tea", "messageId", id));

        assertThatItIsRefused(
                422, "message-id-reused", hers.messages().body(message("body", "coffee", "messageId", id)));

        assertThat(mailbox.receive(10)).extracting(mail -> mail.body().asText()).containsExactly("tea");
    }

    @Test
    void isTheSameMessageWithTheSameJsonInAnotherForm() {
        Mailbox hers = openToAlice();
        hers.messages()
                .body("{\"messageId\":\"" + id + "\",\"body\":{\"a\":1,\"b\":2}}")
                .send();
        mailbox.acknowledge(mailbox.next());

        HttpAnswer again = hers.messages()
                .body("{\"body\": { \"b\": 2.0, \"a\": 1 }, \"messageId\": \"" + id + "\"}")
                .send();

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void isAnotherMessageFromAnotherSender() {
        Mailbox hers = mailbox.define("senders", new String[] {"alice", "olga"}).seenBy(alice);

        hers.sendOnly(message("body", "tea", "messageId", id));
        hers.seenBy(olga).sendOnly(message("body", "coffee", "messageId", id));

        assertThat(mailbox.receive(10)).hasSize(2);
    }

    @Test
    void isThereOnceByItsKey() {
        Mailbox hers = openToAlice();
        String two = Mailbox.messages(List.of(message("body", 1), message("body", 2)));

        HttpAnswer first = hers.messages().body(two).key(key).send();
        HttpAnswer second = hers.messages().body(two).key(key).send();

        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(mailbox.receive(10)).hasSize(2);
    }

    @Test
    void isRefusedWithAnotherBodyUnderTheSameKey() {
        Mailbox hers = openToAlice();
        hers.messages().body(message("body", 1)).key(key).send();

        assertThatItIsRefused(
                422,
                "idempotency-key-reused",
                hers.messages().body(message("body", 2)).key(key));
    }

    @Test
    void isThereOnceOverJms() {
        mailbox.define("senders", new String[] {"*"});
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            for (int i = 0; i < 3; i++) {
                hers.sendMail(mailbox.name(), JmsRequest.to("quote").messageId(id));
            }
            hers.sendMail(mailbox.name(), JmsRequest.to("last").messageId(fresh("last")));
        }

        List<String> types = List.of(mailbox.next().text("type"), mailbox.next().text("type"));

        assertThat(types).containsExactlyInAnyOrder("quote", "last");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void isRefusedWithAnotherBodyOverJms() {
        mailbox.define("senders", new String[] {"*"});
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            hers.sendMail(mailbox.name(), JmsRequest.to("quote").messageId(id));
            assertThat(mailbox.next().messageId()).isEqualTo(id);

            hers.sendMail(
                    mailbox.name(),
                    JmsRequest.to("quote").text("{\"other\":1}").messageId(id).correlationId("c-2"));

            var fault = hers.replies().next();
            assertThat(fault.kind()).isEqualTo("Fault");
            assertThat(fault.correlationId()).isEqualTo("c-2");
            assertThat(fault.problem()).isEqualTo("urn:parley:fault:message-id-reused");
        }
    }
}
