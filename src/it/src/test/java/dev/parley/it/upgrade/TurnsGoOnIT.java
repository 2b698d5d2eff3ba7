package dev.parley.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Samples;
import dev.parley.it.share.InShares;
import org.junit.jupiter.api.Test;

/** Bargains that were between two turns, in the middle of one, or had turns kept. */
@OnUpgradedServer
@InShares(seconds = 30, inEach = true)
class TurnsGoOnIT {

    private final Parties parties;
    private final Answers answers;

    TurnsGoOnIT(Parties parties, Answers answers) {
        this.parties = parties;
        this.answers = answers;
    }

    private static void assertOffer(JsonNode reply, int offers, double price, boolean agreed) {
        assertThat(reply.path("offers").asInt()).as(reply.toString()).isEqualTo(offers);
        assertThat(reply.path("price").asDouble()).isEqualTo(price);
        assertThat(reply.path("agreed").asBoolean()).isEqualTo(agreed);
    }

    @Test
    void theNextTurnFindsWhatTheLastOneHasKept() {
        HttpAnswer first = parties.turn("bargain-awaited", 1, 60).send();
        HttpAnswer second =
                parties.turn("bargain-awaited", 2, 72).prefer("wait=20").send();
        HttpAnswer other = parties.turn("bargain-awaited", 1, 61).key("other").send();
        HttpAnswer last =
                parties.turn("bargain-awaited", 3, 74).prefer("wait=20").send();

        assertOffer(first.json().path("reply"), 1, 80, false);
        assertOffer(second.json().path("reply"), 2, 76, false);
        assertThat(other.status()).as(other.toString()).isEqualTo(409);
        assertOffer(last.json().path("reply"), 3, 74, true);
        assertThat(last.conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void theTurnThatWasAcceptedIsTaken() {
        await("it is answered").atMost(Parties.PATIENCE).until(() -> parties.alice()
                .conversation("bargain-worked-on")
                .send()
                .json()
                .has("awaitedTurn"));

        assertOffer(parties.turn("bargain-worked-on", 2, 72).send().json().path("reply"), 2, 76, false);
        assertOffer(
                parties.turn("bargain-worked-on", 3, 74)
                        .prefer("wait=20")
                        .send()
                        .json()
                        .path("reply"),
                3,
                74,
                true);
    }

    @Test
    void turnsThatWereKeptAreTakenInTheirTurn() {
        assertThat(answers.to("jms-bargain-kept-5", "Fault").problem()).isEqualTo("urn:parley:fault:expired");

        answers.send(Parties.message("jms-bargain-kept", 2, 72));

        assertOffer(answers.to("jms-bargain-kept-2", "Reply").json(), 2, 76, false);
        Answer last = answers.to("jms-bargain-kept-3", "Reply");
        assertOffer(last.json(), 3, 74, true);
        assertThat(last.state()).isEqualTo("state of jms-bargain-kept-3");
        assertThat(answers.to("jms-bargain-kept-4", "Fault").problem())
                .isEqualTo("urn:parley:fault:conversation-ended");
        assertThat(parties.olga().messages("jms-bargain-kept").send().text()).contains("jms-bargain-kept.3.Ack");
    }

    @Test
    void turnsThatWereKeptOverHttpToo() {
        parties.accepted(parties.turn("bargain-kept", 2, 72));

        assertOffer(parties.ended("bargain-kept").json().path("reply"), 3, 74, true);
    }

    @Test
    void aTurnThatWaitedForTheFirstIsTakenAfterIt() {
        answers.send(Parties.message("jms-bargain-without-first", 1, 60));

        assertOffer(answers.to("jms-bargain-without-first-1", "Reply").json(), 1, 80, false);
        assertOffer(answers.to("jms-bargain-without-first-2", "Reply").json(), 2, 80, true);
    }

    @Test
    void turnsOfABargainThatHasEndedAreAnsweredAgain() {
        assertOffer(parties.turn("bargain-ended", 1, 60).send().json().path("reply"), 1, 80, false);
        assertOffer(parties.turn("bargain-ended", 2, 80).send().json().path("reply"), 2, 80, true);
    }

    @Test
    void aBargainWhoseTurnWasMissedHasEnded() {
        HttpAnswer first = parties.request(Samples.BARGAIN_QUICKLY, "bargain-missed", Samples.offer(60))
                .send();

        assertThat(first.conversationStatus()).as(first.toString()).isEqualTo("EXPIRED");
        assertOffer(first.json().path("reply"), 1, 80, false);
        assertThat(parties.ended("bargain-missed")
                        .json()
                        .path("fault")
                        .path("type")
                        .asText())
                .isEqualTo("urn:parley:fault:turn-missed");
    }
}
