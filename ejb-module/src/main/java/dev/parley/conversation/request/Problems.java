package dev.parley.conversation.request;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.message.Problem;
import java.time.Duration;
import java.time.Instant;

/** What can be wrong with a request, in the words its sender gets. */
public final class Problems {

    private static final String ASKED_BEFORE = "a provider that was asked before that may have done it.";

    private Problems() {}

    public static Problem typeMissing() {
        return Problem.of("type-missing", 400, "No operation named", "Set JMSType to the name of the operation.");
    }

    public static Problem headerInvalid(String header, String expected) {
        return Problem.of("header-invalid", 400, "Header not understood", header + " must be " + expected + ".");
    }

    public static Problem exchangeUnknown(String given) {
        return Problem.of(
                "exchange-unknown",
                400,
                "Message exchange pattern unknown",
                "Exchange is '" + abbreviated(given) + "', but must be one of " + MessageExchangePattern.labels()
                        + ".");
    }

    public static Problem replyAddressMissing(String why) {
        return Problem.of(
                "reply-address-missing",
                400,
                "No reply address",
                why + " needs a JMSReplyTo, or a ReplyTo that names a mailbox.");
    }

    public static Problem addressRefused(String header, String address) {
        return Problem.of(
                "address-refused",
                400,
                "Address not allowed",
                header + " names '" + abbreviated(address)
                        + "'; allowed are the sender's temporary queues, the queues that match parley.addresses,"
                        + " and mailboxes that the sender may send to.");
    }

    public static Problem deadlineInvalid(String given, Duration maximum) {
        return Problem.of(
                "deadline-invalid",
                400,
                "Deadline not understood",
                "The deadline is '" + abbreviated(given)
                        + "', but must be an ISO 8601 duration longer than nothing and not longer than " + maximum
                        + ", such as PT30S.");
    }

    public static Problem expirationTooFar(Instant given, Duration maximum) {
        return Problem.of(
                "deadline-invalid",
                400,
                "Deadline not understood",
                "JMSExpiration is " + given + ", but must not be further away than " + maximum + ".");
    }

    public static Problem turnsNone(Conversation conversation) {
        return Problem.of(
                "turn-unsupported",
                409,
                "No turns here",
                conversation.operation() + " takes no turns: begin another conversation.");
    }

    public static Problem turnOfOthers(Conversation conversation) {
        return Problem.of(
                "conversation-id-taken",
                409,
                "Conversation id taken",
                "'" + conversation.id() + "' names a conversation with somebody else, or with another operation.");
    }

    public static Problem turnTaken(int turn, Conversation conversation) {
        return Problem.of(
                "turn-taken",
                409,
                "Turn taken before",
                "Turn " + turn + " of conversation " + conversation.id()
                        + " was taken with another request; the next is " + (conversation.turn() + 1) + ".");
    }

    public static Problem turnTooFar(int turn, Conversation conversation, int most) {
        return Problem.of(
                "turn-too-far",
                409,
                "Turn too far ahead",
                "Turn " + turn + " cannot be kept: at most " + most
                        + " turns are, and none further ahead;" + " the last that was taken is " + conversation.turn()
                        + ".");
    }

    public static Problem turnLate(int turn, Envelope request) {
        return Problem.of(
                "expired",
                504,
                "Deadline passed",
                "Turn " + turn + " was not taken by " + request.expiresAt()
                        + " and has had no effect; it can be sent again" + " under another message id.");
    }

    public static Problem turnAfterEnd(int turn, Conversation conversation) {
        return Problem.of(
                "conversation-ended",
                409,
                "Conversation has ended",
                "Turn " + turn + " is not taken: conversation " + conversation.id() + " has ended with "
                        + conversation.status() + ".");
    }

    public static Problem turnMissed(int turn, Conversation conversation) {
        return Problem.of(
                "turn-missed",
                504,
                "Turn not taken in time",
                "Turn " + turn + " of conversation " + conversation.id() + " did not come by "
                        + conversation.expiresAt() + ", which ends it; what the turns before it did stands.");
    }

    public static Problem turnExpired(Conversation conversation) {
        return Problem.of(
                "expired",
                504,
                "Deadline passed",
                "Turn " + conversation.turn() + " of " + conversation.operation() + " was not done by "
                        + conversation.expiresAt()
                        + " and has had no effect, which ends the conversation; what the turns"
                        + " before it did stands.");
    }

    public static Problem messageIdReused(String messageId) {
        return Problem.of(
                "message-id-reused",
                422,
                "Message id used before",
                "'" + abbreviated(messageId) + "' was the id of another request: give each request an id of its own.");
    }

    public static Problem operationFailed(String operation, int attempts, String conversationId) {
        return Problem.of(
                "operation-failed",
                500,
                "Operation failed",
                operation + " failed " + attempts + (attempts == 1 ? " time" : " times")
                        + " and is not tried again; its operators find it as conversation " + conversationId + ".");
    }

    public static Problem expired(Conversation conversation) {
        return Problem.of(
                "expired",
                504,
                "Deadline passed",
                conversation.operation() + " was not done by " + conversation.expiresAt() + " and has had no effect.");
    }

    public static Problem expiredUnanswered(Conversation conversation) {
        return Problem.of(
                "expired",
                504,
                "Deadline passed",
                conversation.operation() + " was not answered by " + conversation.expiresAt()
                        + "; its provider was asked, and may have done it.");
    }

    public static Problem expiredUnasked(Conversation conversation) {
        return Problem.of(
                "expired",
                504,
                "Deadline passed",
                "Nobody was registered for " + conversation.operation() + " when its deadline passed at "
                        + conversation.expiresAt() + "; " + ASKED_BEFORE);
    }

    public static Problem providerMissing(String operation, int attempts) {
        return Problem.of(
                "provider-timeout",
                504,
                "No provider answered",
                "Nobody was registered for " + operation + " at the last of " + attempts
                        + (attempts == 1 ? " attempt; " : " attempts; ") + ASKED_BEFORE);
    }

    public static Problem providerTimeout(String operation, int attempts) {
        return Problem.of(
                "provider-timeout",
                504,
                "No provider answered",
                operation + " was asked for " + attempts + (attempts == 1 ? " time" : " times")
                        + " and not answered in time; a provider may have done it.");
    }

    public static Problem providerGone(String operation) {
        return Problem.of(
                "provider-gone",
                503,
                "No provider any more",
                "The providers of " + operation + " were taken out of the directory before one had answered.");
    }

    public static Problem answerUnasked() {
        return Problem.of(
                "correlation-unknown",
                0,
                "Answer that nobody waits for",
                "JMSCorrelationID is not that of a request of Parley's; answer with the one that the request has.");
    }

    public static Problem answerKindUnknown(String given) {
        return Problem.of(
                "kind-unknown",
                0,
                "Kind of answer unknown",
                "Kind is '" + abbreviated(given) + "', but must be Ack, Reply or Fault, or left out for a reply.");
    }

    public static Problem faultNoProblem() {
        return Problem.of(
                "fault-invalid",
                0,
                "Fault without a problem object",
                "The body of a fault must be a JSON object with at least one of type, title and detail (RFC 9457).");
    }

    public static Problem faultUntold(String operation, String conversationId) {
        return Problem.of(
                "fault-untold",
                0,
                "Fault that nobody can be told",
                "A provider of " + operation + " answered with a fault, and the requester of conversation "
                        + conversationId + " gave no address for it.");
    }

    public static Problem answerUnusable(String operation, Problem why) {
        return Problem.of(
                "provider-answer-unusable",
                502,
                "The provider's answer cannot be read",
                "What a provider of " + operation + " answered is not what it should be: " + why.detail());
    }

    public static Problem cancelled(Conversation conversation) {
        return Problem.of(
                "cancelled",
                409,
                "Cancelled",
                conversation.operation() + " was cancelled; what had been begun elsewhere is not undone.");
    }

    public static Problem hopLimit(int hops, int most) {
        return Problem.of(
                "hop-limit",
                508,
                "Operations call each other in a loop",
                "This is call " + hops + " in a chain of operations that call each other; at most " + most
                        + " are allowed (parley.hops.maximum).");
    }

    static String abbreviated(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
