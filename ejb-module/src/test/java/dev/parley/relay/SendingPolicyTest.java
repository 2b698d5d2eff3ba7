package dev.parley.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.message.AddressPolicy;
import dev.parley.message.Caller;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingPolicyTest {

    private static final Caller BOB = new Caller("bob", false);

    private final SendingPolicy policy = new SendingPolicy(20, new AddressPolicy(List.of("reply.*")));

    private static Sending one(MailDraft mail) {
        return new Sending(BOB, "orders", List.of(mail), false, null);
    }

    private Problem refused(Sending sending) {
        return catchThrowableOfType(Refusal.class, () -> policy.check(sending)).problem();
    }

    @Test
    void takesWhatIsInOrder() {
        var mail =
                new MailDraft("m", "t", "{}", null, "c", "conv", "queue:reply.bob", "mailbox:bob", "g", "PT1S", "P1D");
        ValidMail checked = policy.check(one(mail)).get(0);
        assertThat(checked.size()).isEqualTo(2);
        assertThat(checked.delay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(checked.timeToLive()).isEqualTo(Duration.ofDays(1));
        assertThat(checked.replyTo()).hasToString("queue:reply.bob");
        assertThat(checked.faultTo()).hasToString("mailbox:bob");
    }

    @Test
    void saysOfAllThatIsWrongWhatIsExpected() {
        var wrong = new MailDraft(
                "\n",
                " ",
                "{}",
                "nothing",
                "x".repeat(256),
                "a/b",
                "queue:parley.dead",
                "bob",
                "\ud800",
                "-PT1S",
                "PT0S");
        Problem problem = refused(new Sending(BOB, "orders", List.of(MailDraft.of("t", "{}"), wrong), true, null));
        assertThat(problem.name()).isEqualTo("body-invalid");
        assertThat(problem.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "/messages/1/messageId",
                        "/messages/1/type",
                        "/messages/1/body",
                        "/messages/1/contentType",
                        "/messages/1/correlationId",
                        "/messages/1/conversationId",
                        "/messages/1/replyTo",
                        "/messages/1/faultTo",
                        "/messages/1/group",
                        "/messages/1/delay",
                        "/messages/1/timeToLive");
        assertThat(refused(one(wrong)).violations())
                .extracting(Violation::field)
                .contains("/type");
    }

    @Test
    void countsBytesOfUtf8() {
        assertThat(SendingPolicy.utf8Length("aé€\ud83d\ude00")).isEqualTo(1 + 2 + 3 + 4);
        assertThat(SendingPolicy.utf8Length("a\ude00")).isEqualTo(-1);
        assertThat(refused(one(MailDraft.of(null, "\"" + "é".repeat(10) + "\"")))
                        .name())
                .isEqualTo("message-too-large");
    }

    @Test
    void takesOneToAHundredMessages() {
        for (int count : List.of(0, 101)) {
            var mails = Collections.nCopies(count, MailDraft.of(null, "{}"));
            assertThat(refused(new Sending(BOB, "orders", mails, true, null)).violations())
                    .extracting(Violation::field)
                    .containsExactly("/messages");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "", "10000", "99999999999"})
    void refusesAMaximumThatIsNone(String max) {
        var reception = new Reception(BOB, "orders", max, null, null, null, null);
        assertThat(catchThrowableOfType(Refusal.class, () -> ReceptionPolicy.check(reception))
                        .problem()
                        .name())
                .isEqualTo("parameter-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "61", "PT61S", "soon", "-PT1S", ""})
    void refusesAWaitThatIsNone(String waiting) {
        var reception = new Reception(BOB, "orders", null, waiting, null, null, null);
        assertThat(catchThrowableOfType(Refusal.class, () -> ReceptionPolicy.check(reception))
                        .problem()
                        .detail())
                .contains("wait");
    }

    @Test
    void readsAWaitInSecondsOrAsADuration() {
        for (String waiting : List.of("20", "PT20S")) {
            assertThat(ReceptionPolicy.check(new Reception(BOB, "orders", "7", waiting, "PT12H", null, null)))
                    .isEqualTo(new ReceptionPolicy.Wish(7, Duration.ofSeconds(20), Duration.ofHours(12)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT12H0.001S", "P1Y", "30"})
    void refusesALockThatIsTooShortOrTooLong(String lock) {
        var reception = new Reception(BOB, "orders", null, null, lock, null, null);
        assertThat(catchThrowableOfType(Refusal.class, () -> ReceptionPolicy.check(reception))
                        .problem()
                        .detail())
                .contains("lock");
        assertThat(catchThrowableOfType(Refusal.class, () -> ReceptionPolicy.extension(lock))
                        .problem()
                        .violations())
                .hasSize(1);
    }
}
