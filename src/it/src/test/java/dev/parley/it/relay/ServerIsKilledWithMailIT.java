package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Between any two steps of a message's life. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ServerIsKilledWithMailIT {

    private ParleyServer server;
    private Mailbox mailbox;

    @BeforeAll
    void startServer() {
        server = ParleyServer.startFresh("killed-mail");
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeMailbox() {
        mailbox = new HttpParticipant(server, server.bob()).mailbox(fresh("mail"));
        mailbox.define("senders", new String[] {"*"});
    }

    @Test
    void deliversWhatItHadAccepted() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sent.add(mailbox.send("1"));
        }
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            for (int i = 0; i < 10; i++) {
                String id = fresh("jms");
                alice.sendMail(mailbox.name(), JmsRequest.mail("quote", "1").messageId(id));
                sent.add(id);
            }
        }
        killAndStart();

        List<String> received = new ArrayList<>();
        while (received.size() < sent.size()) {
            Mail mail = mailbox.next();
            received.add(mail.messageId());
            mailbox.acknowledge(mail);
        }
        assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(mailbox.receive(10)).isEmpty();
    }

    /** A lock is as durable as its message. */
    @Test
    void keepsLocks() {
        mailbox.send("1");
        mailbox.send("2");
        Mail held = mailbox.next("PT5M");
        killAndStart();

        Mail other = mailbox.next("PT5M");

        assertThat(other.messageId()).isNotEqualTo(held.messageId());
        assertThat(mailbox.receive(10)).isEmpty();
        mailbox.acknowledge(held);
        mailbox.acknowledge(other);
    }

    @Test
    void deliversAgainWhatNobodyAcknowledged() {
        String id = mailbox.send("1");
        Mail held = mailbox.next("PT1S");
        killAndStart();

        Mail again = mailbox.next();

        assertThat(again.messageId()).isEqualTo(id);
        assertThat(again.deliveryCount()).isEqualTo(2);
        assertThat(mailbox.lock(held).delete().send().status()).isEqualTo(410);
        mailbox.acknowledge(again);
    }

    @Test
    void doesNotDeliverWhatWasAcknowledged() {
        String id = fresh("message");
        mailbox.sendOnly(message("body", 1, "messageId", id));
        mailbox.acknowledge(mailbox.next());
        killAndStart();

        assertThat(mailbox.receive(10)).isEmpty();
        // Nor if it is sent again.
        mailbox.sendOnly(message("body", 1, "messageId", id));
        assertThat(mailbox.receive(10)).isEmpty();
    }

    /** What was locked for an answer that never came is had by asking again. */
    @Test
    void answersTheSameReceptionAgain() {
        mailbox.send("1");
        String key = fresh("key");
        HttpAnswer first = mailbox.reception().query("lock", "PT5M").key(key).send();
        killAndStart();

        HttpAnswer again = mailbox.reception().query("lock", "PT5M").key(key).send();

        assertThat(Mailbox.one(again)).isEqualTo(Mailbox.one(first));
        mailbox.acknowledge(Mailbox.one(again));
    }

    @Test
    void hasLockedNothingForAPollThatWaited() {
        CompletableFuture<HttpAnswer> poll =
                mailbox.reception().query("wait", "60").sendLater();
        mailbox.view();
        killAndStart();
        assertThatExceptionOfType(CompletionException.class).isThrownBy(poll::join);

        mailbox.send("1");

        assertThat(mailbox.next().deliveryCount()).isEqualTo(1);
    }

    @Test
    void keepsTime() {
        mailbox.sendOnly(message("body", 1, "timeToLive", "PT1S"));
        mailbox.sendOnly(message("body", 2, "delay", "PT1S"));
        killAndStart();

        Mail mail = mailbox.next();

        assertThat(mail.body().asInt()).isEqualTo(2);
        mailbox.acknowledge(mail);
        assertThat(mailbox.receive(10)).isEmpty();
    }

    private void killAndStart() {
        server.kill();
        server.start();
    }
}
