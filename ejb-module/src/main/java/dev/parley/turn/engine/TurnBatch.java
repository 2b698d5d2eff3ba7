package dev.parley.turn.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.RequestReader;
import dev.parley.engine.journal.InboxEntry;
import dev.parley.engine.journal.InboxResult;
import dev.parley.engine.journal.Views;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.Receipt;
import dev.parley.engine.run.Refusals;
import dev.parley.engine.run.RequestBatch;
import dev.parley.engine.run.RequestHandler;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.turn.BufferTurn;
import dev.parley.turn.EarlyTurn;
import dev.parley.turn.TurnCame;
import dev.parley.turn.TurnPattern;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one transaction to operations that take turns: one after the other, each in its conversation, which is
 * locked.
 */
final class TurnBatch implements RequestHandler {

    private final UnitOfWork unit;
    private final EarlyTurns early;
    private final Function<PendingRequest, EffectExecutor> enactments;
    private final TurnSettlement turnover;
    private final Map<String, Conversation> conversations;
    private final Map<InboxEntry.Key, Problem> refused = new HashMap<>();

    /**
     * @param enactments carries out what is decided on a request
     * @param ids the conversations that the requests are for
     */
    TurnBatch(
            UnitOfWork unit,
            EarlyTurns early,
            Function<PendingRequest, EffectExecutor> enactments,
            Collection<String> ids) {
        this.unit = unit;
        this.early = early;
        this.enactments = enactments;
        this.turnover = new TurnSettlement(unit, early);
        this.conversations = ids.isEmpty() ? new HashMap<>() : unit.store().findLocked(ids);
    }

    @Override
    public Receipt handle(PendingRequest intake, InboxResult registration) {
        InboxEntry entry = registration.entry();
        Problem before = refused.get(entry.key());
        if (before != null) {
            return refuse(intake, before);
        }
        return registration.isNew() ? came(intake, entry) : repeated(intake, entry);
    }

    private Receipt refuse(PendingRequest intake, Problem problem) {
        Refusals.tell(RequestReader.refuse(intake.request().envelope(), problem), unit.gateway(), intake.parking());
        return new Receipt(null, problem);
    }

    private Receipt came(PendingRequest intake, InboxEntry entry) {
        Conversation there = conversations.get(entry.conversationId());
        if (there != null && !there.pattern().equals(TurnPattern.NAME)) {
            unit.store().forget(entry.key());
            return refuse(intake, RequestBatch.conversationIdTaken(there.id()));
        }
        Envelope request = intake.request().envelope();
        Decision decision = there == null
                ? unit.patterns()
                        .begin(TurnPattern.NAME, new TurnCame(request, intake.newId(), List.of(), 0), unit.now())
                : unit.patterns().decide(there, event(intake, there), unit.now());
        Conversation changed = enactments.apply(intake).enact(decision.conversation(), decision.effects());
        Problem problem = refusal(decision);
        if (problem != null) {
            refused.put(entry.key(), problem);
            return new Receipt(null, problem);
        }
        return new Receipt(view(request, store(there, changed), decision), null);
    }

    private Event event(PendingRequest intake, Conversation there) {
        Envelope request = intake.request().envelope();
        int turn = request.turn() == null ? 1 : request.turn();
        return new TurnCame(request, intake.newId(), turnover.journal(there, turn), early.count(there.id()));
    }

    private static @Nullable Problem refusal(Decision decision) {
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Refuse refuse) {
                return refuse.refused().problem();
            }
        }
        return null;
    }

    private Conversation store(@Nullable Conversation before, Conversation changed) {
        Conversation stored = changed;
        if (before == null) {
            unit.store().insert(changed);
        } else if (!changed.equals(before)) {
            stored = turnover.store(changed);
        } else {
            early.earliest(changed.id()).ifPresent(e -> unit.store().lookAt(changed.id(), e));
        }
        conversations.put(stored.id(), stored);
        return stored;
    }

    private ConversationView view(Envelope request, Conversation stored, Decision decision) {
        int turn = turnOf(request, decision);
        return Views.ofTurn(
                stored.seenBy(request.messageId(), request.correlationId()), turn, turnover.journal(stored, turn));
    }

    private static int turnOf(Envelope request, Decision decision) {
        for (Effect effect : decision.effects()) {
            if (effect instanceof BufferTurn buffer) {
                return buffer.turn().turn();
            }
        }
        Integer given = request.turn();
        if (given == null) {
            return 1;
        }
        return given == Envelope.NEXT_TURN ? decision.conversation().turn() : given;
    }

    private Receipt repeated(PendingRequest intake, InboxEntry entry) {
        Conversation there = conversations.get(entry.conversationId());
        if (there == null) {
            throw new IllegalStateException("The inbox names a conversation that is not there: " + entry);
        }
        unit.store().flush();
        Optional<JournalEntry> taken = unit.store().request(there.id(), Direction.IN, entry.messageId());
        if (taken.isPresent()) {
            int turn = taken.get().turn();
            boolean same = isSame(intake, entry, taken.get().body());
            return again(intake, same, there, turn, unit.store().turns(there.id(), turn, turn));
        }
        Optional<EarlyTurn> kept = early.find(there.id(), entry.messageId());
        if (kept.isPresent()) {
            boolean same = isSame(intake, entry, kept.get().request().body());
            return again(intake, same, there, kept.get().turn(), acknowledged(there, kept.get()));
        }
        // It was refused, and forgotten, after the inbox was looked at.
        if (!unit.store().register(List.of(entry)).get(0).isNew()) {
            throw new IllegalStateException("In the inbox, but neither taken nor kept: " + entry);
        }
        return came(intake, entry);
    }

    private static boolean isSame(PendingRequest intake, InboxEntry entry, String firstBody) {
        return intake.request().envelope().isAgain(entry.contentHash(), () -> Optional.of(firstBody));
    }

    private Receipt again(
            PendingRequest intake, boolean same, Conversation there, int turn, List<JournalEntry> journaled) {
        Envelope request = intake.request().envelope();
        var decision = unit.patterns().decide(there, new Event.Repeated(request, same, journaled), unit.now());
        enactments.apply(intake).enact(decision.conversation(), decision.effects());
        if (!same) {
            return new Receipt(null, Problems.messageIdReused(request.messageId()));
        }
        Conversation seen = there.seenBy(request.messageId(), request.correlationId());
        return new Receipt(Views.ofTurn(seen, turn, journaled), null);
    }

    /** The acknowledgment that was sent of a turn that is kept; it comes into the journal together with the turn. */
    private static List<JournalEntry> acknowledged(Conversation there, EarlyTurn kept) {
        Envelope request = kept.request();
        if (kept.acknowledgment() == null || request.replyTo() == null) {
            return List.of();
        }
        String messageId = there.id() + "." + kept.turn() + "." + MessageKind.ACK.label();
        return List.of(new JournalEntry(
                there.id(),
                0,
                Direction.OUT,
                MessageKind.ACK,
                there.operation(),
                EffectExecutor.PARLEY,
                request.replyTo().toString(),
                messageId,
                request.correlationId(),
                kept.at(),
                kept.acknowledgment(),
                kept.turn()));
    }
}
