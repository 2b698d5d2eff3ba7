package dev.parley.conversation;

import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Instant;

/**
 * Something that the engine does because of a decision, in the transaction that stores the decision; as
 * {@link OfPattern} it is what only the pattern's own part of the engine knows to do.
 */
public sealed interface Effect {

    /**
     * Run the operation.
     *
     * @param atOnce true if it may run in this transaction; otherwise from a queue, after the commit
     */
    record Run(boolean atOnce) implements Effect {}

    /**
     * Send a message and append it to the journal.
     *
     * @param message the message, with the address that it goes to
     */
    record Send(Outgoing message) implements Effect {}

    /**
     * Send again what is in the journal already.
     *
     * @param message the message, as it was sent before
     */
    record SendAgain(Outgoing message) implements Effect {}

    /**
     * Put the request where operators look for what nobody could be told, with the reason.
     *
     * @param reason the problem, for operators
     */
    record Park(Problem reason) implements Effect {}

    /**
     * Append to the journal what a provider or the requester said.
     *
     * @param message the message, as it was received
     */
    record Note(Received message) implements Effect {}

    /**
     * Append to the journal what was sent before.
     *
     * @param message the message, as it was sent
     */
    record Sent(Outgoing message) implements Effect {}

    /**
     * Tell the sender of a request that it is refused.
     *
     * @param refused the problem, and the fault that tells the sender
     */
    record Refuse(Reading.Refused refused) implements Effect {}

    /**
     * Take a request out of the inbox: nothing came of it, and if it is sent again it is looked at again.
     *
     * @param sender whose message id it is
     * @param messageId the idempotency key
     */
    record Forget(String sender, String messageId) implements Effect {}

    /**
     * Prefer other providers to this one for a while: it did not answer in time.
     *
     * @param provider the address of the provider
     */
    record PassOver(Address provider) implements Effect {}

    /**
     * Take back what lies in a provider's mailbox or queue of the requests of this conversation, as far as that is
     * possible. If there is such a request, {@link Event.TakenBack} says so.
     *
     * @param provider the mailbox or queue
     */
    record TakeBack(Address provider) implements Effect {}

    /**
     * Tell the conversation that has asked what a provider answered after it had been told otherwise.
     *
     * @param kind a reply or a fault
     * @param body JSON text
     * @param messageId the id of the answer
     */
    record TellLate(MessageKind kind, String body, String messageId) implements Effect {}

    /**
     * Tell the conversation that has asked how far undoing is what it did not want.
     *
     * @param status of the conversation that is undone, or was
     */
    record TellUndone(Status status) implements Effect {}

    /**
     * Ask an operation, in an exchange of its own that begins in this transaction; its answer comes back as
     * {@link Event.Answered}, once. Whatever is wrong with the request is answered in the same way.
     *
     * @param key which of the conversation's requests it is; asked again under the same key it is the same request
     * @param operation what for
     * @param body the request, JSON text
     * @param deadline when an answer would be too late; the conversation's own deadline if that is before, and binds it
     */
    record Ask(String key, String operation, String body, Instant deadline) implements Effect {}

    /**
     * Ask an operation to undo what this conversation has done, as {@link Ask} does: with its request and its reply.
     *
     * @param key which of the conversation's requests it is
     * @param operation the one that undoes it
     * @param takesReply whether it is asked with nothing but the reply
     * @param deadline when an answer would be too late
     */
    record AskUndo(String key, String operation, boolean takesReply, Instant deadline) implements Effect {}

    /** An effect of one pattern alone, which its own part of the engine carries out. */
    non-sealed interface OfPattern extends Effect {}
}
