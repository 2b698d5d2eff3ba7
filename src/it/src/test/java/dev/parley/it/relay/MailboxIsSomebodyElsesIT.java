package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxIsSomebodyElsesIT extends RelayTest {

    MailboxIsSomebodyElsesIT(ParleyServer server) {
        super(server);
    }

    /** Who may send may not receive. */
    @Test
    void isThereForItsSendersOnlyToSend() {
        Mailbox hers = openToAlice();
        hers.send("{}");
        Mail mail = mailbox.next();

        for (HttpCall call : List.of(
                hers.self(),
                hers.self().delete(),
                hers.messages(),
                hers.reception(),
                hers.lock(mail).delete(),
                hers.lock(mail).patch(Json.object("lock", "PT60S")),
                hers.at("locks/" + mail.lock() + "/reply").body(message("body", 1)),
                hers.at("locks/acknowledge").body(Json.object("locks", List.of(mail.lock()))),
                hers.at("dead"),
                hers.at("stream"))) {
            assertThatItIsRefused(404, "mailbox-unknown", call);
        }
        assertThat(hers.self().put("{}").send().status()).isIn(403, 404, 409);
        mailbox.acknowledge(mail);
    }

    @Test
    void looksLikeOneThatNeverWasToEverybodyElse() {
        mailbox.define();
        Mailbox none = alice.mailbox(fresh("none"));
        Mailbox his = mailbox.seenBy(alice);

        HttpAnswer hisAnswer = his.messages().body(message("body", 1)).send();
        HttpAnswer noAnswer = none.messages().body(message("body", 1)).send();

        assertThat(hisAnswer.status()).as(hisAnswer.toString()).isEqualTo(404);
        assertThat(hisAnswer.text().replace(his.name(), "x"))
                .isEqualTo(noAnswer.text().replace(none.name(), "x"));
    }

    @Test
    void isOpenToEverybodyIfItsOwnerSaysSo() {
        mailbox.define("senders", new String[] {"*"});

        mailbox.seenBy(alice).send("1");

        assertThat(mailbox.next().text("from")).contains("alice");
    }

    @Test
    void isClosedAtOnceWhenItsOwnerSaysSo() {
        Mailbox hers = openToAlice();
        hers.send("1");

        mailbox.define("senders", new String[0]);

        assertThatItIsRefused(404, "mailbox-unknown", hers.messages().body(message("body", 2)));
    }

    @Test
    void isAnOperatorsToo() {
        openToAlice().send("1");
        Mailbox olgas = mailbox.seenBy(olga);

        assertThat(olgas.view().path("owner").asText()).isEqualTo("bob");
        olgas.acknowledge(olgas.next());
    }

    @Test
    void mayBeGivenAwayByAnOperatorAlone() {
        String name = fresh("mail");

        assertThatItIsRefused(403, "operators-only", alice.mailbox(name).self().put("{\"owner\":\"bob\"}"));
        olga.mailbox(name).define("owner", "bob");

        assertThat(bob.mailbox(name).view().path("owner").asText()).isEqualTo("bob");
        assertThat(alice.mailbox(name).self().send().status()).isEqualTo(404);
    }

    /** A lock is good for its own mailbox alone. */
    @Test
    void keepsItsLocks() {
        openToAlice().send("1");
        Mail mail = mailbox.next();
        Mailbox another = alice.mailbox(fresh("mail")).define();

        assertThatItIsRefused(410, "lock-lost", another.lock(mail).delete());
        assertThatItIsRefused(410, "lock-lost", another.lock(mail).patch(Json.object("lock", "PT60S")));

        mailbox.acknowledge(mail);
    }

    @Test
    void isListedForItsOwnerAndForOperators() {
        mailbox.define();
        alice.mailbox(fresh("mail")).define();

        assertThat(names(bob)).contains(mailbox.name());
        assertThat(names(alice)).isNotEmpty().doesNotContain(mailbox.name());
    }

    @Test
    void isNotTakenOver() {
        mailbox.define();

        HttpAnswer refused = mailbox.seenBy(alice).self().put("{}").send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(404);
        assertThat(mailbox.view().path("owner").asText()).isEqualTo("bob");
    }

    @Test
    void takesFromJmsWhatItsSendersSend() {
        mailbox.define();
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            hers.sendMail(mailbox.name(), JmsRequest.to("quote"));
            assertThat(hers.replies().next().problem()).isEqualTo("urn:parley:fault:mailbox-unknown");

            openToAlice();
            hers.sendMail(mailbox.name(), JmsRequest.mail("quote", "2"));
            assertThat(mailbox.next().body().asInt()).isEqualTo(2);
        }
    }

    private static List<String> names(HttpParticipant participant) {
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            HttpCall call = participant.mailboxes().query("limit", "200");
            JsonNode page =
                    (after.isEmpty() ? call : call.query("after", after)).send().json();
            names.addAll(page.path("mailboxes").findValuesAsText("name"));
            after = page.path("next").asText();
        } while (!after.isEmpty());
        return names;
    }
}
