package dev.parley.relay;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Arrival;
import dev.parley.message.Caller;
import dev.parley.message.Headers;
import dev.parley.message.JsonText;
import dev.parley.message.MessageHead;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.relay.mailbox.MailboxKind;
import dev.parley.relay.mailbox.RelayProblems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reader of what is sent to mailboxes over JMS. */
public final class MailReader {

    private static final String MAILBOX = "Mailbox";
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final SendingPolicy sendings;
    private final AddressPolicy addresses;

    /** @param addresses which queues a message may name */
    public MailReader(SendingPolicy sendings, AddressPolicy addresses) {
        this.sendings = sendings;
        this.addresses = addresses;
    }

    /**
     * A message that is in order.
     *
     * @param mailbox which mailbox it goes to
     * @param mail the message
     */
    public record Read(String mailbox, ValidMail mail) {}

    /**
     * Reads a message.
     *
     * @param contentType of its body, if that is not JSON
     * @param base64 its body in base64; null if it is too large, or has none
     * @throws Refusal if it is not in order
     */
    public Read read(Arrival arrival, String contentType, Supplier<@Nullable String> base64, Instant now) {
        arrival.refuseIfMalformed();
        String mailbox = arrival.property(MAILBOX);
        if (mailbox == null || !MailboxKind.MAILBOXES.names().matcher(mailbox).matches()) {
            throw new Refusal(RelayProblems.mailboxMissing());
        }
        if (arrival.replyTo() != null && !addresses.allows(arrival.replyTo())) {
            throw new Refusal(RelayProblems.addressRefused("JMSReplyTo", arrival.replyTo()));
        }
        MessageHead head = MessageHead.ofOneAddress(arrival);
        if (head.faultTo() != null && !addresses.allows(head.faultTo())) {
            throw new Refusal(RelayProblems.addressRefused(Headers.FAULT_TO, head.faultTo()));
        }
        boolean isJson = arrival.unreadable() == null && isJson(arrival.body());
        MailDraft mail = new MailDraft(
                head.messageId(),
                arrival.type(),
                isJson ? arrival.body() : opaque(arrival, base64),
                isJson ? null : contentType,
                head.correlationId(),
                arrival.property(Headers.CONVERSATION_ID),
                arrival.replyTo() == null ? arrival.property(Headers.REPLY_TO) : null,
                head.faultTo() == null ? null : head.faultTo().toString(),
                arrival.group(),
                null,
                timeToLive(arrival, now));
        var sending = new Sending(new Caller(Participant.ANONYMOUS, false), mailbox, List.of(mail), false, null);
        ValidMail checked = sendings.check(sending).get(0);
        return new Read(mailbox, arrival.replyTo() == null ? checked : checked.replyingTo(arrival.replyTo()));
    }

    private static boolean isJson(String body) {
        try {
            JsonText.parse(body);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private static String opaque(Arrival arrival, Supplier<@Nullable String> base64) {
        String body = base64.get();
        if (body == null) {
            throw new Refusal(arrival.unreadable() != null ? arrival.unreadable() : RelayProblems.bodyMissing());
        }
        return body;
    }

    private static @Nullable String timeToLive(Arrival arrival, Instant now) {
        if (arrival.expiresAt() == null) {
            return null;
        }
        Duration left = Duration.between(now, arrival.expiresAt());
        // What has expired on the way is told to its sender as what expires in the mailbox
        return left.compareTo(SHORTEST) < 0
                ? SHORTEST.toString()
                : SendingPolicy.atMostTheLongest(left).toString();
    }

    /**
     * The fault that tells the sender of a message why it was refused; null if there is no address for it.
     *
     * @param writable true if the sender may write there, as far as that has to be looked up
     */
    public @Nullable Outgoing fault(Arrival arrival, Problem problem, Predicate<Address> writable) {
        MessageHead head = MessageHead.of(arrival);
        Address to = head.faultAddress(named -> addresses.allows(named) && writable.test(named))
                .orElse(null);
        return to == null
                ? null
                : new Outgoing(
                        to,
                        MessageKind.FAULT,
                        arrival.type(),
                        null,
                        head.messageId() + "." + MessageKind.FAULT.label(),
                        head.answerId(),
                        null,
                        problem.toJson());
    }
}
