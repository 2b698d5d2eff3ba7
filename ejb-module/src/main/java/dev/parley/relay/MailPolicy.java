package dev.parley.relay;

import static dev.parley.relay.DeliveryState.NEVER;

import java.time.Duration;
import java.time.Instant;

/** The rules for a message in a mailbox: what becomes of it when something happens to it. */
public final class MailPolicy {

    /** The fate of a message whose time has come: what has to be done with it. */
    public enum Fate {
        /** Nothing: something else has happened to it since. */
        STAYS,
        /** It is removed, and its sender told. */
        EXPIRED,
        /** It goes to the dead letters. */
        DEAD
    }

    /** The reason of dead letters that were delivered as often as allowed. */
    public static final String MAX_DELIVERIES = "max-deliveries";

    private MailPolicy() {}

    /** The state of a message that came. */
    public static DeliveryState arrived(Instant availableAt, Instant expiresAt) {
        return new DeliveryState(availableAt, expiresAt, expiresAt, 0, null, null);
    }

    /** The state of a message behind another one of its group. */
    public static DeliveryState waiting(DeliveryState standing) {
        return standing.availableAt(NEVER);
    }

    /** The state of a message that is the first of its group now. */
    public static DeliveryState first(DeliveryState standing, Instant availableAt) {
        return standing.availableAt(availableAt);
    }

    /** True if it must not be delivered any more. */
    public static boolean isExpired(DeliveryState standing, Instant now) {
        return !standing.expiresAt().isAfter(now);
    }

    /** The state of an expired message: out of the way until it is removed. */
    public static DeliveryState putAside(DeliveryState standing, Instant now) {
        return new DeliveryState(
                NEVER, earlier(standing.dueAt(), now), standing.expiresAt(), standing.deliveries(), null, null);
    }

    /**
     * The state of a message that is received. What was delivered as often as its mailbox allows does not become
     * available again: when the lock has run out, it is dead.
     *
     * @param secret what the key of the lock is made of
     */
    public static DeliveryState locked(
            DeliveryState standing, String secret, Instant now, Duration lock, int maxDeliveries) {
        int deliveries = standing.deliveries() + 1;
        boolean last = deliveries >= maxDeliveries;
        return held(
                new DeliveryState(last ? NEVER : now, now, standing.expiresAt(), deliveries, secret, now),
                now.plus(lock));
    }

    /** The state of a message whose lock is valid until another time. */
    public static DeliveryState extended(DeliveryState standing, Instant until) {
        return held(standing, until);
    }

    /** The state of a message that is held. It is not removed for its age: who holds it may still acknowledge it. */
    private static DeliveryState held(DeliveryState standing, Instant until) {
        boolean last = standing.isLastDelivery();
        Instant due = last || until.isAfter(standing.expiresAt()) ? until : standing.expiresAt();
        return new DeliveryState(
                last ? NEVER : until, due, standing.expiresAt(), standing.deliveries(), standing.lockSecret(), until);
    }

    /** True if the token is that of the message's lock, which is still valid. */
    public static boolean holds(DeliveryState standing, Lock.Token token, Instant now) {
        String secret = standing.lockSecret();
        return secret != null && standing.isLocked(now) && token.key().equals(Lock.key(secret, token.position()));
    }

    /**
     * The state of a message that was given back; whoever gives back what was delivered as often as allowed leaves it
     * {@link Fate#DEAD}.
     */
    public static DeliveryState givenBack(DeliveryState standing, Instant now, Duration delay) {
        if (standing.isLastDelivery()) {
            return new DeliveryState(
                    NEVER, now, standing.expiresAt(), standing.deliveries(), standing.lockSecret(), now);
        }
        return new DeliveryState(
                now.plus(delay), standing.expiresAt(), standing.expiresAt(), standing.deliveries(), null, null);
    }

    /** The fate of a message now. */
    public static Fate fate(DeliveryState standing, Instant now) {
        if (standing.isLocked(now)) {
            return Fate.STAYS;
        }
        if (standing.isLastDelivery()) {
            return Fate.DEAD;
        }
        return isExpired(standing, now) ? Fate.EXPIRED : Fate.STAYS;
    }

    /** The state of a message that nothing has to be done with now: it is looked at again when something has. */
    public static DeliveryState later(DeliveryState standing, Instant now) {
        Instant due = standing.expiresAt();
        if (standing.isLocked(now) && standing.lockedUntil() != null) {
            due = standing.lockedUntil();
        }
        return new DeliveryState(
                standing.availableAt(),
                due,
                standing.expiresAt(),
                standing.deliveries(),
                standing.lockSecret(),
                standing.lockedUntil());
    }

    /** A dead letter, put back into its mailbox as if it were sent now. */
    public static MailRow redelivered(Mail dead, MailStore.Box box, int size, Instant now) {
        Instant expiresAt = now.plus(box.mailbox().definition().timeToLive());
        Mail again = new Mail(
                0,
                dead.messageId(),
                dead.sender(),
                dead.type(),
                dead.contentType(),
                dead.body(),
                dead.correlationId(),
                dead.conversationId(),
                dead.replyTo(),
                dead.faultTo(),
                dead.group(),
                now,
                expiresAt,
                0,
                dead.properties());
        return new MailRow(box.id(), again, arrived(now, expiresAt), null, size);
    }

    /** The reason that keeps it from being received. */
    public static BrowsedMail.State state(DeliveryState standing, Instant now) {
        if (standing.isLocked(now)) {
            return BrowsedMail.State.LOCKED;
        }
        if (!standing.availableAt().isAfter(now)) {
            return BrowsedMail.State.READY;
        }
        return standing.availableAt().equals(NEVER) ? BrowsedMail.State.WAITING : BrowsedMail.State.DELAYED;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
