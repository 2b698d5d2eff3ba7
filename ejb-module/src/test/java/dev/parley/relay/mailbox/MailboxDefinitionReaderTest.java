package dev.parley.relay.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxDefinitionReaderTest {

    @Test
    void hasDefaults() {
        MailboxDefinition definition = MailboxDefinitionReader.read("orders", "{}", "alice");
        assertThat(definition).isEqualTo(MailboxDefinition.of("alice"));
        assertThat(definition.lock()).isEqualTo(Duration.ofSeconds(30));
        assertThat(definition.senders()).isEmpty();
    }

    @Test
    void readsWhatItWrote() {
        MailboxDefinition definition =
                new MailboxDefinition("alice", List.of("bob", "*"), Duration.ofSeconds(1), Duration.ofDays(1), 1, 2, 3);
        assertThat(MailboxKind.MAILBOXES.stored("orders", definition.toJson())).isEqualTo(definition);
    }

    @Test
    void saysOfAllThatIsWrongWhatIsExpected() {
        String wrong =
                "{\"owner\": 1, \"senders\": [\"\", 2], \"lock\": \"PT0S\", \"timeToLive\": \"x\", \"maxDeliveries\": 1001,"
                        + " \"messages\": 0, \"bytes\": 1.5, \"other\": 1, \"ready\": 7}";
        var problem = catchThrowableOfType(Refusal.class, () -> MailboxDefinitionReader.read("orders", wrong, "alice"))
                .problem();
        assertThat(problem.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "/owner",
                        "/senders/0",
                        "/senders/1",
                        "/lock",
                        "/timeToLive",
                        "/maxDeliveries",
                        "/messages",
                        "/bytes",
                        "/other");
    }

    @Test
    void saysWhoMay() {
        var definition = MailboxDefinitionReader.read("orders", "{\"senders\": [\"bob\"]}", "alice");
        Mailbox mailbox = new Mailbox("orders", 1, definition, Instant.EPOCH, "alice");
        assertThat(mailbox.mayReceive(new Caller("alice", false))).isTrue();
        assertThat(mailbox.mayReceive(new Caller("bob", false))).isFalse();
        assertThat(mailbox.mayReceive(new Caller("olga", true))).isTrue();
        assertThat(mailbox.maySend(new Caller("bob", false))).isTrue();
        assertThat(mailbox.maySend(new Caller("eve", false))).isFalse();
        assertThat(mailbox.maySend((String) null)).isFalse();
    }
}
