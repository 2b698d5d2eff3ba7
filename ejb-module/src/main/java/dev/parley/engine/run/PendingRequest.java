package dev.parley.engine.run;

import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.journal.InboxEntry;
import org.jspecify.annotations.Nullable;

/**
 * A checked request, and what came with it.
 *
 * @param request the request
 * @param newId the id of its conversation, if it names none
 * @param atOnce true if its operation may run in this transaction
 * @param triedBefore true if it was in a transaction that rolled back
 * @param group the message group whose order is kept, or null
 * @param parking how to park it
 */
public record PendingRequest(
        CheckedRequest request,
        String newId,
        boolean atOnce,
        boolean triedBefore,
        @Nullable String group,
        DeadLettering parking) {

    String operation() {
        return request.operation().name();
    }

    /** The same, but its operation has to wait. */
    PendingRequest later() {
        return new PendingRequest(request, newId, false, triedBefore, group, parking);
    }

    /** The same in that trace; null for none. */
    PendingRequest in(@Nullable String trace) {
        return request.isIn(trace)
                ? this
                : new PendingRequest(request.in(trace), newId, atOnce, triedBefore, group, parking);
    }

    /** The name that its sender gave its conversation; null if it has to be made. */
    @Nullable
    String ownName() {
        return request.operation().namesAnother() ? null : request.envelope().conversationId();
    }

    InboxEntry inboxEntry() {
        var envelope = request.envelope();
        String name = ownName();
        String id = name == null ? newId : name;
        return new InboxEntry(envelope.sender(), envelope.messageId(), id, envelope.contentHash());
    }
}
