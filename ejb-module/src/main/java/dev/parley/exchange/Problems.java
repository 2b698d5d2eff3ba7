package dev.parley.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Problem;
import java.time.Duration;
import java.time.Instant;

/** What can be wrong with a request, in the words its sender gets. */
final class Problems {

    private Problems() {}

    static Problem typeMissing() {
        return Problem.of("type-missing", 400, "No operation named", "Set JMSType to the name of the operation.");
    }

    static Problem headerInvalid(String header, String expected) {
        return Problem.of("header-invalid", 400, "Header not understood", header + " must be " + expected + ".");
    }

    static Problem exchangeUnknown(String given) {
        return Problem.of(
                "exchange-unknown",
                400,
                "Message exchange pattern unknown",
                "Exchange is '" + abbreviated(given) + "', but must be one of " + MessageExchangePattern.labels()
                        + ".");
    }

    static Problem replyAddressMissing(String why) {
        return Problem.of("reply-address-missing", 400, "No reply address", why + " needs a JMSReplyTo.");
    }

    static Problem addressRefused(String header, String address) {
        return Problem.of(
                "address-refused",
                400,
                "Address not allowed",
                header + " names '" + abbreviated(address)
                        + "'; allowed are the sender's temporary queues and the queues that match parley.addresses.");
    }

    static Problem deadlineInvalid(String given, Duration maximum) {
        return Problem.of(
                "deadline-invalid",
                400,
                "Deadline not understood",
                "The deadline is '" + abbreviated(given)
                        + "', but must be an ISO 8601 duration longer than nothing and not longer than " + maximum
                        + ", such as PT30S.");
    }

    static Problem expirationTooFar(Instant given, Duration maximum) {
        return Problem.of(
                "deadline-invalid",
                400,
                "Deadline not understood",
                "JMSExpiration is " + given + ", but must not be further away than " + maximum + ".");
    }

    static Problem turnUnsupported() {
        return Problem.of(
                "turn-unsupported",
                400,
                "No turns here",
                "Operations take one request in a conversation: leave the property Turn out.");
    }

    static Problem messageIdReused(String messageId) {
        return Problem.of(
                "message-id-reused",
                422,
                "Message id used before",
                "'" + abbreviated(messageId) + "' was the id of another request: give each request an id of its own.");
    }

    static Problem operationFailed(String operation, int attempts, String conversationId) {
        return Problem.of(
                "operation-failed",
                500,
                "Operation failed",
                operation + " failed " + attempts + (attempts == 1 ? " time" : " times")
                        + " and is not tried again; its operators find it as conversation " + conversationId + ".");
    }

    static Problem expired(Conversation conversation) {
        return Problem.of(
                "expired",
                504,
                "Deadline passed",
                conversation.operation() + " was not done by " + conversation.expiresAt() + " and has had no effect.");
    }

    static String abbreviated(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
