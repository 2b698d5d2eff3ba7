package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Between any two steps of a message's life: several messages, each in a mailbox of its own and at another step, and
 * one kill.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(seconds = 70)
class ServerIsKilledWithMailIT {

    private static final String LONG = "PT30M";

    private ParleyServer server;

    private Mailbox accepted;
    private final Set<String> acceptedIds = new LinkedHashSet<>();
    private Mailbox locked;
    private Mail held;
    private Mailbox unlocked;
    private Mail lost;
    private Mailbox acknowledged;
    private final String acknowledgedId = fresh("message");
    private Mailbox polled;
    private HttpCall poll;
    private HttpAnswer firstAnswer;
    private Mailbox empty;
    private CompletableFuture<HttpAnswer> waiting;
    private Mailbox timed;

    @BeforeAll
    void killServer() {
        server = ParleyServer.startFresh("killed-mail");
        beginWithLocks();
        acknowledged = mailbox();
        acknowledged.sendOnly(message("body", 1, "messageId", acknowledgedId));
        acknowledged.acknowledge(acknowledged.next());
        polled = mailbox();
        polled.send("1");
        poll = polled.reception().query("lock", LONG).key(fresh("key"));
        firstAnswer = poll.send();
        timed = mailbox();
        timed.sendOnly(message("body", 1, "timeToLive", "PT1S"));
        timed.sendOnly(message("body", 2, "delay", "PT1S"));
        empty = mailbox();
        waiting = empty.reception().query("wait", "60").sendLater();
        beginWithMany();
        server.kill();
        server.start();
    }

    private void beginWithLocks() {
        locked = mailbox();
        locked.send("1");
        locked.send("2");
        held = locked.next(LONG);
        unlocked = mailbox();
        unlocked.send("1");
        lost = unlocked.next("PT1S");
    }

    /** Some of them are not in the mailbox yet when the server is killed. */
    private void beginWithMany() {
        accepted = mailbox();
        for (int i = 0; i < 10; i++) {
            acceptedIds.add(accepted.send("1"));
        }
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            for (int i = 0; i < 10; i++) {
                String id = fresh("jms");
                alice.sendMail(accepted.name(), JmsRequest.mail("quote", "1").messageId(id));
                acceptedIds.add(id);
            }
        }
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Test
    void deliversWhatItHadAccepted() {
        List<String> received = new ArrayList<>();
        while (received.size() < acceptedIds.size()) {
            Mail mail = accepted.next();
            received.add(mail.messageId());
            accepted.acknowledge(mail);
        }
        assertThat(received).containsExactlyInAnyOrderElementsOf(acceptedIds);
        assertThat(accepted.receive(10)).isEmpty();
    }

    /** A lock is as durable as its message. */
    @Test
    void keepsLocks() {
        Mail other = locked.next(LONG);

        assertThat(other.messageId()).isNotEqualTo(held.messageId());
        assertThat(locked.receive(10)).isEmpty();
        locked.acknowledge(held);
        locked.acknowledge(other);
    }

    @Test
    void deliversAgainWhatNobodyAcknowledged() {
        Mail again = unlocked.next();

        assertThat(again.messageId()).isEqualTo(lost.messageId());
        assertThat(again.deliveryCount()).isEqualTo(2);
        assertThat(unlocked.lock(lost).delete().send().status()).isEqualTo(410);
        unlocked.acknowledge(again);
    }

    @Test
    void doesNotDeliverWhatWasAcknowledged() {
        assertThat(acknowledged.receive(10)).isEmpty();
        // Nor if it is sent again.
        acknowledged.sendOnly(message("body", 1, "messageId", acknowledgedId));
        assertThat(acknowledged.receive(10)).isEmpty();
    }

    /** What was locked for an answer that never came is had by asking again. */
    @Test
    void answersTheSameReceptionAgain() {
        HttpAnswer again = poll.send();

        assertThat(Mailbox.one(again)).isEqualTo(Mailbox.one(firstAnswer));
        polled.acknowledge(Mailbox.one(again));
    }

    @Test
    void hasLockedNothingForAPollThatWaited() {
        assertThatExceptionOfType(CompletionException.class).isThrownBy(waiting::join);

        empty.send("1");

        assertThat(empty.next().deliveryCount()).isEqualTo(1);
    }

    @Test
    void keepsTime() {
        Mail mail = timed.next();

        assertThat(mail.body().asInt()).isEqualTo(2);
        timed.acknowledge(mail);
        assertThat(timed.receive(10)).isEmpty();
    }

    private Mailbox mailbox() {
        return new HttpParticipant(server, server.bob()).mailbox(fresh("mail")).define("senders", new String[] {"*"});
    }
}
