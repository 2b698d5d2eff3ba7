package dev.parley.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.probe.Probe;
import dev.parley.it.share.InShares;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to providers outside of the EAR that had been asked before, and are asked again or answer now. */
@OnUpgradedServer
@InShares(seconds = 30, inEach = true)
class ProvidersGoOnIT {

    private static final String PRICE = "{\"price\":12}";

    private final Parties parties;
    private final Answers answers;
    private final Probe probe;

    ProvidersGoOnIT(Parties parties, Answers answers) {
        this.parties = parties;
        this.answers = answers;
        probe = new Probe(parties.server());
    }

    /** What each provider was sent before; the broker that had it is another now. */
    private List<String> correlationIds(String conversation) {
        return probe.sql("select correlation_id from parley_journal where conversation_id = '" + conversation
                + "' and direction = 'OUT' and kind = 'REQUEST' order by sequence");
    }

    private void answerLate(String conversation) {
        try (JmsProvider paul = new JmsProvider(parties.server(), "provider.patient")) {
            paul.send(correlationIds(conversation).get(0), PRICE);
        }
    }

    /** The next request; who has registered is sent pings among them. */
    private static Asked request(JmsProvider provider) {
        Asked asked = provider.next(Parties.PATIENCE);
        return "Ping".equals(asked.kind()) ? request(provider) : asked;
    }

    private void assertThatItIsAnswered(String conversation) {
        HttpAnswer ended = parties.ended(conversation);
        assertThat(ended.conversationStatus()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("reply")).isEqualTo(Json.parse(PRICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asked", "asked-optionally", "asked-and-acknowledged", "asked-by-pool"})
    void theAnswerToWhatTheVersionBeforeHasAskedCounts(String conversation) {
        answerLate(conversation);

        assertThatItIsAnswered(conversation);
        assertThat(correlationIds(conversation)).hasSize(1);
    }

    @Test
    void theAnswerIsPassedOnWithItsState() {
        answerLate("jms-asked");

        Answer reply = answers.to("jms-asked", "Reply");
        assertThat(reply.text()).isEqualTo(PRICE);
        assertThat(reply.state()).isEqualTo("state of jms-asked");
    }

    /** The temporary queue has gone with the broker that had it. */
    @Test
    void theAnswerCountsAlsoIfNobodyIsThereToGetIt() {
        answerLate("jms-temporary");

        HttpAnswer ended = parties.olga().awaitFinal(parties.olga().conversationAt("jms-temporary"));
        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void anApplicationGetsTheAnswerInAnotherOperation() {
        String letter = probe.sql("select conversation_id from parley_inbox where message_id = 'letter-to-quote'")
                .get(0);

        answerLate(letter);

        parties.awaitHeard(probe, "letter", "price");
        parties.awaitHeard(probe, "letter-by-mail", "price");
    }

    @Test
    void anAnswerAfterTheEndChangesNothing() {
        HttpAnswer before = parties.ended("asked-in-only");

        answerLate("asked-in-only");

        parties.awaitJournal("asked-in-only", PRICE);
        assertThat(parties.ended("asked-in-only").json()).isEqualTo(before.json());
    }

    @Test
    void silenceUntilTheDeadlineEndsIt() {
        assertThat(parties.ended("asked-robustly").conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(parties.ended("asked-until-now").conversationStatus()).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "asked-again, provider.again, 3",
        "pausing, provider.later, 3",
        "asked-in-order, provider.second, 3",
        "asked-nobody, provider.petra.late, 2"
    })
    void theNextAttemptIsMade(String conversation, String queue, int attempt) {
        try (JmsProvider provider = new JmsProvider(parties.server(), queue)) {
            Asked asked = request(provider);

            assertThat(asked.attempt()).isEqualTo(attempt);
            assertThat(asked.messageId()).isEqualTo(conversation + ".Request");
            assertThat(asked.text()).isEqualTo(Parties.ITEM);
            assertThat(correlationIds(conversation)).containsOnly(asked.correlationId());
            provider.reply(asked, PRICE);
        }
        assertThatItIsAnswered(conversation);
    }

    @Test
    void whoPollsFindsWhatItWasAsked() {
        Mailbox quotes = parties.bob().mailbox("quotes.new");
        Mail asked = quotes.next();

        assertThat(asked.messageId()).isEqualTo("asked-by-mail.Request");
        assertThat(quotes.at("locks/" + asked.lock() + "/reply")
                        .body(Json.object("body", Json.parse(PRICE)))
                        .send()
                        .status())
                .isEqualTo(201);
        assertThatItIsAnswered("asked-by-mail");
    }

    @Test
    void whoHasALockAnswersUnderIt() {
        WrittenMail.reply(parties.bob().mailbox("quotes.locked"), PRICE);

        assertThatItIsAnswered("asked-by-locked-mail");
    }

    @Test
    void whoIsRegisteredIsAskedStill() {
        parties.accepted(parties.request("quote-by-pool", "asked-after-upgrade", Parties.ITEM));

        try (JmsProvider petra = new JmsProvider(parties.server(), "provider.petra")) {
            Asked asked = request(petra);
            assertThat(asked.conversationId()).isEqualTo("asked-after-upgrade");
            petra.reply(asked, PRICE);
        }
        assertThatItIsAnswered("asked-after-upgrade");
    }
}
