package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.relay.RelayTest.assertThatItIsRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A server with settings that a test can reach: three mailboxes for each, ids that are forgotten after a second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(seconds = 45)
class RelayIsLimitedIT {

    private ParleyServer server;
    private HttpParticipant alice;
    private HttpParticipant bob;

    @BeforeAll
    void startServer() {
        server = ParleyServer.fresh("limited-relay")
                .withJava("-Dparley.relay.mailboxes=3", "-Dparley.retention=PT1S", "-Dparley.sweep.interval=PT1S");
        server.start();
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Test
    void hasNoMoreMailboxesForOneThanItMayHave() {
        Mailbox first = alice.mailbox(fresh("mail")).define();
        alice.mailbox(fresh("mail")).define();
        alice.mailbox(fresh("mail")).define();
        Mailbox fourth = alice.mailbox(fresh("mail"));

        assertThatItIsRefused(409, "mailboxes-too-many", fourth.self().put("{}"));

        // One that is there can be changed, others have theirs, and one less is room for another.
        first.define("lock", "PT10S");
        Mailbox his = bob.mailbox(fresh("mail")).define();
        assertThat(his.self().delete().send().status()).isEqualTo(204);
        assertThat(first.self().delete().send().status()).isEqualTo(204);
        fourth.define();
    }

    @Test
    void forgetsMessageIds() {
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        String id = fresh("message");
        mailbox.sendOnly(message("body", 1, "messageId", id));
        mailbox.acknowledge(mailbox.next());

        await("the end of the id's retention")
                .atMost(Duration.ofSeconds(60))
                .until(() -> mailbox.messages()
                                .body(message("body", 2, "messageId", id))
                                .send()
                                .status()
                        == 201);

        assertThat(mailbox.next().body().asInt()).isEqualTo(2);
        mailbox.self().delete().query("purge", "true").send();
    }
}
