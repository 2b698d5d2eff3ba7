package dev.parley.it.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockRunsOutIT extends RelayTest {

    LockRunsOutIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void send() {
        openToAlice().send("{\"item\":\"tea\"}");
    }

    @WaitingTest
    void givesTheMessageToTheNext() {
        Mail first = mailbox.next("PT1S");

        Mail second = mailbox.next();

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.deliveryCount()).isEqualTo(2);
        assertThat(second.lock()).isNotEqualTo(first.lock());
        assertThat(second.lockedUntil()).isAfter(first.lockedUntil());
    }

    @WaitingTest
    void isLostThenForWhoeverHadIt() {
        Mail first = mailbox.next("PT1S");
        Mail second = mailbox.next();

        assertThatItIsRefused(410, "lock-lost", mailbox.lock(first).delete());
        assertThatItIsRefused(410, "lock-lost", mailbox.lock(first).patch(Json.object("lock", "PT60S")));
        assertThatItIsRefused(410, "lock-lost", mailbox.lock(first).patch(Json.object("lock", "PT0S")));

        mailbox.acknowledge(second);
    }

    /** The instant counts, not whether somebody else has come meanwhile. */
    @WaitingTest
    void isLostAlsoIfNobodyElseHasTheMessage() {
        Mail mail = mailbox.next("PT1S");
        await("the end of the lock").until(() -> mailbox.view().path("ready").asInt(), ready -> ready == 1);

        assertThatItIsRefused(410, "lock-lost", mailbox.lock(mail).delete());

        assertThat(mailbox.next().messageId()).isEqualTo(mail.messageId());
    }

    @WaitingTest
    void isExtended() {
        Mail mail = mailbox.next("PT2S");

        HttpAnswer extended =
                mailbox.lock(mail).patch(Json.object("lock", "PT60S")).send();

        assertThat(extended.status()).as(extended.toString()).isEqualTo(200);
        assertThat(extended.json().path("lock").asText()).isEqualTo(mail.lock());
        assertThat(Instant.parse(extended.json().path("lockedUntil").asText()))
                .isAfter(mail.lockedUntil().plusSeconds(30));
        // For longer than the lock was first: nobody gets it.
        assertThat(mailbox.reception().query("wait", "3").send().status()).isEqualTo(204);
        mailbox.acknowledge(mail);
    }

    @Test
    void isGivenBackAtOnce() {
        Mail mail = mailbox.next();

        HttpAnswer givenBack =
                mailbox.lock(mail).patch(Json.object("lock", "PT0S")).send();

        assertThat(givenBack.status()).as(givenBack.toString()).isEqualTo(204);
        assertThat(mailbox.receive(1)).extracting(Mail::messageId).containsExactly(mail.messageId());
        assertThatItIsRefused(410, "lock-lost", mailbox.lock(mail).delete());
    }

    @WaitingTest
    void isGivenBackForLater() {
        Mail mail = mailbox.next();
        Instant before = Instant.now();

        HttpAnswer givenBack = mailbox.lock(mail)
                .patch(Json.object("lock", "PT0S", "delay", "PT2S"))
                .send();

        assertThat(givenBack.status()).as(givenBack.toString()).isEqualTo(204);
        assertThat(mailbox.view().path("delayed").asInt()).isEqualTo(1);
        assertThat(mailbox.receive(1)).isEmpty();
        Mail again = mailbox.next();
        assertThat(again.messageId()).isEqualTo(mail.messageId());
        assertThat(Instant.now()).isAfter(before.plusSeconds(2));
    }

    @Test
    void isUsedOnce() {
        Mail mail = mailbox.next();
        mailbox.acknowledge(mail);

        assertThatItIsRefused(410, "lock-lost", mailbox.lock(mail).delete());
    }
}
