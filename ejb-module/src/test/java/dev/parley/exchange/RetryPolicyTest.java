package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.OperationFault;
import dev.parley.message.Outgoing;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant DEADLINE = NOW.plusSeconds(3600);
    private static final Event.Retried RETRY = new Event.Retried("user:olga", "mended", DEADLINE);

    private final ExchangePolicy policy = new ExchangePolicy(new RegretPolicy(Compensations.NONE, UndoTerms.DEFAULT));

    @Test
    void goesOnWithAllAttemptsAndAnotherDeadline() {
        Conversation failed = asked(Address.queue("reply.a"))
                .attempted(NOW)
                .failed("no paper")
                .become(Status.FAULTED, NOW);

        Decision retried = policy.decide(failed, null, RETRY, NOW);

        Conversation goesOn = retried.conversation();
        assertThat(goesOn.status()).isEqualTo(Status.RUNNING);
        assertThat(goesOn.attempts()).isZero();
        assertThat(goesOn.lastFailure()).isNull();
        assertThat(goesOn.expiresAt()).isEqualTo(DEADLINE);
        assertThat(retried.effects())
                .satisfiesExactly(
                        note -> assertThat(((Effect.Note) note).message().body())
                                .contains("mended"),
                        run -> assertThat(run).isEqualTo(new Effect.Run(false)));
    }

    @Test
    void askersOfProvidersAskAtOnce() {
        ProviderCall call = new ProviderCall("t", Address.queue("provider.a"), 5, false, NOW.minusSeconds(9), null);
        Conversation failed = asked(null).with(call, NOW).become(Status.FAULTED, NOW);

        Decision retried = policy.decide(failed, call, RETRY, NOW);

        assertThat(retried.conversation().dueAt()).isEqualTo(NOW);
        assertThat(retried.conversation().patternState())
                .isEqualTo(new ProviderCall("t", Address.queue("provider.a"), 0, true, NOW, null));
        assertThat(retried.effects()).hasSize(1);
    }

    @Test
    void itsNextFaultIsAnotherMessage() {
        Conversation failed = asked(Address.queue("reply.a")).become(Status.FAULTED, NOW);
        Conversation goesOn = policy.decide(failed, null, RETRY, NOW).conversation();

        Decision again =
                policy.decide(goesOn, null, new Event.Faulted(new OperationFault("broken").because("again")), NOW);

        Outgoing fault = ((Effect.Send) again.effects().get(0)).message();
        assertThat(fault.kind()).isEqualTo(MessageKind.FAULT);
        assertThat(fault.messageId()).isEqualTo("c1.Fault.1");
    }

    @Test
    void whatGoesOnIsLeftAlone() {
        Conversation running = asked(null).attempted(NOW);

        assertThat(policy.decide(running, null, RETRY, NOW)).isEqualTo(Decision.nothing(running));
    }

    @Test
    void whatHasNotFailedCannotGoOn() {
        for (Status status : new Status[] {Status.SUCCEEDED, Status.CANCELLED}) {
            Conversation ended = asked(null).become(status, NOW);
            assertThatThrownBy(() -> policy.decide(ended, null, RETRY, NOW))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(status.name());
        }
    }

    @Test
    void whoAsksAgainMeanwhileIsNotToldTheOldFault() {
        Conversation failed = asked(Address.queue("reply.a")).become(Status.FAULTED, NOW);
        Conversation goesOn = policy.decide(failed, null, RETRY, NOW).conversation();
        Event.Repeated repeated = new Event.Repeated(request(Address.queue("reply.a")), true, List.of(fault(2)));

        assertThat(policy.decide(failed, null, repeated, NOW).effects()).hasSize(1);
        assertThat(policy.decide(goesOn, null, repeated, NOW).effects()).isEmpty();
    }

    @Test
    void whoAsksAgainAfterwardsIsToldTheLastFault() {
        Conversation failed = asked(Address.queue("reply.a")).become(Status.FAULTED, NOW);
        Conversation again =
                policy.decide(failed, null, RETRY, NOW).conversation().become(Status.FAULTED, NOW);
        Event.Repeated repeated =
                new Event.Repeated(request(Address.queue("reply.a")), true, List.of(fault(2), fault(4)));

        List<Effect> effects = policy.decide(again, null, repeated, NOW).effects();

        assertThat(effects).hasSize(1);
        assertThat(((Effect.SendAgain) effects.get(0)).message().messageId()).isEqualTo("c1.Fault.at4");
    }

    private static JournalEntry fault(int sequence) {
        return new JournalEntry(
                "c1",
                sequence,
                Direction.OUT,
                MessageKind.FAULT,
                "print-label",
                "parley",
                "queue:reply.a",
                "c1.Fault.at" + sequence,
                "k1",
                NOW,
                "{}");
    }

    private static Conversation asked(@Nullable Address replyTo) {
        return Conversation.accepted(Patterns.EXCHANGE, request(replyTo), "c1", NOW);
    }

    private static Envelope request(@Nullable Address replyTo) {
        return new Envelope(
                "print-label",
                "{}",
                MessageExchangePattern.IN_OUT,
                "user:alice",
                "alice",
                "m1",
                "k1",
                replyTo,
                null,
                false,
                null,
                null,
                NOW.plusSeconds(60),
                0);
    }
}
