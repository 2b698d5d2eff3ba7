package dev.parley.it.relay;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The database's process stands still: its connections are open, and nothing comes. Callers are known on their
 * connections for a minute.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.POSTGRESQL)
class DatabaseStandsStillIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TEA = "{\"body\":\"tea\"}";

    private ParleyServer server;
    private HttpParticipant bob;

    @BeforeAll
    void startServer() {
        assumeThat(ParleyServer.hasDatabaseProcess())
                .as("H2 lives in the server's process, and cannot stand still without it")
                .isTrue();
        server = ParleyServer.freshWithDatabaseOfItsOwn("database-still").withJava("-Dparley.relay.identity=PT1M");
        server.start();
        bob = new HttpParticipant(server, server.bob());
    }

    @AfterAll
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void callersAreToldToComeAgainAndNothingIsLostOrTwice() {
        Mailbox mailbox = bob.mailbox(fresh("mail")).define("lock", "PT2S");
        mailbox.send("\"first\"");
        Mail first = mailbox.next("PT5M");
        HttpCall tea = mailbox.messages().key(fresh("key")).body(TEA);
        HttpCall done = mailbox.lock(first).delete();

        server.freezeDatabase();
        try {
            assertThatItIsUnavailable(tea.send());
            assertThatItIsUnavailable(done.send());
            assertThatItIsUnavailable(mailbox.reception().send());
            assertThatItIsUnavailable(
                    mailbox.reception().query("way", "the usual").send());
        } finally {
            server.thawDatabase();
        }

        await("mailboxes are served again")
                .atMost(PATIENCE)
                .until(() -> tea.send().status() == 201);
        assertThat(done.send().status()).isIn(204, 410);
        Mail second = mailbox.next();
        assertThat(second.body().asText()).isEqualTo("tea");
        mailbox.acknowledge(second);
        var view = mailbox.view();
        assertThat(List.of("ready", "locked", "delayed", "dead"))
                .allSatisfy(count -> assertThat(view.path(count).asInt(-1)).isZero());
    }

    private static void assertThatItIsUnavailable(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
    }
}
