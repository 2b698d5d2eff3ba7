package dev.parley.engine.run;

import dev.parley.Exchange;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.call.DeadlineMissed;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.trace.Handled;
import dev.parley.engine.trace.SpanOutcome;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accepted work that shares a transaction. */
final class WorkBatch {

    private static final int MOST_LOOKS = 200;

    /** What is being undone has been done: work on it that comes again is none. */
    private static final Set<Status> TO_DO = Set.of(Status.ACCEPTED, Status.RUNNING);

    private final UnitOfWork unit;
    private final Operations operations;

    WorkBatch(UnitOfWork unit, Operations operations) {
        this.unit = unit;
        this.operations = operations;
    }

    /**
     * Runs what is still to be done; what has ended meanwhile is left as it is. In the order in which everybody locks
     * conversations, so that nobody waits in a circle.
     */
    void run(List<WorkItem> unordered) {
        List<WorkItem> items = unordered.stream()
                .sorted(Comparator.comparing(i -> i.work().conversationId()))
                .toList();
        List<String> ids = items.stream()
                .map(i -> i.work().conversationId())
                .distinct()
                .sorted()
                .toList();
        Map<String, Conversation> conversations = unit.store().find(ids);
        Map<String, String> bodies = unit.store().requestBodies(ids);
        if (items.stream().noneMatch(WorkItem::redelivered)) {
            unit.chained();
        }
        for (WorkItem item : items) {
            String id = item.work().conversationId();
            Conversation conversation = conversations.get(id);
            if (conversation == null || isAheadOf(conversation, item.work())) {
                lookAgainLater(item, noConversation(id));
            } else if (!unit.patterns().know(conversation)) {
                UnknownPattern.log(conversation, unit.patterns());
                lookAgainLater(item, UnknownPattern.problem(conversation, unit.patterns()));
            } else if (isToDo(conversation, item.work())) {
                String body = bodies.getOrDefault(id, "");
                conversations.put(
                        id,
                        unit.spans()
                                .handle(Handled.work(conversation), () -> run(conversation, body), SpanOutcome::of));
            }
        }
        unit.parents().give(unit);
    }

    /** The branches of a transaction commit one after the other: work can be there before the turn it is about. */
    private static boolean isAheadOf(Conversation conversation, OperationWork work) {
        return !conversation.status().isFinal() && work.turn() > conversation.turn();
    }

    /** Work on a turn that has been answered is done, and so is everything once the conversation has ended. */
    private static boolean isToDo(Conversation conversation, OperationWork work) {
        boolean awaiting = conversation.turns() != null && conversation.turns().awaiting();
        return TO_DO.contains(conversation.status()) && work.turn() == conversation.turn() && !awaiting;
    }

    private Conversation run(Conversation conversation, String body) {
        Instant now = unit.now();
        if (!now.isBefore(conversation.expiresAt())) {
            return apply(conversation, new Event.Due(), body, now);
        }
        int begun = conversation.attempts();
        if (begun > unit.settings().attempts()) {
            String failure = conversation.lastFailure();
            Event gaveUp = new Event.GaveUp(
                    unit.settings().attempts(),
                    failure == null
                            ? "its transaction did not commit; the log of the node that tried says why"
                            : failure);
            return apply(conversation, gaveUp, body, now);
        }
        String name = conversation.operation();
        ServedOperation served = operations
                .find(name)
                .orElseThrow(() -> new OperationFailed(name, conversation.id(), "it is not served any more", null));
        return call(served, conversation, body);
    }

    private Conversation call(ServedOperation operation, Conversation conversation, String body) {
        int attempt = Math.max(1, conversation.attempts());
        Exchange exchange = exchange(conversation, attempt);
        Event event = unit.calls()
                .call(operation, () -> operation.read(body), kept(conversation), exchange, conversation.hops());
        Instant now = unit.now();
        if (!now.isBefore(conversation.expiresAt())) {
            throw new DeadlineMissed(conversation);
        }
        return apply(conversation, event, body, now);
    }

    private Conversation apply(Conversation conversation, Event event, String body, Instant now) {
        PatternEngine engine = unit.engines().of(conversation);
        engine.lock(unit, conversation);
        var decision = unit.patterns().decide(conversation, event, now);
        DeadLettering parking = reason -> unit.gateway().park(conversation, body, reason);
        var enactment = new EffectExecutor(unit, parking);
        Conversation changed = enactment.enact(decision.conversation(), decision.effects());
        return engine.store(unit, changed);
    }

    /** The state that the operation wanted to have from the turn before; null for nothing. */
    static @Nullable String kept(Conversation conversation) {
        return conversation.turns() == null ? null : conversation.turns().state();
    }

    static Exchange exchange(Conversation conversation, int attempt) {
        return new Exchange(
                conversation.id(),
                conversation.messageId(),
                conversation.correlationId(),
                conversation.operation(),
                conversation.sender(),
                attempt,
                conversation.expiresAt(),
                conversation.state(),
                Math.max(1, conversation.turn()));
    }

    /**
     * A work message may be there before the conversation is: the branches of a transaction commit one after the other,
     * and after a crash the database's may wait for recovery. It is looked for again with a growing delay, for hours
     * rather than minutes, and then parked.
     */
    private void lookAgainLater(WorkItem item, Problem otherwise) {
        int looks = item.work().looks() + 1;
        if (looks > MOST_LOOKS) {
            item.parking().park(otherwise);
        } else {
            unit.gateway().passOn(item.from(), item.work().lookedAgain(looks));
        }
    }

    private static Problem noConversation(String id) {
        return ConversationProblem.CONVERSATION_MISSING.because("Conversation " + id + " is not there.");
    }
}
