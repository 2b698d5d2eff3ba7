package dev.parley.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Address;
import dev.parley.message.AnswerQueues;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailFromParleyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Address MAILBOX = Address.mailbox("answers");

    @Test
    void saysOfAnAnswerWhatAMessageSays() {
        ValidMail mail = MailFromParley.of(
                new Outgoing(MAILBOX, MessageKind.REPLY, "quote", "c-1", "c-1.2.Reply", "r-1", "st\"ate", "{\"a\":1}")
                        .ofTurn(2),
                NOW);

        assertThat(mail.messageId()).isEqualTo("c-1.2.Reply");
        assertThat(mail.type()).isEqualTo("quote");
        assertThat(mail.body()).isEqualTo("{\"a\":1}");
        assertThat(mail.size()).isEqualTo(7);
        assertThat(mail.correlationId()).isEqualTo("r-1");
        assertThat(mail.conversationId()).isEqualTo("c-1");
        assertThat(mail.replyTo()).isNull();
        assertThat(mail.timeToLive()).isNull();
        assertThat(mail.properties()).isEqualTo("{\"Kind\":\"Reply\",\"State\":\"st\\\"ate\",\"Turn\":2}");
    }

    @Test
    void saysWhatAProviderHasToKnow() {
        ValidMail mail = MailFromParley.of(request(NOW.plusSeconds(30)), NOW);

        assertThat(mail.replyTo()).isEqualTo(AnswerQueues.REPLIES);
        assertThat(mail.timeToLive()).isEqualTo(Duration.ofSeconds(30));
        assertThat(mail.group()).isEqualTo("g");
        assertThat(mail.properties()).isEqualTo("{\"Kind\":\"Request\",\"Attempt\":3,\"Hops\":1}");
    }

    /** What is too late is put there all the same, and expires: that is the mailbox's to do. */
    @Test
    void hasNoTimeLessThanNone() {
        assertThat(MailFromParley.of(request(NOW.minusSeconds(1)), NOW).timeToLive())
                .isEqualTo(Duration.ofMillis(1));
    }

    /** What was refused was not checked: no database may refuse it, or it would come again for ever. */
    @Test
    void fitsWhateverWasWrongWithIt() {
        String long300 = "x".repeat(300);
        ValidMail mail = MailFromParley.of(
                new Outgoing(MAILBOX, MessageKind.FAULT, long300, null, long300 + ".Fault", "a\u0000b", null, "{}"),
                NOW);

        assertThat(mail.type()).hasSize(255);
        assertThat(mail.messageId()).hasSize(255).endsWith(".Fault");
        assertThat(mail.correlationId()).isNull();
    }

    private static Outgoing request(Instant expiresAt) {
        return new Outgoing(
                MAILBOX,
                MessageKind.REQUEST,
                "quote",
                "c-1",
                "c-1.Request",
                "c-1:secret",
                null,
                "{}",
                new Outgoing.Request(AnswerQueues.REPLIES, 3, expiresAt, 1, "g"));
    }
}
