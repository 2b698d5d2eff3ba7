package dev.parley.it.renewal;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Behind a firewall: pings and notices wait in a mailbox, and what answers them confirms. */
class HolderPollsAMailboxIT extends RenewalTest {

    private final Mailbox mailbox;
    private final Pool bobs;

    HolderPollsAMailboxIT(ParleyServer server) {
        super(server);
        mailbox = bob.mailbox(fresh("pings"));
        bobs = pool.seenBy(bob);
    }

    @WaitingTest
    void confirmsWithAReply() {
        asking(1);
        JsonNode granted = hold();
        String id = granted.path("grantId").asText();

        Mail ping = mailbox.next(LONG);

        assertThat(ping.text("type")).isEqualTo("ping");
        assertThat(ping.body().path("grantId").asText()).isEqualTo(id);
        assertThat(ping.body().path("pool").asText()).isEqualTo(pool.name());
        assertThat(ping.body().path("fencingToken")).isEqualTo(granted.path("fencingToken"));
        assertThat(ping.body().path("pingId").asText()).isEqualTo(ping.text("correlationId"));
        assertThat(Instant.parse(ping.text("expiresAt"))).isAfter(Instant.now());
        reply(ping, "body", Json.parse("{}"));
        await("confirmed").atMost(PATIENCE).until(() -> time(bobs.view(id)).isAfter(time(granted)));
        Mail next = mailbox.next();
        assertThat(next.text("correlationId")).isNotEqualTo(ping.text("correlationId"));
    }

    @WaitingTest
    void declinesWithAFaultAndIsTold() {
        asking(1);
        String id = hold().path("grantId").asText();

        reply(mailbox.next(LONG), "fault", true, "body", Json.parse("{}"));

        assertThat(awaitEnd(bobs, id).path("ended").asText()).isEqualTo("DECLINED");
        Mail notice = mailbox.next();
        assertThat(notice.text("type")).isEqualTo("relinquished");
        assertThat(notice.body().path("ended").asText()).isEqualTo("DECLINED");
        assertThatCounts(0, 0);
    }

    @WaitingTest
    void confirmsOverHttpWhatItReadInTheMailbox() {
        asking(1);
        JsonNode granted = hold();
        String id = granted.path("grantId").asText();
        Mail ping = mailbox.next(LONG);

        HttpAnswer confirmed =
                bobs.answer(id, "confirm", ping.text("correlationId")).send();

        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThat(time(confirmed.json())).isAfter(time(granted));
        mailbox.acknowledge(ping);
    }

    @Test
    void isToldThatItHolds() {
        quiet(1);
        String held = pool.hold().path("grantId").asText();
        mailbox.define();
        HttpAnswer waits = bobs.request("pingTo", "mailbox:" + mailbox.name(), "wait", LONG)
                .send();
        assertThat(waits.status()).as(waits.toString()).isEqualTo(202);

        pool.release(held);

        Mail notice = mailbox.next();
        assertThat(notice.text("type")).isEqualTo("granted");
        assertThat(notice.body().path("grantId")).isEqualTo(waits.json().path("grantId"));
        assertThat(notice.body().path("status").asText()).isEqualTo("HELD");
        mailbox.acknowledge(notice);
    }

    /** A ping that expires in the mailbox is no answer: the next one comes, and can be answered. */
    @WaitingTest
    void polledTooLateTheFirstTime() {
        pool.define("capacity", 1, "pingEvery", "PT1S", "pingTimeout", "PT2S", "pingAttempts", 10);
        String id = hold().path("grantId").asText();
        await("asked again")
                .atMost(PATIENCE)
                .until(() -> bobs.view(id).path("ping").path("attempt").asInt() >= 3);

        String pingId = bobs.view(id).path("ping").path("pingId").asText();

        HttpAnswer confirmed = bobs.answer(id, "confirm", pingId).send();
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThatCounts(1, 0);
    }

    /** What has expired nobody reads; the notice is there when the holder comes by. */
    @WaitingTest
    void doesNotPollInTime() {
        pool.define("capacity", 1, "pingEvery", "PT1S", "pingTimeout", "PT1S", "pingAttempts", 1);
        String id = hold().path("grantId").asText();

        assertThat(awaitEnd(bobs, id).path("ended").asText()).isEqualTo("SILENT");

        Mail notice = mailbox.next();
        assertThat(notice.text("type")).isEqualTo("relinquished");
        mailbox.acknowledge(notice);
        assertThat(mailbox.receive(10)).isEmpty();
    }

    /** Nobody can be asked any more: that is silence, and the pool goes on. */
    @WaitingTest
    void deletesItsMailbox() {
        pool.define("capacity", 1, "pingEvery", "PT2S", "pingTimeout", "PT1S", "pingAttempts", 1);
        String id = hold().path("grantId").asText();
        assertThat(mailbox.self().delete().query("purge", "true").send().status())
                .isEqualTo(204);

        assertThat(awaitEnd(bobs, id).path("ended").asText()).isEqualTo("SILENT");
        pool.hold();
    }

    private JsonNode hold() {
        mailbox.define();
        return bobs.hold("pingTo", "mailbox:" + mailbox.name());
    }

    private void reply(Mail ping, Object... namesAndValues) {
        HttpAnswer answer = mailbox.at("locks/" + ping.lock() + "/reply")
                .body(message(namesAndValues))
                .send();
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 202, 204);
    }

    private static Instant time(JsonNode grant) {
        return Instant.parse(grant.path("confirmedAt").asText());
    }
}
