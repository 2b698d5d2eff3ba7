package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is done is acknowledged with the poll for the next. */
class ReceptionAcknowledgesIT extends RelayTest {

    ReceptionAcknowledgesIT(ParleyServer server) {
        super(server);
    }

    private HttpCall acknowledging(Object... locks) {
        return mailbox.at("receive").body(Json.object("acknowledge", locks));
    }

    private static List<String> texts(HttpAnswer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        List<String> texts = new ArrayList<>();
        answer.json().path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void bringsTheNextOfTheGroup() {
        Mailbox hers = openToAlice();
        hers.sendOnly(message("body", 1, "group", "ada"));
        hers.sendOnly(message("body", 2, "group", "ada"));
        Mail first = mailbox.next();

        HttpAnswer answer = acknowledging(first.lock()).send();

        assertThat(texts(answer, "acknowledged")).containsExactly(first.lock());
        assertThat(texts(answer, "lost")).isEmpty();
        assertThat(answer.json().path("messages").findValuesAsText("body")).containsExactly("2");
        assertThat(mailbox.view().path("locked").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatIsLostAlsoIfNothingCame() {
        openToAlice().send("1");
        Mail mail = mailbox.next();
        mailbox.acknowledge(mail);

        HttpAnswer answer = acknowledging(mail.lock(), "nonsense").send();

        assertThat(texts(answer, "lost")).containsExactly(mail.lock(), "nonsense");
        assertThat(texts(answer, "acknowledged")).isEmpty();
        assertThat(texts(answer, "messages")).isEmpty();
        assertThat(texts(acknowledging().send(), "messages")).isEmpty();
    }

    @Test
    void acknowledgesAtOnceAndWaitsThen() {
        Mailbox hers = openToAlice();
        hers.send("1");
        Mail first = mailbox.next();
        CompletableFuture<HttpAnswer> poll = CompletableFuture.supplyAsync(
                () -> acknowledging(first.lock()).query("wait", "30").send());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mailbox.view().path("locked").asInt() == 0);

        String id = hers.send("2");

        HttpAnswer answer = poll.join();
        assertThat(texts(answer, "acknowledged")).containsExactly(first.lock());
        assertThat(answer.json().path("messages").findValuesAsText("messageId")).containsExactly(id);
    }

    @Test
    void saysWhatItAcknowledgedWhenTheWaitIsOver() {
        openToAlice().send("1");
        Mail first = mailbox.next();

        HttpAnswer answer = acknowledging(first.lock()).query("wait", "1").send();

        assertThat(texts(answer, "acknowledged")).containsExactly(first.lock());
        assertThat(texts(answer, "messages")).isEmpty();
    }

    @Test
    void isAnsweredWithTheSameUnderItsKey() {
        Mailbox hers = openToAlice();
        hers.send("1");
        hers.send("2");
        Mail first = mailbox.next();
        String key = fresh("key");

        HttpAnswer answer = acknowledging(first.lock()).key(key).send();

        assertThat(texts(answer, "acknowledged")).containsExactly(first.lock());
        assertThat(acknowledging(first.lock()).key(key).send().json()).isEqualTo(answer.json());
        assertThatItIsRefused(422, "idempotency-key-reused", acknowledging().key(key));
    }

    @Test
    void isRefusedWithoutAnyEffect() {
        openToAlice().send("1");
        Mail mail = mailbox.next();

        assertThatItIsRefused(
                400,
                "body-invalid",
                acknowledging(Collections.nCopies(101, mail.lock()).toArray()));
        assertThatItIsRefused(400, "body-invalid", mailbox.at("receive").body("{\"acknowledge\":\"all\"}"));
        assertThatItIsRefused(400, "body-invalid", mailbox.at("receive").body("{\"locks\":[]}"));
        assertThatItIsRefused(400, "body-not-json", mailbox.at("receive").body("{\"acknowledge\":"));
        assertThatItIsRefused(
                400, "parameter-invalid", acknowledging(mail.lock()).query("max", "0"));
        assertThatItIsRefused(
                404,
                "mailbox-unknown",
                mailbox.seenBy(alice).at("receive").body(Json.object("acknowledge", new Object[] {mail.lock()})));

        mailbox.acknowledge(mail);
    }
}
