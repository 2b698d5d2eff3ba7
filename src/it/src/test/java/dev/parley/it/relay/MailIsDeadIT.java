package dev.parley.it.relay;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivered as often as the mailbox allows, and never acknowledged. */
class MailIsDeadIT extends RelayTest {

    private Mailbox hers;
    private final String id = fresh("message");

    MailIsDeadIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void makeMailbox() {
        hers = openToAlice("maxDeliveries", 2);
        hers.sendOnly(Mailbox.message("body", "tea", "type", "quote", "messageId", id, "correlationId", "c-1"));
    }

    @Test
    void isListedAndNotDeliveredAnyMore() {
        giveBackTwice();

        JsonNode dead = awaitDead();

        assertThat(dead.path("messageId").asText()).isEqualTo(id);
        assertThat(dead.path("type").asText()).isEqualTo("quote");
        assertThat(dead.path("body").asText()).isEqualTo("tea");
        assertThat(dead.path("correlationId").asText()).isEqualTo("c-1");
        assertThat(dead.path("reason").asText()).isEqualTo("max-deliveries");
        assertThat(dead.path("diedAt").asText()).isNotBlank();
        assertThat(mailbox.receive(1)).isEmpty();
        assertThat(mailbox.view().path("dead").asInt()).isEqualTo(1);
    }

    @Test
    void isSoAfterTheLastLockHasRunOut() {
        mailbox.next("PT1S");
        mailbox.next("PT1S");

        HttpAnswer poll = mailbox.reception().query("wait", "4").send();

        assertThat(poll.status()).as(poll.toString()).isEqualTo(204);
        assertThat(awaitDead().path("messageId").asText()).isEqualTo(id);
    }

    @Test
    void isPutBack() {
        giveBackTwice();
        awaitDead();

        HttpAnswer redelivered = mailbox.at("dead/" + id + "/redeliver").post().send();

        assertThat(redelivered.status()).as(redelivered.toString()).isEqualTo(204);
        Mail mail = mailbox.next();
        assertThat(mail.messageId()).isEqualTo(id);
        assertThat(mail.deliveryCount()).isEqualTo(1);
        mailbox.acknowledge(mail);
        assertThat(dead()).isEmpty();
    }

    @Test
    void isRemoved() {
        giveBackTwice();
        awaitDead();

        HttpAnswer removed = mailbox.at("dead/" + id).delete().send();

        assertThat(removed.status()).as(removed.toString()).isEqualTo(204);
        assertThat(dead()).isEmpty();
        assertThatItIsRefused(
                404, "dead-letter-unknown", mailbox.at("dead/" + id).delete());
        assertThatItIsRefused(
                404,
                "dead-letter-unknown",
                mailbox.at("dead/" + id + "/redeliver").post());
    }

    @Test
    void isNotThereForOthers() {
        giveBackTwice();
        awaitDead();

        assertThatItIsRefused(404, "mailbox-unknown", hers.at("dead"));
        assertThatItIsRefused(404, "mailbox-unknown", hers.at("dead/" + id).delete());
        assertThatItIsRefused(
                404, "mailbox-unknown", hers.at("dead/" + id + "/redeliver").post());
        assertThat(mailbox.seenBy(olga).at("dead").send().status()).isEqualTo(200);
    }

    private void giveBackTwice() {
        for (int i = 0; i < 2; i++) {
            HttpAnswer givenBack = mailbox.lock(mailbox.next())
                    .patch(Json.object("lock", "PT0S"))
                    .send();
            assertThat(givenBack.status()).as(givenBack.toString()).isEqualTo(204);
        }
    }

    private JsonNode awaitDead() {
        return await("a dead letter")
                .until(this::dead, letters -> letters.size() == 1)
                .get(0);
    }

    private List<JsonNode> dead() {
        HttpAnswer answer = mailbox.at("dead").send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return List.copyOf(answer.json().findParents("messageId"));
    }
}
