package dev.parley.testing;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Received;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.turn.BufferTurn;
import dev.parley.turn.DropTurn;
import dev.parley.turn.EarlyTurn;
import dev.parley.turn.TurnCame;
import dev.parley.turn.TurnPattern;
import dev.parley.turn.TurnRecalled;
import dev.parley.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a conversation in turns stands, as its pattern decides it, and what its requester was told. */
final class TalkState {

    private static final String ID = "conversation-1";
    private static final Address ALICE = Address.queue("reply.alice");
    private static final int LARGEST = 1024 * 1024;

    private final TurnPattern pattern = new TurnPattern(new RequestLimits(
            LARGEST, Duration.ofHours(1), Duration.ofDays(30), new AddressPolicy(List.of("reply.*")), 10));
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Map<String, EarlyTurn> early = new LinkedHashMap<>();
    private @Nullable Conversation conversation;
    private @Nullable Outcome last;
    private boolean taken;
    private int messages;

    Conversation conversation() {
        return Objects.requireNonNull(conversation, "A turn has come");
    }

    private @Nullable Turns turns() {
        return conversation == null ? null : (Turns) conversation.turns();
    }

    /** The number of the last turn that was taken. */
    int taken() {
        return conversation == null ? 0 : conversation.turn();
    }

    /** What the operation keeps, JSON text. */
    @Nullable
    String kept() {
        Turns turns = turns();
        return turns == null ? null : turns.state();
    }

    /** Whether the operation is to be called with the current turn. */
    boolean isTaken() {
        return taken;
    }

    boolean isEnded() {
        return conversation != null && conversation.status().isFinal();
    }

    boolean isDue(Instant now) {
        return conversation != null && !isEnded() && !now.isBefore(conversation.dueAt());
    }

    /** What its requester was told last. */
    @Nullable
    Outcome last() {
        return last;
    }

    /** A turn comes; what its sender is told if it is not taken. */
    Outcome came(String operation, int turn, String body, Instant now, Duration within) {
        messages++;
        String messageId = ID + "-" + messages;
        Envelope request = new Envelope(
                operation,
                body,
                MessageExchangePattern.IN_OUT,
                "user:alice",
                "alice",
                messageId,
                messageId,
                ALICE,
                null,
                false,
                null,
                ID,
                now.plus(within),
                0,
                turn,
                true);
        TurnCame event = new TurnCame(request, ID, of(turn), early.size());
        return apply(conversation == null ? pattern.begin(event, now) : decide(event, now), now);
    }

    /** The turn that was kept longest, of those whose time has come, or never will. */
    Optional<EarlyTurn> next() {
        Turns turns = turns();
        return early.values().stream()
                .filter(e -> isEnded() || (turns != null && turns.awaiting() && e.turn() <= turns.next()))
                .findFirst();
    }

    /** A turn that was kept is looked at again; what its sender is told if it is not taken. */
    Outcome recalled(EarlyTurn turn, Instant now) {
        return apply(decide(new TurnRecalled(turn, of(turn.turn())), now), now);
    }

    /** Something happens to it; what its requester is told. */
    Outcome happened(Event event, Instant now) {
        taken = false;
        Outcome told = apply(decide(event, now), now);
        last = told;
        return told;
    }

    private Decision decide(Event event, Instant now) {
        return pattern.decide(conversation(), turns(), event, now);
    }

    private List<JournalEntry> of(int turn) {
        return journal.stream().filter(e -> e.turn() == turn).toList();
    }

    private Outcome apply(Decision decision, Instant now) {
        conversation = decision.conversation();
        Outcome told = new Outcome(Outcome.Ending.KEPT, null, null, 0, null);
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Send send) {
                sent(send.message(), now);
                told = outcome(send.message());
            } else if (effect instanceof Effect.SendAgain again) {
                told = outcome(again.message());
            } else if (effect instanceof Effect.Refuse refuse) {
                told = OperationsUnderTest.refused(refuse.refused().problem());
            } else {
                note(effect, now);
            }
        }
        return told;
    }

    private void note(Effect effect, Instant now) {
        if (effect instanceof Effect.Note note) {
            received(note.message(), now);
        } else if (effect instanceof Effect.Run) {
            taken = true;
        } else if (effect instanceof BufferTurn buffer) {
            early.put(buffer.turn().request().messageId(), buffer.turn());
        } else if (effect instanceof DropTurn drop) {
            early.remove(drop.messageId());
        }
    }

    private void received(Received message, Instant now) {
        write(
                Direction.IN,
                message.kind(),
                message.from(),
                null,
                message.messageId(),
                now,
                message.body(),
                message.turn());
    }

    private void sent(Outgoing message, Instant now) {
        write(
                Direction.OUT,
                message.kind(),
                "parley",
                String.valueOf(message.to()),
                message.messageId(),
                now,
                message.body(),
                message.turn());
    }

    private void write(
            Direction direction,
            MessageKind kind,
            String from,
            @Nullable String to,
            String messageId,
            Instant now,
            String body,
            int turn) {
        journal.add(new JournalEntry(
                ID,
                journal.size() + 1,
                direction,
                kind,
                conversation().operation(),
                from,
                to,
                messageId,
                messageId,
                now,
                body,
                turn));
    }

    private Outcome outcome(Outgoing message) {
        if (message.kind() == MessageKind.REPLY) {
            return new Outcome(Outcome.Ending.REPLIED, message.body(), null, 0, null);
        }
        boolean late = conversation().status() == Status.EXPIRED;
        Outcome.Ending ending = late ? Outcome.Ending.EXPIRED : Outcome.Ending.FAULTED;
        return new Outcome(ending, message.body(), StagedRequester.name(message.body()), 0, null);
    }
}
