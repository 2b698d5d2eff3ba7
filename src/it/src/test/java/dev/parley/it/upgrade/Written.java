package dev.parley.it.upgrade;

import static dev.parley.it.upgrade.Parties.ITEM;
import static dev.parley.it.upgrade.Parties.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Samples;
import java.time.Duration;

/** Begins conversations of every kind of exchange, and leaves them where they are to be found by the next version. */
final class Written {

    /** Short steps, so that a conversation gets to where it is to be left. */
    static final String QUICK =
            "\"timeout\":\"PT1.5S\",\"retry\":{\"attempts\":5,\"backoff\":\"PT0.2S\",\"multiplier\":1,\"jitter\":0}";

    /** Attempts that last until the next version has begun. */
    static final String LONG_ATTEMPTS =
            "\"timeout\":\"PT3M\",\"retry\":{\"attempts\":5,\"backoff\":\"PT0.2S\",\"multiplier\":1,\"jitter\":0}";

    /** Pauses that do. */
    static final String LONG_PAUSES =
            "\"timeout\":\"PT1.5S\",\"retry\":{\"attempts\":5,\"backoff\":\"PT3M\",\"maximum\":\"PT3M\",\"multiplier\":1,\"jitter\":0}";

    private static final String PATIENT = "\"timeout\":\"PT2H\"";

    private final Parties parties;
    private final JmsParticipant alice;

    Written(Parties parties, JmsParticipant alice) {
        this.parties = parties;
        this.alice = alice;
    }

    void enter(String operation, String provider, String terms) {
        HttpAnswer entered = parties.olga()
                .operation(operation)
                .put("{\"provider\":" + provider + "," + terms + "}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isIn(200, 201);
    }

    private static String queue(String name) {
        return "{\"queue\":\"" + name + "\"}";
    }

    /** What has ended, in each way. */
    void finished() {
        parties.accepted(parties.request(Samples.PLACE_ORDER, "succeeded", Samples.order()));
        parties.accepted(parties.request(Samples.RESERVE_STOCK, "faulted", Samples.reservation(Samples.TOO_MANY)));
        parties.accepted(parties.request(Samples.RECORD_VISIT, "succeeded-in-only", "{\"page\":\"/a\"}")
                .query("exchange", "in-only"));
        alice.send(
                message(Samples.PLACE_ORDER, "jms-succeeded", Samples.order()).acknowledge());
        alice.send(message(Samples.RESERVE_STOCK, "jms-faulted", Samples.reservation(Samples.TOO_MANY))
                .property("FaultTo", Parties.FAULTS));
        parties.accepted(parties.turn("bargain-ended", 1, 60).prefer("wait=20"));
        parties.accepted(parties.turn("bargain-ended", 2, 80).prefer("wait=20"));
        parties.accepted(parties.request(Samples.BARGAIN_QUICKLY, "bargain-missed", Samples.offer(60)));
        enter("quote-never", queue("provider.never"), PATIENT);
        parties.accepted(parties.request("quote-never", "cancelled", ITEM));
        assertThat(parties.alice()
                        .call(parties.alice().conversationAt("cancelled/cancel"))
                        .post()
                        .send()
                        .status())
                .isEqualTo(202);
        parties.accepted(parties.request("quote-never", "expired", ITEM).query("deadline", "PT1S"));
        for (String name : new String[] {
            "succeeded", "faulted", "succeeded-in-only", "bargain-ended", "bargain-missed", "cancelled", "expired"
        }) {
            parties.ended(name);
        }
    }

    /** Providers with a queue, at each step of asking them. */
    void asked() {
        enter("quote", queue("provider.patient"), PATIENT);
        alice.send(message("quote", "jms-asked", ITEM).property("JMSXGroupID", "group-7"));
        alice.send(JmsRequest.to("quote")
                .text(ITEM)
                .messageId("jms-temporary")
                .property("ConversationId", "jms-temporary"));
        parties.accepted(parties.request("quote", "asked", ITEM));
        parties.accepted(parties.request("quote", "asked-in-only", ITEM).query("exchange", "in-only"));
        parties.accepted(parties.request("quote", "asked-robustly", ITEM)
                .query("exchange", "robust-in-only")
                .query("deadline", "PT2M30S"));
        parties.accepted(parties.request("quote", "asked-optionally", ITEM).query("exchange", "in-optional-out"));
        parties.accepted(parties.request("quote", "asked-until-now", ITEM).query("deadline", "PT2M30S"));
        parties.accepted(parties.letter("letter", "quote", 3600));
        acknowledged();
        askedAgain();
        pausing();
        inOrder();
    }

    private void acknowledged() {
        enter("quote-acknowledged", queue("provider.acknowledging"), LONG_ATTEMPTS);
        parties.accepted(parties.request("quote-acknowledged", "asked-and-acknowledged", ITEM));
        try (JmsProvider paul = new JmsProvider(parties.server(), "provider.acknowledging")) {
            paul.acknowledge(paul.next());
        }
        await("the acknowledgment is there").until(() -> parties.alice()
                .messages("asked-and-acknowledged")
                .send()
                .text()
                .contains("\"Ack\""));
    }

    private void askedAgain() {
        enter("quote-again", queue("provider.again"), QUICK);
        parties.accepted(parties.request("quote-again", "asked-again", ITEM));
        try (JmsProvider paul = new JmsProvider(parties.server(), "provider.again")) {
            paul.next();
            enter("quote-again", queue("provider.again"), LONG_ATTEMPTS);
            assertThat(paul.next().attempt()).isEqualTo(2);
        }
    }

    private void pausing() {
        enter("quote-later", queue("provider.later"), QUICK);
        parties.accepted(parties.request("quote-later", "pausing", ITEM));
        try (JmsProvider paul = new JmsProvider(parties.server(), "provider.later")) {
            paul.next();
            Asked second = paul.next();
            assertThat(second.attempt()).isEqualTo(2);
            enter("quote-later", queue("provider.later"), LONG_PAUSES);
            assertThat(paul.poll(Duration.ofSeconds(3))).isEmpty();
            enter("quote-later", queue("provider.later"), LONG_ATTEMPTS);
        }
    }

    private void inOrder() {
        String both = "[" + queue("provider.first") + "," + queue("provider.second") + "]";
        enter("quote-in-order", both, QUICK);
        parties.accepted(parties.request("quote-in-order", "asked-in-order", ITEM));
        enter("quote-in-order", both, LONG_ATTEMPTS);
        await("another is asked").until(() -> {
            String journal = parties.alice().messages("asked-in-order").send().text();
            return journal.contains("provider.first") && journal.contains("provider.second");
        });
    }

    /** An operation that fails, and is to be tried again. */
    void failing() {
        alice.send(message(Samples.PRINT_LABEL, "jms-failing", Parties.LABEL)
                .property("FaultTo", Parties.FAULTS)
                .acknowledge());
    }

    /** Turns, at each step of taking them. */
    void turns() {
        parties.accepted(parties.turn("bargain-awaited", 1, 60).prefer("wait=20"));
        parties.accepted(parties.turn("bargain-worked-on", 1, 60).prefer("wait=20"));
        alice.send(message("jms-bargain-kept", 1, 60));
        await("the first is answered").until(() -> parties.olga()
                .conversation("jms-bargain-kept")
                .send()
                .json()
                .has("awaitedTurn"));
        alice.send(message("jms-bargain-kept", 3, 74).acknowledge().property("FaultTo", Parties.FAULTS));
        alice.send(message("jms-bargain-kept", 4, 75).property("FaultTo", Parties.FAULTS));
        try (JmsParticipant hasty =
                JmsParticipant.core(parties.server(), parties.server().alice())) {
            hasty.send(message("jms-bargain-kept", 5, 76).timeToLive(Duration.ofSeconds(150)));
        }
        alice.send(message("jms-bargain-without-first", 2, 80).acknowledge());
        parties.accepted(parties.turn("bargain-kept", 1, 60).prefer("wait=20"));
        parties.accepted(parties.turn("bargain-kept", 3, 74));
    }

    /** What is accepted from now on is not begun for a while: there are eight at once. */
    void keepCouriersBusy() {
        for (int i = 1; i <= 8; i++) {
            parties.accepted(parties.request(Parties.BOOKED, "begun-" + i, Samples.courier(30)));
        }
    }

    /** What is accepted while nothing can be sent: it is in the outbox, and nowhere else. */
    void acceptedOnly() {
        parties.accepted(parties.request(Parties.BOOKED, "accepted", Parties.COURIER));
        parties.accepted(parties.request(Parties.BOOKED, "accepted-robustly", Parties.COURIER)
                .query("exchange", "robust-in-only"));
        parties.accepted(parties.request(Parties.BOOKED, "accepted-optionally", Parties.COURIER)
                .query("exchange", "in-optional-out"));
        parties.accepted(parties.request(Parties.BOOKED, "accepted-in-only", Parties.COURIER)
                .query("exchange", "in-only"));
        parties.accepted(parties.request(Parties.BOOKED, "accepted-for-a-queue", Parties.COURIER)
                .query("replyTo", "queue:" + Parties.ANSWERS));
        parties.accepted(parties.request(Parties.BOOKED, "accepted-for-a-mailbox", Parties.COURIER)
                .query("replyTo", "mailbox:answers"));
        parties.accepted(parties.request(Parties.BOOKED, "accepted-until-now", Parties.COURIER)
                .query("deadline", "PT2M30S"));
        parties.accepted(parties.turn("bargain-worked-on", 2, 72));
    }
}
