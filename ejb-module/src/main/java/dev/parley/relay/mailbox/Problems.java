package dev.parley.relay.mailbox;

import dev.parley.message.Address;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be wrong with what is asked of a mailbox, in the words that whoever asked gets. */
public final class Problems {

    private static final int LONGEST_QUOTE = 100;

    private Problems() {}

    /** Throws the refusal {@code body-invalid} if anything is wrong. */
    public static void refuseIfAny(List<Violation> violations, String wanted) {
        if (!violations.isEmpty()) {
            throw new Refusal(bodyInvalid(violations, wanted));
        }
    }

    public static Problem bodyInvalid(List<Violation> violations, String wanted) {
        return new Problem(
                "body-invalid",
                400,
                "The body is not what was expected",
                "The body is not " + wanted + "; 'errors' says where and what was expected.",
                violations,
                Map.of());
    }

    public static Problem parameterInvalid(String parameter, String expected) {
        return Problem.of(
                "parameter-invalid", 400, "Parameter not understood", parameter + " must be " + expected + ".");
    }

    public static Problem cursorInvalid() {
        return parameterInvalid("after", "the cursor 'next' of the page before");
    }

    public static Problem mailboxUnknown(String name) {
        return Problem.of(
                "mailbox-unknown", 404, "Mailbox unknown", "There is no mailbox '" + abbreviated(name) + "' for you.");
    }

    public static Problem deadLetterUnknown(String messageId) {
        return Problem.of(
                "dead-letter-unknown",
                404,
                "Dead letter unknown",
                "There is no dead letter '" + abbreviated(messageId) + "' in the mailbox.");
    }

    public static Problem ownerForbidden() {
        return Problem.of(
                "operators-only", 403, "Not allowed", "Only an operator may give a mailbox to somebody else.");
    }

    public static Problem mailboxesTooMany(int most) {
        return Problem.of(
                "mailboxes-too-many",
                409,
                "Too many mailboxes",
                "A participant has at most " + most + " mailboxes; delete one that is not needed.");
    }

    public static Problem mailboxNotEmpty(String name) {
        return Problem.of(
                "mailbox-not-empty",
                409,
                "There are messages in the mailbox",
                "Mailbox '" + name + "' has messages or dead letters: receive and remove them, or purge it.");
    }

    public static Problem preconditionFailed(Mailbox there) {
        return preconditionFailed("The mailbox has the ETag \"" + there.version() + "\"");
    }

    public static Problem preconditionFailed() {
        return preconditionFailed("There is no such mailbox");
    }

    private static Problem preconditionFailed(String stands) {
        return Problem.of(
                "precondition-failed",
                412,
                "The mailbox is not as expected",
                stands + ", which If-Match or If-None-Match rules out; read it again.");
    }

    public static Problem mailboxMissing() {
        return Problem.of(
                "mailbox-missing", 400, "No mailbox named", "Set the property Mailbox to the name of a mailbox.");
    }

    public static Problem addressRefused(String header, Address address) {
        return Problem.of(
                "address-refused",
                400,
                "Address not allowed",
                header + " names '" + abbreviated(address.toString())
                        + "'; allowed are the sender's temporary queues and the queues that match parley.addresses.");
    }

    public static Problem bodyMissing() {
        return Problem.of("body-missing", 400, "No body", "Send text, or bytes.");
    }

    public static Problem messageTooLarge(int most) {
        return Problem.of(
                "message-too-large", 413, "Message too large", "A body has at most " + most + " bytes in UTF-8.");
    }

    public static Problem mailboxFull(Mailbox mailbox) {
        MailboxDefinition definition = mailbox.definition();
        return Problem.of(
                "mailbox-full",
                429,
                "The mailbox is full",
                "Mailbox '" + mailbox.name() + "' holds at most " + definition.messages() + " messages and "
                        + definition.bytes() + " bytes; send again when its owner has received some.");
    }

    public static Problem messageIdReused(String messageId) {
        return Problem.of(
                "message-id-reused",
                422,
                "Message id used before",
                "'" + abbreviated(messageId) + "' was the id of another message: give each message an id of its own.");
    }

    public static Problem keyReused(String key) {
        return Problem.of(
                "idempotency-key-reused",
                422,
                "Idempotency-Key used before",
                "'" + abbreviated(key) + "' was the key of something else: use another one for each.");
    }

    public static Problem lockLost() {
        return Problem.of(
                "lock-lost",
                410,
                "The lock is not valid",
                "The lock has run out, or was given back or used: the message is somebody else's now, or gone.");
    }

    public static Problem replyAddressMissing() {
        return Problem.of(
                "reply-address-missing",
                409,
                "No reply address",
                "The message names no address for a reply: acknowledge it instead.");
    }

    public static Problem replyAddressRefused(Address to) {
        return Problem.of(
                "reply-address-refused",
                409,
                "Reply address not allowed",
                "Who sent the message may not send to " + to + ", so no reply goes there: acknowledge it instead.");
    }

    public static Problem replyNotJson() {
        return bodyInvalid(
                List.of(new Violation("/contentType", "nothing: the reply goes to a queue, which takes JSON")),
                "a reply");
    }

    public static Problem expired(String messageId, @Nullable Instant at, String mailbox) {
        return Problem.of(
                "expired",
                504,
                "Message expired",
                "Message '" + abbreviated(messageId) + "' was not acknowledged in mailbox '" + mailbox + "' by " + at
                        + " and is removed.");
    }

    /** The refusal of a message that nobody put into its mailbox in time. */
    public static Problem expiredOnItsWay() {
        return Problem.of(
                "expired", 504, "Message expired", "The message expired before it was in its mailbox, and is removed.");
    }

    /** What a participant wrote, no longer than it has to be. */
    private static String abbreviated(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
