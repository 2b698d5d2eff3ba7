package dev.parley.conversation;

import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can happen to a conversation: in every pattern, or, as {@link OfPattern}, in one. */
public sealed interface Event {

    /**
     * A request that was not seen before.
     *
     * @param request the request
     * @param newId the conversation's id, if the request names none
     * @param provision who is asked; null if a method in the EAR serves the operation
     * @param ticket unguessable, for the correlation id that a provider has to know
     * @param group the message group it came in; null if it was none
     */
    record Requested(
            Envelope request, String newId, @Nullable Provision provision, String ticket, @Nullable String group)
            implements Event {

        /** A request that a method serves. */
        public Requested(Envelope request, String newId) {
            this(request, newId, null, "", null);
        }
    }

    /**
     * A request whose message id was seen before.
     *
     * @param request the request as it came this time
     * @param sameContent true if it is the same request
     * @param answers what was sent in answer to the first, in order
     */
    record Repeated(Envelope request, boolean sameContent, List<JournalEntry> answers) implements Event {
        public Repeated {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An operation that takes turns came back.
     *
     * @param reply its reply, JSON text
     * @param state what it wants to know in the next turn, JSON text; null for nothing
     * @param last true if no other turn is to follow
     * @param timeout how long the requester may take for the next; null for what is configured
     */
    record TurnReturned(String reply, @Nullable String state, boolean last, @Nullable Duration timeout)
            implements Event {}

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

    /**
     * The time has come that the conversation waited for: its deadline, the end of an attempt at a provider, or of the
     * pause after it.
     *
     * @param provision who is asked now; null if nobody serves the operation outside of the EAR
     * @param body the request, for another attempt
     */
    record Due(@Nullable Provision provision, String body) implements Event {

        /** An event of a conversation whose operation a method serves. */
        public Due() {
            this(null, "");
        }
    }

    /**
     * A provider answered.
     *
     * @param answer what
     */
    record ProviderAnswered(ProviderAnswer answer) implements Event {}

    /**
     * The requester, or an operator, wants no answer any more.
     *
     * @param by who, as in {@link Conversation#sender()}
     * @param reason why, for whoever reads the journal; blank if nothing was said
     * @param force whether even what there is no way back from is to be given up; only an operator may want that
     */
    record Cancelled(String by, String reason, boolean force) implements Event {

        /** A wish without a word. */
        public Cancelled(String by) {
            this(by, "", false);
        }
    }

    /** Whoever asked wants it no more, if nobody has begun it: what somebody may have begun is answered still. */
    record Withdrawn() implements Event {}

    /**
     * Whoever asked does not want what was done, and has it undone. Where nothing undoes it, nothing happens.
     *
     * @param by who, as in {@link Conversation#sender()}
     */
    record Unwanted(String by) implements Event {}

    /**
     * Requests to a provider were taken back before anybody had taken them: nobody will.
     *
     * @param requests how many
     */
    record TakenBack(int requests) implements Event {}

    /**
     * An operator has removed why it failed, and has it go on.
     *
     * @param by who, as in {@link Conversation#sender()}
     * @param reason why, for whoever reads the journal
     * @param deadline until when it has time now
     */
    record Retried(String by, String reason, Instant deadline) implements Event {}

    /**
     * An answer to what was asked for by {@link Effect.Ask}. It is in the journal already.
     *
     * @param key which request of the conversation it was
     * @param conversationId the exchange it was asked in; null if none could begin
     * @param kind a reply or a fault
     * @param body JSON text: the reply, or the fault's problem object
     */
    record Answered(String key, @Nullable String conversationId, MessageKind kind, String body) implements Event {}

    /** An event of the conversations of one pattern alone, which is the one that has it happen. */
    non-sealed interface OfPattern extends Event {}
}
