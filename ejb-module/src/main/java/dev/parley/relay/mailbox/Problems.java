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

/** What can be wrong with what is asked of a mailbox, in the words that whoever asked gets. */
public final class Problems {

    private Problems() {}

    public static Problem parameterInvalid(String parameter, String expected) {
        return CommonProblem.PARAMETER_INVALID.because(parameter + " must be " + expected + ".");
    }

    public static Problem mailboxUnknown(String name) {
        return RelayProblem.MAILBOX_UNKNOWN.because("There is no mailbox '" + Quote.of(name) + "' for you.");
    }

    public static Problem deadLetterUnknown(String messageId) {
        return RelayProblem.DEAD_LETTER_UNKNOWN.because(
                "There is no dead letter '" + Quote.of(messageId) + "' in the mailbox.");
    }

    public static Problem mailboxesTooMany(int most) {
        return RelayProblem.MAILBOXES_TOO_MANY.because(
                "A participant has at most " + most + " mailboxes; delete one that is not needed.");
    }

    public static Problem mailboxNotEmpty(String name) {
        return RelayProblem.MAILBOX_NOT_EMPTY.because(
                "Mailbox '" + name + "' has messages or dead letters: receive and remove them, or purge it.");
    }

    public static Problem mailboxMissing() {
        return RelayProblem.MAILBOX_MISSING.because("Set the property Mailbox to the name of a mailbox.");
    }

    public static Problem addressRefused(String header, Address address) {
        return CommonProblem.ADDRESS_REFUSED.because(header + " names '" + Quote.of(address.toString())
                + "'; allowed are the sender's temporary queues, the queues that match parley.addresses,"
                + " and mailboxes that the sender may send to.");
    }

    public static Problem bodyMissing() {
        return RelayProblem.BODY_MISSING.because("Send text, or bytes.");
    }

    public static Problem messageTooLarge(int most) {
        return CommonProblem.MESSAGE_TOO_LARGE.because("A body has at most " + most + " bytes in UTF-8.");
    }

    public static Problem mailboxFull(Mailbox mailbox) {
        MailboxDefinition definition = mailbox.definition();
        return RelayProblem.MAILBOX_FULL.because(
                "Mailbox '" + mailbox.name() + "' holds at most " + definition.messages() + " messages and "
                        + definition.bytes() + " bytes; send again when its owner has received some.");
    }

    public static Problem messageIdReused(String messageId) {
        return CommonProblem.MESSAGE_ID_REUSED.because(
                "'" + Quote.of(messageId) + "' was the id of another message: give each message an id of its own.");
    }

    public static Problem keyReused(String key) {
        return CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                "'" + Quote.of(key) + "' was the key of something else: use another one for each.");
    }

    public static Problem lockLost() {
        return RelayProblem.LOCK_LOST.because(
                "The lock has run out, or was given back or used: the message is somebody else's now, or gone.");
    }

    public static Problem replyUnwanted() {
        return RelayProblem.REPLY_UNWANTED.because("The message names no address for a reply: acknowledge it instead.");
    }

    public static Problem replyAddressRefused(Address to) {
        return RelayProblem.REPLY_ADDRESS_REFUSED.because(
                "Who sent the message may not send to " + to + ", so no reply goes there: acknowledge it instead.");
    }

    public static Problem replyNotJson() {
        return InvalidBody.problem(
                List.of(new Violation("/contentType", "nothing: the reply goes to a queue, which takes JSON")),
                "a reply");
    }

    public static Problem expired(String messageId, @Nullable Instant at, String mailbox) {
        return CommonProblem.EXPIRED.because("Message '" + Quote.of(messageId) + "' was not acknowledged in mailbox '"
                + mailbox + "' by " + at + " and is removed.");
    }

    /** The refusal of a message that nobody put into its mailbox in time. */
    public static Problem expiredOnItsWay() {
        return CommonProblem.EXPIRED.because("The message expired before it was in its mailbox, and is removed.");
    }
}
