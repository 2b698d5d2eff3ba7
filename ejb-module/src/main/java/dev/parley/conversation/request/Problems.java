package dev.parley.conversation.request;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.message.CommonProblem;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The problems that a request can have, in the words that its sender gets. */
public final class Problems {

    private static final String ASKED_BEFORE = "a provider that was asked before that may have done it.";

    private Problems() {}

    /** The problem {@code type-missing} of a request that names no operation. */
    public static Problem typeMissing() {
        return ExchangeProblem.TYPE_MISSING.because("Set JMSType to the name of the operation.");
    }

    /** The problem {@code header-invalid} of a header whose value is not what is expected. */
    public static Problem headerInvalid(String header, String expected) {
        return CommonProblem.HEADER_INVALID.because(header + " must be " + expected + ".");
    }

    /** The problem {@code exchange-unknown} of a request whose exchange pattern there is none of. */
    public static Problem exchangeUnknown(String given) {
        return ExchangeProblem.EXCHANGE_UNKNOWN.because(
                "Exchange is '" + Quote.of(given) + "', but must be one of " + MessageExchangePattern.labels() + ".");
    }

    /** The problem {@code reply-address-missing} of a request whose answer has no address to go to. */
    public static Problem replyAddressMissing(String why) {
        return CommonProblem.REPLY_ADDRESS_MISSING.because(
                why + " needs a JMSReplyTo, or a ReplyTo that names a mailbox.");
    }

    /** The problem {@code address-refused} of an address that the sender may not name. */
    public static Problem addressRefused(String header, String address) {
        return CommonProblem.ADDRESS_REFUSED.because(header + " names '" + Quote.of(address)
                + "'; allowed are the sender's temporary queues, the queues that match parley.addresses,"
                + " and mailboxes that the sender may send to.");
    }

    /** The problem {@code deadline-invalid} of a duration that is none, or too long. */
    public static Problem deadlineInvalid(String given, Duration maximum) {
        return ExchangeProblem.DEADLINE_INVALID.because("The deadline is '" + Quote.of(given)
                + "', but must be an ISO 8601 duration longer than nothing and not longer than " + maximum
                + ", such as PT30S.");
    }

    /** The problem {@code deadline-invalid} of a time that is too far away. */
    public static Problem expirationTooFar(Instant given, Duration maximum) {
        return ExchangeProblem.DEADLINE_INVALID.because(
                "JMSExpiration is " + given + ", but must not be further away than " + maximum + ".");
    }

    /** The problem {@code message-id-reused} of a request that has the message id of another one. */
    public static Problem messageIdReused(String messageId) {
        return CommonProblem.MESSAGE_ID_REUSED.because(
                "'" + Quote.of(messageId) + "' was the id of another request: give each request an id of its own.");
    }

    /** The problem {@code operation-failed} of a request whose method failed as often as it may. */
    public static Problem operationFailed(String operation, int attempts, String conversationId) {
        return ExchangeProblem.OPERATION_FAILED.because(
                operation + " failed " + attempts + (attempts == 1 ? " time" : " times")
                        + " and is not tried again; its operators find it as conversation " + conversationId + ".");
    }

    /** The problem {@code expired} of a request that had no effect until its deadline. */
    public static Problem expired(Conversation conversation) {
        return CommonProblem.EXPIRED.because(
                conversation.operation() + " was not done by " + conversation.expiresAt() + " and has had no effect.");
    }

    /** The problem {@code expired} of a request whose provider did not answer before its deadline. */
    public static Problem expiredUnanswered(Conversation conversation) {
        return CommonProblem.EXPIRED.because(conversation.operation() + " was not answered by "
                + conversation.expiresAt() + "; its provider was asked, and may have done it.");
    }

    /**
     * The problem {@code expired} of a request for which nobody was registered at its deadline, after others were
     * asked.
     */
    public static Problem expiredUnasked(Conversation conversation) {
        return CommonProblem.EXPIRED.because("Nobody was registered for " + conversation.operation()
                + " when its deadline passed at " + conversation.expiresAt() + "; " + ASKED_BEFORE);
    }

    /** The problem {@code provider-timeout} of a request for which nobody was registered at the last attempt. */
    public static Problem providerMissing(String operation, int attempts) {
        return ExchangeProblem.PROVIDER_TIMEOUT.because("Nobody was registered for " + operation + " at the last of "
                + attempts + (attempts == 1 ? " attempt; " : " attempts; ") + ASKED_BEFORE);
    }

    /** The problem {@code provider-timeout} of a request that was not answered in any attempt. */
    public static Problem providerTimeout(String operation, int attempts) {
        return ExchangeProblem.PROVIDER_TIMEOUT.because(operation + " was asked for " + attempts
                + (attempts == 1 ? " time" : " times") + " and not answered in time; a provider may have done it.");
    }

    /**
     * The problem {@code provider-gone} of a request whose providers were taken out of the directory before one had
     * answered.
     */
    public static Problem providerGone(String operation) {
        return ExchangeProblem.PROVIDER_GONE.because(
                "The providers of " + operation + " were taken out of the directory before one had answered.");
    }

    /** The problem {@code correlation-unknown} of an answer to nothing that Parley asked. */
    public static Problem answerUnasked() {
        return ExchangeProblem.CORRELATION_UNKNOWN.because(
                "JMSCorrelationID is not that of a request of Parley's; answer with the one that the request has.");
    }

    /** The problem {@code kind-unknown} of an answer that is no acknowledgment, reply or fault. */
    public static Problem answerKindUnknown(String given) {
        return ExchangeProblem.KIND_UNKNOWN.because(
                "Kind is '" + Quote.of(given) + "', but must be Ack, Reply or Fault, or left out for a reply.");
    }

    /** The problem {@code fault-invalid} of a fault whose body is no problem object. */
    public static Problem faultNoProblem() {
        return ExchangeProblem.FAULT_INVALID.because(
                "The body of a fault must be a JSON object with at least one of type, title and detail (RFC 9457).");
    }

    /** The problem {@code fault-untold} of a fault of a provider that the requester gave no address for. */
    public static Problem faultUntold(String operation, String conversationId) {
        return ExchangeProblem.FAULT_UNTOLD.because(
                "A provider of " + operation + " answered with a fault, and the requester of conversation "
                        + conversationId + " gave no address for it.");
    }

    /**
     * The problem {@code provider-answer-unusable} of a provider's answer that cannot be passed on, with what kind of
     * answer it was, and the problem that it has: whoever gets it may know by that what was done.
     */
    public static Problem answerUnusable(String operation, MessageKind kind, Problem why) {
        String detail = "What a provider of " + operation + " answered is not what it should be: " + why.detail();
        return new Problem(
                ExchangeProblem.PROVIDER_ANSWER_UNUSABLE,
                detail,
                List.of(),
                Map.of("answer", kind.label(), "reason", why.name()));
    }

    /** The problem {@code cancelled} of a request that nobody wants answered any more. */
    public static Problem cancelled(Conversation conversation) {
        return ExchangeProblem.CANCELLED.because(
                conversation.operation() + " was cancelled; what had been begun elsewhere is not undone.");
    }

    /** The problem {@code withdrawn} of a request that nobody had begun when it was not wanted any more. */
    public static Problem withdrawn(Conversation conversation) {
        return ExchangeProblem.WITHDRAWN.because(
                conversation.operation() + " was withdrawn before anybody had begun it, and has had no effect.");
    }

    /** The problem {@code hop-limit} of a chain of operations that is too long. */
    public static Problem hopLimit(int hops, int most) {
        return ConversationProblem.HOP_LIMIT.because(
                "This is call " + hops + " in a chain of operations that call each other; at most " + most
                        + " are allowed (parley.hops.maximum).");
    }
}
