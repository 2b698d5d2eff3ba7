package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effort;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EffortTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = NOW.plusSeconds(5);

    private final Conversation conversation = Conversation.accepted(
            Patterns.EXCHANGE,
            new Envelope(
                    "book",
                    "{}",
                    MessageExchangePattern.IN_OUT,
                    "user:alice",
                    "alice",
                    "m1",
                    "k1",
                    null,
                    null,
                    false,
                    null,
                    null,
                    NOW.plusSeconds(60),
                    0),
            "c1",
            NOW);

    @Test
    void isThatOfTheMethod() {
        Conversation failed = conversation.attempted(NOW).failed("no paper");

        assertThat(Effort.of(failed, LATER)).isEqualTo(new Effort(1, "no paper", LATER));
    }

    @Test
    void isThatOfTheProvider() {
        ProviderCall call = new ProviderCall("t", Address.queue("provider.a"), 2, false, LATER, null);

        assertThat(Effort.of(conversation.with(call, NOW), null)).isEqualTo(new Effort(2, null, null));
        assertThat(Effort.of(conversation.with(call.pause(LATER), NOW), null)).isEqualTo(new Effort(2, null, LATER));
    }

    @Test
    void goesNoFurtherThanTheEnd() {
        Conversation ended = conversation.become(Status.CANCELLED, NOW);

        assertThat(Effort.of(ended, LATER).nextAttempt()).isNull();
    }
}
