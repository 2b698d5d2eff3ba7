package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Particulars;
import dev.parley.conversation.Received;
import dev.parley.conversation.request.Problems;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.engine.journal.InboxEntry;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.List;

/**
 * A request that a conversation makes: it begins an exchange of its own, in the transaction that stores the decision to
 * ask. The key makes it one exchange, however often it is asked for.
 */
final class ChildRequest {

    private final UnitOfWork unit;
    private final Conversation parent;
    private final Effect.Ask ask;

    ChildRequest(UnitOfWork unit, Conversation parent, Effect.Ask ask) {
        this.unit = unit;
        this.parent = parent;
        this.ask = ask;
    }

    /** The key that a request of the conversation with that id has in the inbox. */
    static InboxEntry.Key inboxKey(String asking, String key) {
        return new InboxEntry.Key(sender(asking), messageId(asking, key));
    }

    private static String sender(String asking) {
        return "conversation:" + asking;
    }

    private static String messageId(String asking, String key) {
        return asking + ".ask." + key;
    }

    /** The id of the request; that of its answer is made of it where there is no exchange to give one. */
    String messageId() {
        return messageId(parent.id(), ask.key());
    }

    /**
     * Begins the exchange. If that cannot be, the parent is answered with a fault.
     *
     * @return true if it had not begun before
     * @throws IllegalStateException if the same key has been used for something else
     */
    boolean begin() {
        Envelope request = envelope();
        int most = unit.settings().limits().maxHops();
        if (request.hops() > most) {
            return refused(Problems.hopLimit(request.hops(), most));
        }
        try {
            CheckedRequest checked = new RequestCheck(unit.directory(), MailboxDelivery.none()).check(request);
            ServedOperation method = checked.operation().method();
            return (method != null && method.takesTurns()) ? refused(inTurns()) : begin(checked);
        } catch (Refusal refusal) {
            return refused(refusal.problem());
        }
    }

    private boolean begin(CheckedRequest request) {
        String newId = unit.ids().get();
        DeadLettering nowhere = reason -> {
            // the parent is told
        };
        Receipt receipt = new RequestBatch(unit)
                .handleWithin(List.of(new PendingRequest(request, newId, isDoneAtOnce(), false, null, nowhere)))
                .get(0);
        if (receipt.view() == null) {
            throw new IllegalStateException("Conversation " + parent.id() + " asks for two things as " + ask.key());
        }
        return receipt.view().conversation().id().equals(newId);
    }

    private boolean isDoneAtOnce() {
        int most = unit.engines().of(parent).chain();
        return most > 0 && unit.chain().takes(parent.id(), most, unit.now());
    }

    /** There is no exchange that would know of the first time: the parent's journal does. */
    private boolean refused(Problem problem) {
        if (unit.store().request(parent.id(), Direction.OUT, messageId()).isPresent()) {
            return false;
        }
        String body = problem.toJson();
        String answerId = messageId() + "." + MessageKind.FAULT.label();
        unit.parents()
                .add(
                        parent.id(),
                        new Event.Answered(ask.key(), null, MessageKind.FAULT, body),
                        new Received(MessageKind.FAULT, EffectExecutor.PARLEY, answerId, messageId(), body));
        return true;
    }

    /** One that has ended is bound by its deadline no more, and may still have something put right. */
    private Instant deadline() {
        boolean bound = !parent.status().isFinal() && unit.engines().of(parent).isBound(ask);
        return bound && parent.expiresAt().isBefore(ask.deadline()) ? parent.expiresAt() : ask.deadline();
    }

    private Envelope envelope() {
        return new Envelope(
                        ask.operation(),
                        ask.body(),
                        MessageExchangePattern.IN_OUT,
                        sender(parent.id()),
                        null,
                        messageId(),
                        parent.correlationId(),
                        Parent.of(parent).address(),
                        null,
                        false,
                        ask.key(),
                        null,
                        deadline(),
                        parent.hops() + 1)
                .deadlineGiven(true)
                .with(Particulars.NONE.in(unit.spans().here(parent.request().trace())))
                .carrying(unit.engines().of(parent).carried(parent, ask));
    }

    private Problem inTurns() {
        return ConversationProblem.EXCHANGE_UNSUPPORTED.because(
                ask.operation() + " takes turns: nobody can ask it once.");
    }
}
