package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Received;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.journal.InboxEntry;
import dev.parley.message.Address;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import java.util.List;
import java.util.function.BiFunction;

/** Carries out the effects of decisions on one conversation; {@link Effect.PassOver} is left to the batch, which knows all that are to be passed over. */
final class EffectExecutor {

    static final String PARLEY = "parley";

    private final UnitOfWork unit;
    private final DeadLettering parking;
    private final BiFunction<Conversation, Effect.Run, Conversation> runner;

    /**
     * @param parking how to park the conversation's request
     * @param runner what to do with {@link Effect.Run}
     */
    EffectExecutor(UnitOfWork unit, DeadLettering parking, BiFunction<Conversation, Effect.Run, Conversation> runner) {
        this.unit = unit;
        this.parking = parking;
        this.runner = runner;
    }

    /** Carries out effects; what comes back is the conversation to store. */
    Conversation enact(Conversation conversation, List<Effect> effects) {
        Conversation current = conversation;
        for (Effect effect : effects) {
            current = enact(current, effect);
        }
        return current;
    }

    private Conversation enact(Conversation conversation, Effect effect) {
        if (effect instanceof Effect.Send send) {
            return send(conversation, send.message());
        }
        if (effect instanceof Effect.Sent sent) {
            return journaled(conversation, sent.message());
        }
        if (effect instanceof Effect.Note note) {
            return note(conversation, note.message());
        }
        if (effect instanceof Effect.Run run) {
            return runner.apply(conversation, run);
        }
        act(conversation, effect);
        return conversation;
    }

    /** What changes nothing in the conversation itself. */
    private void act(Conversation conversation, Effect effect) {
        if (effect instanceof Effect.SendAgain again) {
            deliver(conversation, again.message());
        } else if (effect instanceof Effect.Park park) {
            parking.park(park.reason());
        } else if (effect instanceof Effect.Refuse refuse) {
            Refusals.tell(refuse.refused(), unit.gateway(), parking);
        } else if (effect instanceof Effect.Forget forget) {
            unit.store().forget(new InboxEntry.Key(forget.sender(), forget.messageId()));
        } else if (effect instanceof Effect.BufferTurn buffer) {
            unit.store().keep(conversation.id(), buffer.turn());
        } else if (effect instanceof Effect.Unkeep unkeep) {
            unit.store().unkeep(conversation.id(), unkeep.messageId());
        }
    }

    private Conversation send(Conversation conversation, Outgoing message) {
        deliver(conversation, message);
        return journaled(conversation, message);
    }

    private Conversation journaled(Conversation conversation, Outgoing message) {
        Conversation journaled = conversation.journaled(1);
        unit.store()
                .append(new JournalEntry(
                        conversation.id(),
                        journaled.sequence(),
                        Direction.OUT,
                        message.kind(),
                        conversation.operation(),
                        PARLEY,
                        message.to() == null ? null : message.to().toString(),
                        message.messageId(),
                        message.correlationId(),
                        unit.now(),
                        message.body(),
                        message.turn()));
        return journaled;
    }

    private void deliver(Conversation conversation, Outgoing message) {
        if (message.to() == null) {
            return; // for a requester that polls
        }
        if (message.to().kind() == Address.Kind.OPERATION) {
            new Continuation(unit).take(conversation, message);
        } else {
            unit.gateway().send(message);
        }
    }

    private Conversation note(Conversation conversation, Received message) {
        Conversation journaled = conversation.journaled(1);
        unit.store()
                .append(new JournalEntry(
                        conversation.id(),
                        journaled.sequence(),
                        Direction.IN,
                        message.kind(),
                        conversation.operation(),
                        message.from(),
                        message.kind() == MessageKind.REQUEST ? "operation:" + conversation.operation() : PARLEY,
                        message.messageId(),
                        message.correlationId(),
                        unit.now(),
                        message.body(),
                        message.turn()));
        return journaled;
    }

    /** Appends the request that began the conversation. */
    static Conversation received(UnitOfWork unit, Conversation conversation, String body) {
        Conversation journaled = conversation.journaled(1);
        unit.store()
                .append(new JournalEntry(
                        conversation.id(),
                        journaled.sequence(),
                        Direction.IN,
                        MessageKind.REQUEST,
                        conversation.operation(),
                        conversation.sender(),
                        "operation:" + conversation.operation(),
                        conversation.messageId(),
                        conversation.correlationId(),
                        conversation.createdAt(),
                        body));
        return journaled;
    }
}
