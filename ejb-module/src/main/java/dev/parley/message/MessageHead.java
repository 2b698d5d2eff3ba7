package dev.parley.message;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The headers that mean the same in every message from a participant, whichever queue it comes from. Nothing of it is
 * checked yet.
 *
 * @param sender whose message ids these are
 * @param messageId its property MessageId, otherwise its JMSMessageID
 * @param correlationId its JMSCorrelationID; null if it has none
 * @param replyTo its JMSReplyTo, otherwise the mailbox that the property ReplyTo names; null if neither does
 * @param faultTo what its property FaultTo names; null if it has none
 */
public record MessageHead(
        String sender,
        String messageId,
        @Nullable String correlationId,
        @Nullable Address replyTo,
        @Nullable Address faultTo) {

    /** The head of a message. */
    public static MessageHead of(Arrival arrival) {
        Address replyTo = replyTo(arrival);
        String given = arrival.property(Headers.MESSAGE_ID);
        return new MessageHead(
                Participant.sender(arrival.user(), replyTo),
                given != null ? given : arrival.transportId(),
                arrival.correlationId(),
                replyTo,
                faultTo(arrival.property(Headers.FAULT_TO)));
    }

    /**
     * The head of a message that says once where it is answered.
     *
     * @throws Refusal {@code header-invalid} if JMSReplyTo and ReplyTo both do: nobody knows which is meant
     */
    public static MessageHead ofOneAddress(Arrival arrival) {
        if (arrival.replyTo() != null && arrival.property(Headers.REPLY_TO) != null) {
            throw new Refusal(CommonProblem.HEADER_INVALID.because(
                    "JMSReplyTo and ReplyTo both say where an answer is to go: give one of them."));
        }
        return of(arrival);
    }

    private static @Nullable Address replyTo(Arrival arrival) {
        String named = arrival.property(Headers.REPLY_TO);
        return arrival.replyTo() != null || named == null
                ? arrival.replyTo()
                : Address.parse(named)
                        .filter(address -> address.kind() == Address.Kind.MAILBOX)
                        .orElse(null);
    }

    /** A name without a kind is that of a lasting queue. */
    private static @Nullable Address faultTo(@Nullable String named) {
        return named == null ? null : Address.parse(named).orElse(Address.queue(named));
    }

    /**
     * The fault address: where the sender of a message is told what is wrong with it, whatever that is. FaultTo comes
     * before the reply address.
     *
     * @param allowed true if the sender may have an address written to
     * @return empty if it names none that is allowed
     */
    public Optional<Address> faultAddress(Predicate<Address> allowed) {
        return Optional.ofNullable(faultTo).filter(allowed).or(() -> Optional.ofNullable(replyTo)
                .filter(allowed));
    }

    /** The correlation id that its answers carry: its correlation id, otherwise its message id. */
    public String answerId() {
        return correlationId != null ? correlationId : messageId;
    }
}
