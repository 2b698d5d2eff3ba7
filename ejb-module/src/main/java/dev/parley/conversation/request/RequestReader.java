package dev.parley.conversation.request;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Particulars;
import dev.parley.conversation.Reading;
import dev.parley.conversation.RequestLimits;
import dev.parley.message.Address;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import dev.parley.message.MessageHead;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.TraceParent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reader of requests from a queue: it checks their headers and fills in what they leave out. */
public final class RequestReader {

    private final RequestLimits limits;
    private final HeaderPolicy headers;

    /** A reader that lets headers through within these limits. */
    public RequestReader(RequestLimits limits) {
        this.limits = limits;
        this.headers = new HeaderPolicy(limits);
    }

    /** The request that a message describes, whose sender may write to all that is allowed. */
    public Reading read(Arrival arrival, Instant now) {
        return read(arrival, now, to -> true);
    }

    /**
     * The request that a message describes; or why it is refused, with the fault that tells its sender.
     *
     * @param now the time that deadlines are measured from
     * @param writable true if its sender may write to that address, as far as that has to be looked up
     */
    public Reading read(Arrival arrival, Instant now, Predicate<Address> writable) {
        try {
            return new Reading.Accepted(envelope(arrival, now));
        } catch (Refusal refusal) {
            return refused(
                    refusal.problem(),
                    MessageHead.of(arrival)
                            .faultAddress(to -> limits.addresses().allows(to) && writable.test(to))
                            .orElse(null),
                    arrival.type(),
                    arrival.transportId(),
                    correlationId(arrival),
                    stateToEcho(arrival));
        }
    }

    private Envelope envelope(Arrival arrival, Instant now) {
        arrival.refuseIfMalformed();
        if (arrival.unreadable() != null) {
            throw new Refusal(arrival.unreadable());
        }
        String operation = arrival.type();
        if (operation == null || operation.isBlank()) {
            throw new Refusal(Problems.typeMissing());
        }
        headers.identifier("JMSType", operation);
        headers.group(arrival.group());
        MessageHead head = MessageHead.ofOneAddress(arrival);
        Address replyTo = replyTo(arrival, head);
        Address faultTo = headers.allowed(Headers.FAULT_TO, head.faultTo());
        MessageExchangePattern exchange = exchange(arrival, replyTo);
        boolean acknowledge = headers.flag(Headers.ACKNOWLEDGE, arrival.property(Headers.ACKNOWLEDGE));
        if (replyTo == null && (acknowledge || exchange.allowsReply())) {
            throw new Refusal(
                    Problems.replyAddressMissing(acknowledge ? "Acknowledge" : "The exchange " + exchange.label()));
        }
        Envelope envelope = new Envelope(
                operation,
                arrival.body(),
                exchange,
                head.sender(),
                arrival.user(),
                headers.identifier(Headers.MESSAGE_ID, head.messageId()),
                headers.identifier("JMSCorrelationID", correlationId(arrival)),
                replyTo,
                faultTo,
                acknowledge,
                headers.state(arrival.property(Headers.STATE)),
                headers.conversationId(arrival.property(Headers.CONVERSATION_ID)),
                headers.deadline(arrival.expiresAt(), now),
                headers.hops(arrival.property(Headers.HOPS)),
                headers.turn(arrival.property(Headers.TURN), arrival.property(Headers.CONVERSATION_ID)),
                arrival.expiresAt() != null);
        return envelope.with(new Particulars(
                arrival.property(Headers.VERSION),
                arrival.property(Headers.NOTIFY),
                arrival.roles(),
                TraceParent.of(arrival.property(TraceParent.NAME))));
    }

    private static MessageExchangePattern exchange(Arrival arrival, @Nullable Address replyTo) {
        String label = arrival.property(Headers.EXCHANGE);
        if (label == null) {
            return replyTo == null ? MessageExchangePattern.IN_ONLY : MessageExchangePattern.IN_OUT;
        }
        return HeaderPolicy.exchange(label);
    }

    private @Nullable Address replyTo(Arrival arrival, MessageHead head) {
        if (head.replyTo() == null && arrival.property(Headers.REPLY_TO) != null) {
            throw new Refusal(Problems.headerInvalid(Headers.REPLY_TO, "mailbox:NAME; a queue is named by JMSReplyTo"));
        }
        return headers.allowed(arrival.replyTo() == null ? Headers.REPLY_TO : "JMSReplyTo", head.replyTo());
    }

    private static String correlationId(Arrival arrival) {
        return arrival.correlationId() != null ? arrival.correlationId() : arrival.transportId();
    }

    /** The state goes back with a refusal too, unless it is what is wrong. */
    private static @Nullable String stateToEcho(Arrival arrival) {
        String state = arrival.property(Headers.STATE);
        return state != null && HeaderPolicy.fits(state) ? state : null;
    }

    private static Reading.Refused refused(
            Problem problem,
            @Nullable Address to,
            @Nullable String operation,
            String messageId,
            String correlationId,
            @Nullable String state) {
        Outgoing fault = to == null
                ? null
                : new Outgoing(
                        to,
                        MessageKind.FAULT,
                        operation,
                        null,
                        messageId + "." + MessageKind.FAULT.label(),
                        correlationId,
                        state,
                        problem.toJson());
        return new Reading.Refused(problem, fault);
    }

    /** Refuses a request whose addresses have been checked, with a fault where there is an address for it. */
    public static Reading.Refused refuse(Envelope request, Problem problem) {
        return refuse(request, problem, to -> true);
    }

    /**
     * Refuses a request, with a fault to the first of its addresses that its sender may write to.
     *
     * @param writable true if it may, as far as that has to be looked up
     */
    public static Reading.Refused refuse(Envelope request, Problem problem, Predicate<Address> writable) {
        return refused(
                problem,
                Stream.of(Optional.ofNullable(request.faultTo()), Optional.ofNullable(request.replyTo()))
                        .flatMap(Optional::stream)
                        .filter(writable)
                        .findFirst()
                        .orElse(null),
                request.operation(),
                request.messageId(),
                request.correlationId(),
                request.state());
    }
}
