package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Received;
import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.journal.InboxEntry;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.ProblemKind;
import dev.parley.message.TraceParent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The executor of the effects of decisions on one conversation. An effect that nobody here knows is a mistake, and
 * fails the transaction.
 */
public final class EffectExecutor {

    /** The name of Parley itself, as the journal has it of messages from it and to it. */
    public static final String PARLEY = "parley";

    /** The problems of a message alone, whatever became of the conversation that it came to. */
    private static final Set<ProblemKind> OF_A_MESSAGE =
            Set.of(CommonProblem.MESSAGE_ID_REUSED, ExchangeProblem.CORRELATION_UNKNOWN);

    private final UnitOfWork unit;
    private final DeadLettering parking;
    private final BiFunction<Conversation, Effect.Run, Conversation> runner;

    /**
     * An executor that has operations run from a queue, after the commit.
     *
     * @param parking how to park the conversation's request
     */
    public EffectExecutor(UnitOfWork unit, DeadLettering parking) {
        this(unit, parking, (conversation, run) -> runLater(unit, conversation));
    }

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
    public Conversation enact(Conversation conversation, List<Effect> effects) {
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
        if (effect instanceof Effect.Ask ask) {
            return ask(conversation, ask);
        }
        if (effect instanceof Effect.AskUndo undo) {
            return ask(conversation, UndoRequest.of(unit, conversation, undo));
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

    /** An effect that changes nothing in the conversation itself. */
    private void act(Conversation conversation, Effect effect) {
        if (effect instanceof Effect.SendAgain again) {
            sendAgain(conversation, again.message());
        } else if (effect instanceof Effect.Park park) {
            park(conversation, park.reason());
        } else if (effect instanceof Effect.Refuse refuse) {
            Refusals.tell(refuse.refused(), unit.gateway(), parking);
        } else if (effect instanceof Effect.Forget forget) {
            unit.store().forget(new InboxEntry.Key(forget.sender(), forget.messageId()));
        } else if (effect instanceof Effect.TakeBack taking) {
            takeBack(conversation, taking.provider());
        } else if (effect instanceof Effect.TellLate late) {
            tellLate(conversation, late);
        } else if (effect instanceof Effect.TellUndone undone) {
            tellUndone(conversation, undone);
        } else if (effect instanceof Effect.OfPattern own) {
            unit.engines().of(conversation).enact(unit, conversation, own);
        } else {
            throw unknown(conversation, effect);
        }
    }

    private void takeBack(Conversation conversation, Address mailbox) {
        int taken = unit.gateway().takeBack(mailbox, conversation.id());
        if (taken > 0) {
            unit.tell(
                    conversation.id(),
                    new Event.TakenBack(taken),
                    new Received(
                            MessageKind.NOTICE,
                            mailbox.toString(),
                            conversation.id() + ".taken-back",
                            conversation.correlationId(),
                            "{\"takenBack\":" + taken + "}"));
        }
    }

    private void tellLate(Conversation conversation, Effect.TellLate late) {
        Parent parent = Parent.at(conversation.replyTo());
        String key = conversation.state();
        Event event = parent == null || key == null
                ? null
                : unit.engines().of(parent.pattern()).late(key, late);
        if (parent != null && event != null) {
            unit.tell(
                    parent.id(),
                    event,
                    new Received(
                            late.kind(),
                            Parent.of(conversation).address().toString(),
                            late.messageId(),
                            conversation.correlationId(),
                            late.body()));
        }
    }

    private void tellUndone(Conversation conversation, Effect.TellUndone undone) {
        Parent parent = Parent.at(conversation.replyTo());
        String key = conversation.state();
        Event event = parent == null || key == null
                ? null
                : unit.engines().of(parent.pattern()).undone(key, undone.status());
        if (parent != null && event != null) {
            unit.tell(
                    parent.id(),
                    event,
                    new Received(
                            MessageKind.NOTICE,
                            Parent.of(conversation).address().toString(),
                            conversation.id() + ".Undoing." + conversation.sequence(),
                            conversation.correlationId(),
                            "{\"undoing\":\"" + undone.status() + "\"}"));
        }
    }

    private void park(Conversation conversation, Problem reason) {
        if (conversation.status().isFinal() && !OF_A_MESSAGE.contains(reason.kind())) {
            parking.park(reason, conversation.id());
        } else {
            parking.park(reason);
        }
    }

    /** The exception that is thrown at an effect that is not known. */
    public static IllegalStateException unknown(Conversation conversation, Effect effect) {
        return new IllegalStateException("Nobody here knows what to do for conversation " + conversation.id() + " of "
                + conversation.pattern() + ": " + effect);
    }

    private static Conversation runLater(UnitOfWork unit, Conversation conversation) {
        // Work that belongs into another lane is moved there.
        unit.gateway()
                .work(
                        Lane.SHARED,
                        new OperationWork(conversation.id(), conversation.operation(), null, 0, conversation.turn()));
        return conversation;
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

    private Conversation ask(Conversation conversation, Effect.Ask ask) {
        ChildRequest request = new ChildRequest(unit, conversation, ask);
        if (!request.begin()) {
            return conversation;
        }
        Conversation journaled = conversation.journaled(1);
        unit.store()
                .append(new JournalEntry(
                        conversation.id(),
                        journaled.sequence(),
                        Direction.OUT,
                        MessageKind.REQUEST,
                        ask.operation(),
                        PARLEY,
                        Address.operation(ask.operation()).toString(),
                        request.messageId(),
                        conversation.correlationId(),
                        unit.now(),
                        ask.body(),
                        conversation.turn()));
        return journaled;
    }

    /** A conversation that has asked gets its answer once, however often it asks. */
    private void sendAgain(Conversation conversation, Outgoing message) {
        if (Parent.at(message.to()) == null) {
            deliver(conversation, message);
        }
    }

    private void deliver(Conversation conversation, Outgoing message) {
        if (message.to() == null) {
            return; // for a requester that polls
        }
        if (message.to().kind() == Address.Kind.OPERATION) {
            new Continuation(unit).take(conversation, message);
            return;
        }
        Parent parent = Parent.at(message.to());
        if (parent == null) {
            String stored = conversation.request().trace();
            unit.gateway().send(inTrace(message, unit.spans().here(stored)));
        } else {
            answer(conversation, message, parent.id());
        }
    }

    private static Outgoing inTrace(Outgoing message, @Nullable String trace) {
        if (trace == null) {
            return message;
        }
        Map<String, String> properties = new HashMap<>(message.properties());
        properties.put(TraceParent.NAME, trace);
        return message.with(properties);
    }

    /** In the parent's journal it answers the request that is there. */
    private void answer(Conversation child, Outgoing message, String parentId) {
        String key = Objects.requireNonNull(message.state(), "The key of the request goes back with its answer");
        unit.parents()
                .add(
                        parentId,
                        new Event.Answered(key, child.id(), message.kind(), message.body()),
                        new Received(
                                message.kind(),
                                Parent.of(child).address().toString(),
                                message.messageId(),
                                child.messageId(),
                                message.body()));
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
