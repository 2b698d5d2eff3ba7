package dev.parley.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a conversation. */
public sealed interface Event {

    /**
     * A request that was not seen before.
     *
     * @param request the request
     * @param newId the conversation's id, if the request names none
     */
    record Requested(Envelope request, String newId) implements Event {}

    /**
     * A request whose message id was seen before.
     *
     * @param request the request as it came this time
     * @param sameContent whether it is the same request
     * @param answers what was sent in answer to the first, in order
     */
    record Repeated(Envelope request, boolean sameContent, List<JournalEntry> answers) implements Event {
        public Repeated {
            answers = List.copyOf(answers);
        }
    }

    /**
     * The operation came back.
     *
     * @param reply its reply, JSON text; null if it has none
     */
    record Returned(@Nullable String reply) implements Event {}

    /**
     * The operation answered that it cannot.
     *
     * @param problem its fault
     */
    record Faulted(Problem problem) implements Event {}

    /**
     * The operation failed as often as it may.
     *
     * @param attempts how often
     * @param cause the last failure, for operators; not for the requester
     */
    record GaveUp(int attempts, String cause) implements Event {}

    /** The deadline has passed. */
    record DeadlinePassed() implements Event {}
}
