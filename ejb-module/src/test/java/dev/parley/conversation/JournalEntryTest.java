package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalEntryTest {

    @ParameterizedTest
    @CsvSource({
        "OUT, REQUEST, parley, queue:provider.paul, parley, provider",
        "OUT, REQUEST, parley, mailbox:quotes, parley, provider",
        "IN, REPLY, user:paul, parley, provider, parley",
        "IN, FAULT, queue:reply.paul, parley, provider, parley",
        "IN, ACK, provider, parley, provider, parley",
        "IN, REQUEST, user:alice, operation:quote, user:alice, operation:quote",
        "OUT, REPLY, operation:quote, queue:reply.alice, operation:quote, queue:reply.alice",
        "OUT, REQUEST, conversation:p, operation:stock, conversation:p, operation:stock",
        "IN, REPLY, conversation:exchange/c, parley, conversation:exchange/c, parley",
        "IN, NOTICE, user:olga, user:olga, user:olga, user:olga",
    })
    void namesNoProviderToWhoeverAsked(
            Direction direction, MessageKind kind, String from, String to, String shownFrom, String shownTo) {
        JournalEntry shown = new JournalEntry(
                        "c1", 2, direction, kind, "quote", from, to, "m1", "c1", Instant.EPOCH, "{}")
                .withoutProvider();

        assertThat(shown.from()).isEqualTo(shownFrom);
        assertThat(shown.to()).isEqualTo(shownTo);
        assertThat(shown.correlationId()).isEqualTo("c1");
    }
}
