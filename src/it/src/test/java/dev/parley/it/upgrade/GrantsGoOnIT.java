package dev.parley.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Pool;
import dev.parley.it.share.InShares;
import org.junit.jupiter.api.Test;

/** Grants that were held, asked, waited for or over. */
@OnUpgradedServer
@InShares(seconds = 30, inEach = true)
class GrantsGoOnIT {

    private final Parties parties;
    private final Answers answers;

    GrantsGoOnIT(Parties parties, Answers answers) {
        this.parties = parties;
        this.answers = answers;
    }

    @Test
    void whoWasAskedConfirmsAndWhoWaitsGetsIt() {
        Pool magazines = parties.alice().pool("magazines");
        JsonNode held = WrittenGrants.ask(parties.alice(), "magazines", "pingTo", "mailbox:answers")
                .json();
        String id = held.path("grantId").asText();
        JsonNode waits =
                WrittenGrants.ask(parties.bob(), "magazines", "wait", "PT2H").json();
        assertThat(held.path("status").asText()).isEqualTo("HELD");
        assertThat(waits.path("status").asText()).isEqualTo("WAITING");
        String ping = held.path("ping").path("pingId").asText();

        HttpAnswer confirmed = magazines.answer(id, "confirm", ping).send();
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        magazines.release(id);

        await("bob has it").atMost(Parties.PATIENCE).until(() -> "HELD"
                .equals(parties.bob()
                        .pool("magazines")
                        .view(waits.path("grantId").asText())
                        .path("status")
                        .asText()));
    }

    @Test
    void whatIsMadeIsHeldAndWhatIsOverStaysSo() {
        HttpAnswer over = WrittenGrants.ask(parties.bob(), "vans");
        assertThat(over.status()).as(over.toString()).isEqualTo(410);
        JsonNode held = WrittenGrants.ask(parties.alice(), "vans").json();
        assertThat(held.path("reference").asText()).isEqualTo("VAN-1");
        JsonNode next = parties.bob().pool("vans").hold();
        assertThat(next.path("reference").asText()).isEqualTo("VAN-2");
        assertThat(next.path("fencingToken").asInt()).isEqualTo(3);
    }

    @Test
    void aLeaseIsRenewed() {
        Pool leases = parties.alice().pool("leases");
        JsonNode held = WrittenGrants.ask(parties.alice(), "leases").json();

        HttpAnswer renewed =
                leases.grant(held.path("grantId").asText(), "renew").send();

        assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
    }

    @Test
    void whoAskedOverJmsIsAnsweredTheSame() {
        answers.sayOfResources(WrittenGrants.askingFor("journals"));
        Answer again = answers.to("grant-of-journals", "Reply");
        assertThat(again.json().path("reference").asText()).isEqualTo("journals/1");

        answers.sayOfResources(JmsRequest.to("release")
                .property("GrantId", again.property("GrantId"))
                .correlationId("release-of-journals")
                .replyTo(Parties.ANSWERS));
        assertThat(answers.to("release-of-journals", "Reply")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("RELEASED");
    }
}
