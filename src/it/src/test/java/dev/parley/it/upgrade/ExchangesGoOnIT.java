package dev.parley.it.upgrade;

import static dev.parley.it.client.Samples.effects;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Samples;
import dev.parley.it.probe.Probe;
import dev.parley.it.share.InShares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to operations of the EAR that were accepted, tried or answered before. */
@OnUpgradedServer
@InShares(seconds = 30, inEach = true)
class ExchangesGoOnIT {

    private final Parties parties;
    private final Answers answers;
    private final Probe probe;

    ExchangesGoOnIT(Parties parties, Answers answers) {
        this.parties = parties;
        this.answers = answers;
        probe = new Probe(parties.server());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accepted",
                "accepted-robustly",
                "accepted-optionally",
                "accepted-in-only",
                "accepted-for-a-queue",
                "accepted-for-a-mailbox"
            })
    void whatWasAcceptedIsDoneOnce(String name) {
        HttpAnswer ended = parties.ended(name);

        assertThat(ended.conversationStatus()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(effects(parties.alice(), name)).isEqualTo(1);
    }

    @Test
    void theAnswerGoesWhereItWasToGo() {
        Answer reply = answers.to("accepted-for-a-queue", "Reply");

        assertThat(reply.conversationId()).isEqualTo("accepted-for-a-queue");
        assertThat(reply.json().path("orderId").asText()).isEqualTo("order-1");
        JsonNode mail = parties.awaitMail("accepted-for-a-mailbox");
        assertThat(mail.path("body").path("orderId").asText()).isEqualTo("order-1");
    }

    @Test
    void whatCameTooLateIsNotDone() {
        assertThat(parties.ended("accepted-until-now").conversationStatus()).isEqualTo("EXPIRED");
        assertThat(effects(parties.alice(), "accepted-until-now")).isZero();
    }

    @Test
    void whatHasFailedIsTriedAgain() {
        Answer reply = answers.to("jms-failing", "Reply");

        assertThat(reply.state()).isEqualTo("state of jms-failing");
        assertThat(reply.json().path("attempts").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(effects(parties.alice(), "jms-failing")).isEqualTo(1);
    }

    @Test
    void aReplyIsGivenAgain() {
        HttpAnswer again = parties.request(Samples.PLACE_ORDER, "succeeded", Samples.order())
                .prefer("wait=5")
                .send();

        assertThat(again.conversationStatus()).as(again.toString()).isEqualTo("SUCCEEDED");
        assertThat(again.json().path("reply").path("orderId").asText()).isEqualTo(effect("succeeded"));
        assertThat(effects(parties.alice(), "succeeded")).isEqualTo(1);
        assertThat(parties.request(Samples.PLACE_ORDER, "succeeded", Samples.order("tea"))
                        .send()
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aReplyIsSentAgain() {
        answers.send(Parties.message(Samples.PLACE_ORDER, "jms-succeeded", Samples.order()));

        Answer reply = answers.to("jms-succeeded", "Reply");
        assertThat(reply.messageId()).isEqualTo("jms-succeeded.Reply");
        assertThat(reply.json().path("orderId").asText()).isEqualTo(effect("jms-succeeded"));
        assertThat(effects(parties.alice(), "jms-succeeded")).isEqualTo(1);
    }

    private String effect(String messageId) {
        return probe.sql("select id from ordering_effect where message_id = '" + messageId + "'")
                .get(0);
    }

    @Test
    void aFaultIsGivenAgain() {
        HttpAnswer again = parties.request(Samples.RESERVE_STOCK, "faulted", Samples.reservation(Samples.TOO_MANY))
                .prefer("wait=5")
                .send();
        assertThat(again.conversationStatus()).as(again.toString()).isEqualTo("FAULTED");
        assertThat(again.json().path("fault").path("available").asInt()).isEqualTo(10);
        answers.send(Parties.message(Samples.RESERVE_STOCK, "jms-faulted", Samples.reservation(Samples.TOO_MANY))
                .property("FaultTo", Parties.FAULTS));

        assertThat(answers.to("jms-faulted", "Fault").problem()).isEqualTo("urn:parley:fault:out-of-stock");
    }

    @Test
    void whatHasEndedOtherwiseHasEnded() {
        assertThat(parties.request("quote-never", "cancelled", Parties.ITEM)
                        .send()
                        .conversationStatus())
                .isEqualTo("CANCELLED");
        assertThat(parties.request("quote-never", "expired", Parties.ITEM)
                        .query("deadline", "PT1S")
                        .send()
                        .conversationStatus())
                .isEqualTo("EXPIRED");
        assertThat(parties.request(Samples.RECORD_VISIT, "succeeded-in-only", "{\"page\":\"/a\"}")
                        .query("exchange", "in-only")
                        .send()
                        .conversationStatus())
                .isEqualTo("SUCCEEDED");
        assertThat(effects(parties.alice(), "succeeded-in-only")).isEqualTo(1);
    }
}
