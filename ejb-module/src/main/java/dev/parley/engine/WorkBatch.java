package dev.parley.engine;

import dev.parley.Exchange;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accepted work that shares a transaction. */
final class WorkBatch {

    private final Unit unit;
    private final Operations operations;

    WorkBatch(Unit unit, Operations operations) {
        this.unit = unit;
        this.operations = operations;
    }

    /**
     * Runs what is still to be done; what has ended meanwhile is left as it is.
     *
     * @throws WorkTooEarly if a conversation is not there yet
     */
    void run(List<WorkItem> items) {
        List<String> ids = items.stream()
                .map(i -> i.work().conversationId())
                .distinct()
                .sorted()
                .toList();
        Map<String, Conversation> conversations = unit.ledger().await(ids);
        Map<String, String> bodies = unit.ledger().requestBodies(ids);
        for (WorkItem item : items) {
            String id = item.work().conversationId();
            Conversation conversation = conversations.get(id);
            if (conversation == null) {
                throw new WorkTooEarly(id);
            }
            if (!conversation.status().isFinal()) {
                conversations.put(id, run(conversation, bodies.getOrDefault(id, "")));
            }
        }
    }

    private Conversation run(Conversation conversation, String body) {
        Instant now = unit.now();
        if (!now.isBefore(conversation.expiresAt())) {
            return apply(conversation, new Event.DeadlinePassed(), body, now);
        }
        int begun = conversation.attempts();
        if (begun > unit.settings().attempts()) {
            String failure = conversation.lastFailure();
            Event gaveUp =
                    new Event.GaveUp(unit.settings().attempts(), failure == null ? "it never came back" : failure);
            return apply(conversation, gaveUp, body, now);
        }
        Optional<ServedOperation> served = operations.find(conversation.operation());
        if (served.isEmpty()) {
            Event gone = new Event.GaveUp(begun, "the operation is not served any more");
            return apply(conversation, gone, body, now);
        }
        return call(served.get(), conversation, body);
    }

    private Conversation call(ServedOperation operation, Conversation conversation, String body) {
        int attempt = Math.max(1, conversation.attempts());
        Event event = unit.calls().call(operation, operation.read(body), exchange(conversation, attempt));
        Instant now = unit.now();
        if (!now.isBefore(conversation.expiresAt())) {
            throw new DeadlineMissed(conversation);
        }
        return apply(conversation, event, body, now);
    }

    private Conversation apply(Conversation conversation, Event event, String body, Instant now) {
        var decision = unit.pattern().decide(conversation, event, now);
        Parking parking = reason -> unit.gateway().park(conversation, body, reason);
        var enactment = new Enactment(unit, parking, (c, run) -> c);
        Conversation changed = enactment.enact(decision.conversation(), decision.effects());
        unit.ledger().update(changed);
        return changed;
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
                conversation.state());
    }
}
