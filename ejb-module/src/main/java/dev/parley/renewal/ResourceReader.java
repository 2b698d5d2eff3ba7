package dev.parley.renewal;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Arrival;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Headers;
import dev.parley.message.MessageHead;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reader of what is sent to {@code parley.resources}, and the writer of the answers. JMSType says what it is:
 * {@code request}, {@code confirm}, {@code decline}, {@code release}, {@code renew}; a reply to a ping that comes out
 * of a mailbox confirms, a fault declines.
 */
public final class ResourceReader {

    private static final int LONGEST_ID = 255;
    private static final Pattern GRANT_ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    private final AddressPolicy addresses;
    private final AddressPolicy pings;

    /**
     * @param addresses which queues a message may name for answers
     * @param pings which queues it may name for pings
     */
    public ResourceReader(AddressPolicy addresses, AddressPolicy pings) {
        this.addresses = addresses;
        this.pings = pings;
    }

    /**
     * Reads a message.
     *
     * @throws Refusal if it is not in order
     */
    public ResourceMessage read(Arrival arrival) {
        arrival.refuseIfMalformed();
        MessageHead head = MessageHead.ofOneAddress(arrival);
        if (head.replyTo() == null && arrival.property(Headers.REPLY_TO) != null) {
            throw new Refusal(CommonProblem.HEADER_INVALID.because(
                    "ReplyTo must be mailbox:NAME; a queue is named by JMSReplyTo."));
        }
        allowed("JMSReplyTo", head.replyTo());
        allowed(Headers.FAULT_TO, head.faultTo());
        String type = type(arrival);
        return type.equals("request") ? request(arrival, head) : said(arrival, head, event(type, arrival));
    }

    private void allowed(String header, @Nullable Address address) {
        if (address != null && !addresses.allows(address)) {
            throw new Refusal(RenewalProblems.addressRefused(header, address));
        }
    }

    private static String type(Arrival arrival) {
        String kind = arrival.property(Headers.KIND);
        if (MessageKind.FAULT.label().equals(kind)) {
            return "decline";
        }
        String type = arrival.type() == null ? "" : arrival.type();
        return type.equals("ping") ? "confirm" : type;
    }

    private ResourceMessage request(Arrival arrival, MessageHead head) {
        // Only a request has something to say in its body.
        if (arrival.unreadable() != null) {
            throw new Refusal(arrival.unreadable());
        }
        String pool = pool(arrival);
        if (pool == null) {
            throw new Refusal(RenewalProblems.poolMissing());
        }
        if (arrival.user() == null && head.replyTo() == null) {
            throw new Refusal(RenewalProblems.holderMissing());
        }
        GrantWish wish = GrantWishReader.read(arrival.body(), pings, head.replyTo());
        return new ResourceMessage(
                messageId(head), head.sender(), caller(arrival), pool, wish, "", new GrantEvent.Released());
    }

    /** The pool that is named; what cannot be the name of one is the name of none, and nobody looks for it. */
    private static @Nullable String pool(Arrival arrival) {
        String pool = arrival.property(Headers.POOL);
        if (pool != null && !PoolKind.POOLS.names().matcher(pool).matches()) {
            throw new Refusal(RenewalProblems.poolUnknown(pool));
        }
        return pool;
    }

    private static GrantEvent event(String type, Arrival arrival) {
        return switch (type) {
            case "confirm" -> new GrantEvent.Confirmed(pingId(arrival));
            case "decline" -> new GrantEvent.Declined(pingId(arrival));
            case "release" -> new GrantEvent.Released();
            case "renew" -> new GrantEvent.Renewed();
            default -> throw new Refusal(RenewalProblems.typeUnknown(type));
        };
    }

    private static String pingId(Arrival arrival) {
        String id = arrival.correlationId();
        if (id == null || id.isBlank()) {
            throw new Refusal(RenewalProblems.pingMissing());
        }
        return id;
    }

    private static ResourceMessage said(Arrival arrival, MessageHead head, GrantEvent event) {
        String named = arrival.property(Headers.GRANT_ID);
        String grantId = named != null ? named : grantId(event);
        if (grantId.isEmpty()) {
            boolean isAnswer = event instanceof GrantEvent.Confirmed || event instanceof GrantEvent.Declined;
            throw new Refusal(isAnswer ? RenewalProblems.pingMissing() : RenewalProblems.grantMissing());
        }
        if (!GRANT_ID.matcher(grantId).matches()) {
            throw new Refusal(RenewalProblems.grantUnknown(grantId));
        }
        return new ResourceMessage(
                messageId(head), head.sender(), caller(arrival), pool(arrival), null, grantId, event);
    }

    /** An answer to a ping need not say of which grant: the ping does. */
    private static String grantId(GrantEvent event) {
        if (event instanceof GrantEvent.Confirmed confirmed) {
            return Ping.grantId(confirmed.pingId());
        }
        return event instanceof GrantEvent.Declined declined ? Ping.grantId(declined.pingId()) : "";
    }

    private static String messageId(MessageHead head) {
        String id = head.messageId();
        if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(CommonProblem.HEADER_INVALID.because(
                    "MessageId must have at most " + LONGEST_ID + " characters, and no control characters."));
        }
        return id;
    }

    private static @Nullable Caller caller(Arrival arrival) {
        return arrival.user() == null ? null : new Caller(arrival.user(), false);
    }

    /** The reply to a message that was carried out: how the grant stands; null if there is no address for it. */
    public @Nullable Outgoing reply(Arrival arrival, Grant grant, Instant now) {
        Address to = MessageHead.of(arrival).replyTo();
        return to == null
                ? null
                : answer(
                                to,
                                MessageKind.REPLY,
                                arrival,
                                GrantText.of(grant, now).toString())
                        .with(Map.of(Headers.POOL, grant.pool(), Headers.GRANT_ID, grant.id()));
    }

    /**
     * The fault that tells the sender of a message why it was refused; null if there is no address for it.
     *
     * @param message what it says; null if it could not be read
     * @param holder where the holder of its grant is told, if the message names no address itself; null if that is not
     *     known
     * @param writable true if the sender may write there, as far as that has to be looked up
     */
    public @Nullable Outgoing fault(
            Arrival arrival,
            Problem problem,
            @Nullable ResourceMessage message,
            @Nullable Address holder,
            Predicate<Address> writable) {
        Address to = MessageHead.of(arrival)
                .faultAddress(named -> addresses.allows(named) && writable.test(named))
                .orElse(holder);
        if (to == null) {
            return null;
        }
        Outgoing fault = answer(to, MessageKind.FAULT, arrival, problem.toJson());
        return message == null || message.grantId().isEmpty()
                ? fault
                : fault.with(Map.of(Headers.GRANT_ID, message.grantId()));
    }

    private static Outgoing answer(Address to, MessageKind kind, Arrival arrival, String body) {
        MessageHead head = MessageHead.of(arrival);
        return new Outgoing(
                to, kind, arrival.type(), null, head.messageId() + "." + kind.label(), head.answerId(), null, body);
    }
}
