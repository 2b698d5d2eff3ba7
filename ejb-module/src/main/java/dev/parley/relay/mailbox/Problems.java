package dev.parley.relay.mailbox;

import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.InvalidBody;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.message.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems of what is asked of a mailbox, in the words that whoever asked gets. */
public final class Problems {

    private Problems() {}

    /** The problem {@code parameter-invalid} of a parameter whose value is not what is expected. */
    public static Problem parameterInvalid(String parameter, String expected) {
        return CommonProblem.PARAMETER_INVALID.because(parameter + " must be " + expected + ".");
    }

    /** The problem {@code mailbox-unknown} of a mailbox that is not there, or not the caller's. */
    public static Problem mailboxUnknown(String name) {
        return RelayProblem.MAILBOX_UNKNOWN.because("There is no mailbox '" + Quote.of(name) + "' for you.");
    }

    /** The problem {@code mailbox-unknown} of a mailbox that is gone, while somebody else has one of its name. */
    public static Problem mailboxReplaced(String name) {
        return RelayProblem.MAILBOX_UNKNOWN.because("The mailbox '" + Quote.of(name)
                + "' that was named is gone: the one that has its name now is somebody else's, and gets"
                + " nothing of that.");
    }

    /** The problem {@code dead-letter-unknown} of a dead letter that is not there. */
    public static Problem deadLetterUnknown(String messageId) {
        return RelayProblem.DEAD_LETTER_UNKNOWN.because(
                "There is no dead letter '" + Quote.of(messageId) + "' in the mailbox.");
    }

    /** The problem {@code mailboxes-too-many} of a participant who has as many as one may have. */
    public static Problem mailboxesTooMany(int most) {
        return RelayProblem.MAILBOXES_TOO_MANY.because(
                "A participant has at most " + most + " mailboxes; delete one that is not needed.");
    }

    /** The problem {@code mailbox-not-empty} of a mailbox that is to be deleted with messages in it. */
    public static Problem mailboxNotEmpty(String name) {
        return RelayProblem.MAILBOX_NOT_EMPTY.because(
                "Mailbox '" + name + "' has messages or dead letters: receive and remove them, or purge it.");
    }

    /** The problem {@code mailbox-missing} of a message that names no mailbox. */
    public static Problem mailboxMissing() {
        return RelayProblem.MAILBOX_MISSING.because("Set the property Mailbox to the name of a mailbox.");
    }

    /** The problem {@code address-refused} of an address that the sender may not name. */
    public static Problem addressRefused(String header, Address address) {
        return CommonProblem.ADDRESS_REFUSED.because(header + " names '" + Quote.of(address.toString())
                + "'; allowed are the sender's temporary queues, the queues that match parley.addresses,"
                + " and mailboxes that the sender may send to.");
    }

    /** The problem {@code body-missing} of a message without text or bytes. */
    public static Problem bodyMissing() {
        return RelayProblem.BODY_MISSING.because("Send text, or bytes.");
    }

    /** The problem {@code message-too-large} of a body that has more bytes than that. */
    public static Problem messageTooLarge(int most) {
        return CommonProblem.MESSAGE_TOO_LARGE.because("A body has at most " + most + " bytes in UTF-8.");
    }

    /** The problem {@code mailbox-full} of a mailbox that has no room for what is sent to it. */
    public static Problem mailboxFull(Mailbox mailbox) {
        MailboxDefinition definition = mailbox.definition();
        return RelayProblem.MAILBOX_FULL.because(
                "Mailbox '" + mailbox.name() + "' holds at most " + definition.messages() + " messages and "
                        + definition.bytes() + " bytes; send again when its owner has received some.");
    }

    /** The problem {@code message-id-reused} of a message that has the id of another one. */
    public static Problem messageIdReused(String messageId) {
        return CommonProblem.MESSAGE_ID_REUSED.because(
                "'" + Quote.of(messageId) + "' was the id of another message: give each message an id of its own.");
    }

    /** The problem {@code idempotency-key-reused} of a key that was used for something else. */
    public static Problem keyReused(String key) {
        return CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                "'" + Quote.of(key) + "' was the key of something else: use another one for each.");
    }

    /** The problem {@code lock-lost} of a lock that is not valid any more, or never was. */
    public static Problem lockLost() {
        return RelayProblem.LOCK_LOST.because(
                "The lock has run out, or was given back or used: the message is somebody else's now, or gone.");
    }

    /** The problem {@code reply-unwanted} of a reply to a message that names no address for one. */
    public static Problem replyUnwanted() {
        return RelayProblem.REPLY_UNWANTED.because("The message names no address for a reply: acknowledge it instead.");
    }

    /** The problem {@code reply-address-refused} of a reply to an address that its asker may not send to. */
    public static Problem replyAddressRefused(Address to) {
        return RelayProblem.REPLY_ADDRESS_REFUSED.because(
                "Who sent the message may not send to " + to + ", so no reply goes there: acknowledge it instead.");
    }

    /** The problem {@code body-invalid} of a reply that is not JSON and goes to a queue. */
    public static Problem replyNotJson() {
        return InvalidBody.problem(
                List.of(new Violation("/contentType", "nothing: the reply goes to a queue, which takes JSON")),
                "a reply");
    }

    /** The problem {@code expired} of a message that nobody acknowledged in time. */
    public static Problem expired(String messageId, @Nullable Instant at, String mailbox) {
        return CommonProblem.EXPIRED.because("Message '" + Quote.of(messageId) + "' was not acknowledged in mailbox '"
                + mailbox + "' by " + at + " and is removed.");
    }

    /** The refusal of a message that nobody put into its mailbox in time. */
    public static Problem expiredOnItsWay() {
        return CommonProblem.EXPIRED.because("The message expired before it was in its mailbox, and is removed.");
    }
}
